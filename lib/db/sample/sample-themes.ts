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
