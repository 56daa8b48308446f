import type { SamplePost } from './sample-post.ts';

/** Clipped and not yet judged, in Indonesian. */
export const idInbox: SamplePost[] = [
  {
    on: 'x',
    by: ['Agus Setyawan', 'agussetyawan'],
    at: [14, '19:08'],
    text: 'Mesin Senja di kantor punya nama sekarang: Pak Senja. Kalau macet, satu divisi minta maaf dulu.',
    metrics: { likes: 467, comments: 38, shares: 52, views: 24100 },
  },
  {
    on: 'reddit',
    by: ['lidah_pahit', 'lidah_pahit'],
    at: [10, '22:16'],
    title: 'Kapsul isi ulang buat Kestrin, aman?',
    text: 'Harganya sepertiga, tapi katanya mesin bisa tahu dan mogok. Masa kopi pakai kata sandi.',
    metrics: { likes: 73, comments: 45 },
  },
  {
    on: 'youtube',
    kind: 'comment',
    by: ['Emak Ngopi', 'emakngopi'],
    at: [8, '06:37'],
    text: 'Bruvio saya umur empat tahun, dipakai jualan tiap subuh. Bodinya sudah diikat kawat, mesinnya belum menyerah.',
    metrics: { likes: 391, comments: 20 },
  },
  {
    on: 'linkedin',
    by: ['Teguh Santosa', 'teguh-santosa-retail'],
    at: [5, '10:25'],
    text: 'Catatan dari gudang: retur Bruvio bulan ini turun separuh setelah gagangnya diganti. Cepat juga belajarnya.',
    metrics: { likes: 98, comments: 12, shares: 2 },
  },
  {
    on: 'bluesky',
    by: ['Ratna Dewanti', 'ratnadewanti.example'],
    at: [3, '16:50'],
    text: 'Ditanya barista: mau rasa Kestrin atau rasa kopi? Aku masih memikirkannya sampai sekarang.',
    metrics: { likes: 205, comments: 17, shares: 31 },
  },
  {
    on: 'x',
    by: ['Joko Susilo', 'jokosusiloseduh'],
    at: [1, '07:18'],
    text: 'Mesin Senja, Bruvio, Kestrin, semua pernah. Yang paling awet tetap saringan kain Mbah.',
    metrics: { likes: 129, comments: 11, shares: 15, views: 6640 },
  },
];
