import type { SampleThemeKey } from './sample-post.ts';

/** What people talk about, named in each language of the interface. */
export const sampleThemes: Readonly<Record<SampleThemeKey, Record<'en' | 'fr' | 'id', string>>> = {
  delivery: { en: 'Delivery', fr: 'Livraison', id: 'Pengiriman' },
  taste: { en: 'Taste', fr: 'Goût', id: 'Rasa' },
  price: { en: 'Price', fr: 'Prix', id: 'Harga' },
  support: { en: 'Support', fr: 'Service client', id: 'Layanan' },
  repair: { en: 'Repair', fr: 'Réparation', id: 'Perbaikan' },
  app: { en: 'App', fr: 'Application', id: 'Aplikasi' },
  design: { en: 'Design', fr: 'Design', id: 'Desain' },
  rental: { en: 'Rental', fr: 'Location', id: 'Sewa' },
  noise: { en: 'Noise', fr: 'Bruit', id: 'Kebisingan' },
  sustainability: { en: 'Sustainability', fr: 'Durabilité', id: 'Keberlanjutan' },
  cleaning: { en: 'Cleaning', fr: 'Entretien', id: 'Perawatan' },
  safety: { en: 'Safety', fr: 'Sécurité', id: 'Keamanan' },
};

interface Meaning {
  definition?: Record<'en' | 'fr' | 'id', string>;
  under?: SampleThemeKey;
}

/** What some of them mean, and which stand under another. */
export const sampleMeanings: Partial<Record<SampleThemeKey, Meaning>> = {
  delivery: {
    definition: {
      en: 'From the order to the doorstep: time, packaging, courier. Not what happens when something is returned.',
      fr: 'De la commande au pas de la porte : délai, emballage, livreur. Pas les retours.',
      id: 'Dari pesanan sampai depan pintu: waktu, kemasan, kurir. Bukan soal pengembalian barang.',
    },
  },
  price: {
    definition: {
      en: 'What it costs to buy, and whether people find it worth that.',
      fr: 'Ce que coûte l’achat, et si les gens trouvent que ça le vaut.',
      id: 'Berapa harganya, dan apakah menurut orang sepadan.',
    },
  },
  support: {
    definition: {
      en: 'Answers from our people after the purchase, by whatever way.',
      fr: 'Les réponses de nos équipes après l’achat, par quelque voie que ce soit.',
      id: 'Jawaban dari tim kami setelah pembelian, lewat jalur apa pun.',
    },
  },
  repair: {
    definition: {
      en: 'Broken machines, spare parts, and what it takes to get one mended.',
      fr: 'Machines en panne, pièces détachées, et ce qu’il faut pour faire réparer.',
      id: 'Mesin rusak, suku cadang, dan apa yang diperlukan untuk memperbaikinya.',
    },
    under: 'support',
  },
  rental: { under: 'price' },
};
