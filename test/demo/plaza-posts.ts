/** Posts of "plaza", a network that does not exist, by people and about companies that do not exist. */

interface PlazaComment {
  by: string;
  handle: string;
  hoursAgo: number;
  lang: string;
  text: string;
  likes: number;
}

export interface PlazaPost {
  /** Last part of its address; null where the site gives a post none (an expiring note). */
  slug: string | null;
  by: string;
  handle: string;
  place: string;
  hoursAgo: number;
  lang: 'en' | 'fr' | 'id';
  text: string;
  /** Left out: plaza does not show the number. */
  likes?: number;
  replies?: number;
  shares?: number;
  views?: number;
  promoted?: true;
  comments?: PlazaComment[];
}

export const plazaPosts: readonly PlazaPost[] = [
  {
    slug: 'steam-at-seven',
    by: 'Odile Marchetti',
    handle: 'odile',
    place: 'Turin',
    hoursAgo: 2,
    lang: 'en',
    text: 'Half a year with the Arvelle Mini. I gave the café downstairs my loyalty card back yesterday, they laughed, then asked what I drink at home now.',
    likes: 184,
    replies: 2,
    shares: 9,
    comments: [
      { by: 'Pim Wesseling', handle: 'pimw', hoursAgo: 1, lang: 'en', text: 'Same here. Which beans do you put in?', likes: 4 },
      {
        by: 'Clara Santini',
        handle: 'claras',
        hoursAgo: 0.5,
        lang: 'en',
        text: 'Mine arrived with the wrong plug and Arvelle had the right one here in two days. That never happens.',
        likes: 17,
      },
    ],
  },
  {
    slug: 'no-part-for-you',
    by: 'Jonas Feld',
    handle: 'jonasfeld',
    place: 'Leipzig',
    hoursAgo: 3,
    lang: 'en',
    text: 'Fourteen months, and the grinder in my Kestrin is dead. The burr costs nine euros somewhere in this world, but Kestrin will not sell it to me.\n\nIs there any machine that I may open without a lawyer? Arvelle, maybe?',
    likes: 1204,
    replies: 3,
    shares: 46,
    comments: [
      {
        by: 'Ines Kovač',
        handle: 'ineskovac',
        hoursAgo: 2.6,
        lang: 'en',
        text: 'Arvelle has the whole teardown on video. Did mine in ten minutes, one screw.',
        likes: 212,
      },
      {
        by: 'Marek Dub',
        handle: 'marekdub',
        hoursAgo: 2,
        lang: 'en',
        text: 'They told me “not user serviceable”. It is two clips and a burr.',
        likes: 61,
      },
      {
        by: 'Kestrin Care',
        handle: 'kestrin',
        hoursAgo: 1.4,
        lang: 'en',
        text: 'Hi Jonas, please send us a message with your serial number, we would like to look into it.',
        likes: 2,
      },
    ],
  },
  {
    slug: 'sewa-kantor',
    by: 'Bagus Pramono',
    handle: 'bagusp',
    place: 'Bandung',
    hoursAgo: 5,
    lang: 'id',
    text: 'Ada yang sudah pakai Arvelle di kantor? Kata teman bisa sewa per bulan, tapi di situsnya tidak ada harga sama sekali. Kalau jelas biayanya, bos saya langsung setuju.',
    likes: 31,
    replies: 1,
    shares: 2,
    comments: [
      {
        by: 'Sekar Ayuningtyas',
        handle: 'sekar',
        hoursAgo: 4,
        lang: 'id',
        text: 'Kami pakai Senja, sewanya jelas tapi rasanya biasa saja.',
        likes: 8,
      },
    ],
  },
  {
    slug: 'demain-encore',
    by: 'Théo Garnier-Blin',
    handle: 'theogb',
    place: 'Nantes',
    hoursAgo: 6,
    lang: 'fr',
    text: 'Ma machine Arvelle est « en cours de livraison » depuis dix-neuf jours. Le suivi affiche demain. Hier aussi, il affichait demain.\n\nDommage : le café chez ma sœur, avec la même, est parfait.',
    likes: 38,
    replies: 0,
  },
  {
    slug: 'bruvio-199',
    by: 'Luc Peyrat',
    handle: 'lucpeyrat',
    place: 'Lyon',
    hoursAgo: 8,
    lang: 'fr',
    text: 'Bruvio sort une machine à 199 €. Elle ne mousse pas, elle fait un bruit de mobylette, et pourtant à ce prix-là je me demande pourquoi j’attends les soldes d’Arvelle.',
    likes: 97,
    replies: 0,
    shares: 12,
    views: 8400,
  },
  {
    slug: 'kestrin-spring',
    by: 'Kestrin',
    handle: 'kestrin',
    place: 'Sponsored',
    hoursAgo: 30,
    lang: 'en',
    text: 'One touch. One cup. One less thing to think about. The Kestrin Solo, now with two years of beans.',
    likes: 12,
    replies: 0,
    shares: 1,
    promoted: true,
  },
  {
    slug: 'quiet-grinder',
    by: 'Per Lindahl',
    handle: 'perlindahl',
    place: 'Umeå',
    hoursAgo: 11,
    lang: 'en',
    text: 'Ground beans at 5:40 with the nursery door open. Nobody woke up. Nobody. I do not know how @arvelle built this grinder but I would like to shake a hand.',
    likes: 342,
    replies: 0,
    shares: 28,
    views: 21400,
  },
  {
    slug: null,
    by: 'Aoife Brannigan',
    handle: 'aoife',
    place: 'a note, gone tomorrow',
    hoursAgo: 12,
    lang: 'en',
    text: 'Arvelle depot in Zwolle says my parcel left. Arvelle tracking says it never arrived there. I would just like a coffee.',
    replies: 0,
  },
  {
    slug: 'resi-diam',
    by: 'Rahma Wulandari',
    handle: 'rahmaw',
    place: 'Yogyakarta',
    hoursAgo: 14,
    lang: 'id',
    text: 'Sudah tiga minggu resi Arvelle-nya diam di satu kota. CS ramah, tapi jawabannya selalu “mohon ditunggu”. Tetangga pesan Senja hari Senin, Rabu sudah menyeduh.',
    likes: 96,
    replies: 0,
    shares: 7,
  },
  {
    slug: 'soup-recipe',
    by: 'Halima Osei',
    handle: 'halimao',
    place: 'Accra',
    hoursAgo: 16,
    lang: 'en',
    text: 'Groundnut soup again tonight. If you have never put a whole habanero in and fished it out before it bursts, you have not lived on the edge.',
    likes: 57,
    replies: 0,
    shares: 3,
  },
  {
    slug: 'indice-reparabilite',
    by: 'Maëlle Jouanneau',
    handle: 'maellej',
    place: 'Rennes',
    hoursAgo: 26,
    lang: 'fr',
    text: 'Nouvel indice de réparabilité en rayon. Arvelle 8,7. Kestrin 3,1. Bruvio n’a rien affiché, ce qui est une façon de répondre.',
    likes: 611,
    replies: 0,
    shares: 203,
    views: 48200,
  },
  {
    slug: 'app-pairing',
    by: 'Mika Tanaka',
    handle: 'mtanaka',
    place: 'Rotterdam',
    hoursAgo: 31,
    lang: 'en',
    text: 'The Arvelle app finds my toothbrush, my neighbour’s TV and a printer from 2011. It does not find the Arvelle.',
    likes: 73,
    replies: 0,
    shares: 5,
  },
  {
    slug: 'senja-dua-hari',
    by: 'Yusuf Hadi',
    handle: 'yusufhadi',
    place: 'Surabaya',
    hoursAgo: 40,
    lang: 'id',
    text: 'Senja sampai dalam dua hari, dibungkus rapi, dapat tambahan kopi 200 gram. Untuk harganya, sulit dikalahkan. Kremanya memang tipis.',
    likes: 45,
    replies: 0,
    shares: 4,
  },
  {
    slug: 'monthly-plan',
    by: 'Priya Nambiar',
    handle: 'priyan',
    place: 'Manchester',
    hoursAgo: 52,
    lang: 'en',
    text: 'Our facilities team wants four coffee machines on a monthly plan, service included, no purchase order. Who does this well? Kestrin quoted us a contract of 31 pages.',
    likes: 22,
    replies: 0,
    shares: 1,
  },
];
