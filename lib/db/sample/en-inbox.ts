import type { SamplePost } from './sample-post.ts';

/** Clipped and not yet judged, in English. */
export const enInbox: SamplePost[] = [
  {
    on: 'bluesky',
    by: ['Perpetua Dunne', 'perpetua.example'],
    at: [14, '10:31'],
    text: 'Kestrin redesigned the cup holder so that my grandmother’s cups no longer fit. War was declared at breakfast.',
    metrics: { likes: 102, comments: 15, shares: 4 },
  },
  {
    on: 'reddit',
    by: ['three_phase_espresso', 'three_phase_espresso'],
    at: [12, '18:27'],
    title: 'Bruvio boiler, stainless or not?',
    text: 'The box says “premium alloy”. The website says “durable”. My magnet says nothing at all. Has anyone cut one open?',
    metrics: { likes: 84, comments: 41 },
  },
  {
    on: 'youtube',
    kind: 'comment',
    by: ['Harriet Boone', 'harrietboone'],
    at: [10, '09:50'],
    text: 'You should test the Bruvio again after a hundred descales. I would, but mine is in the garden with a fern in it.',
    metrics: { likes: 133, comments: 6 },
  },
  {
    on: 'x',
    by: ['Silas Mbeki-Lowe', 'silasml'],
    at: [8, '12:44'],
    text: 'Kestrin sent me a birthday card. My machine has been in their workshop since my last birthday.',
    metrics: { likes: 876, comments: 29, shares: 114, views: 46800 },
  },
  {
    on: 'linkedin',
    by: ['Theodora Lang', 'theodora-lang'],
    at: [6, '07:46'],
    text: 'Interesting hire: Bruvio’s new head of service comes from the aviation industry. Somebody there wants fewer returns.',
    metrics: { likes: 211, comments: 17, shares: 6 },
  },
  {
    on: 'generic',
    kind: 'review',
    by: ['D. Farquhar', null],
    at: [5, '20:12'],
    title: 'Senja Satu in a canal boat',
    text: 'Runs off the inverter, weighs nothing, makes a cup that is hot and brown. The rental chap came by bicycle along the towpath.',
    metrics: { rating: 4 },
  },
  {
    on: 'mastodon',
    by: ['Agnieszka Wrona', 'wrona@ziarno.example'],
    at: [2, '07:27'],
    text: 'Does Kestrin still make the glass jug on its own or am I now a person who drinks from a measuring cup',
    metrics: { likes: 21, comments: 9 },
  },
];
