import type { SamplePost } from './sample-post.ts';

/** Clipped and not yet judged, in French. */
export const frInbox: SamplePost[] = [
  {
    on: 'x',
    by: ['Capucine Jolivet', 'capucinejolivet'],
    at: [13, '09:14'],
    text: 'La nouvelle pub Kestrin a été tournée dans mon immeuble. Ils ont bu du thé entre les prises.',
    metrics: { likes: 1340, comments: 41, shares: 158, views: 72500 },
  },
  {
    on: 'reddit',
    by: ['filtre_permanent', 'filtre_permanent'],
    at: [11, '21:48'],
    title: 'Bruvio One : quelle mouture au supermarché ?',
    text: 'Trois paquets essayés, deux trop fins, un trop vieux. Je prends toute recette, même honteuse.',
    metrics: { likes: 29, comments: 33 },
  },
  {
    on: 'youtube',
    kind: 'comment',
    by: ['Raymond de Sète', 'raymonddesete'],
    at: [9, '17:02'],
    text: 'Vous devriez tester la machine Senja, mon gendre en a rapporté une de Lombok, elle parle indonésien et elle est toujours de bonne humeur.',
    metrics: { likes: 64 },
  },
  {
    on: 'bluesky',
    by: ['Apolline Verdier', 'apolline.example'],
    at: [6, '13:20'],
    text: 'Comparer Kestrin et Bruvio, c’est choisir entre un notaire et un cousin.',
    metrics: { likes: 317, comments: 22, shares: 46 },
  },
  {
    on: 'generic',
    kind: 'review',
    by: ['Sébastien K.', null],
    at: [4, '10:10'],
    title: 'Kestrin Solo 3, deuxième semaine',
    text: 'Elle a commandé des grains toute seule. Je voulais arrêter le café. Nous avons eu une discussion, elle et moi.',
    metrics: { rating: 3 },
  },
  {
    on: 'x',
    by: ['Lilian Faure', 'lilianfaure'],
    at: [2, '18:39'],
    text: 'Au vide-grenier : onze Bruvio, zéro Arvelle. J’en tire des conclusions ou pas ?',
    metrics: { likes: 86, comments: 14, shares: 7, views: 4920 },
  },
];
