import type { Brand } from '../../core/records.ts';
import type { SampleBrandKey } from './sample-post.ts';

type SampleBrand = Omit<Brand, 'id' | 'order'> & { key: SampleBrandKey };

/** Companies that do not exist: ours, and three that people compare it with. */
export const sampleBrands: readonly SampleBrand[] = [
  {
    key: 'arvelle',
    name: 'Arvelle',
    kind: 'own',
    aliases: ['Arvele', 'Arvelle Mini', 'Arvelle Duo'],
    handles: ['arvelle', 'reddit:ArvelleOfficial', 'linkedin:arvelle-coffee'],
    must: [],
    mustNot: ['Arvelle Street'],
  },
  {
    key: 'kestrin',
    name: 'Kestrin',
    kind: 'competitor',
    aliases: ['Kestrin Solo'],
    handles: ['kestrin', 'youtube:kestrincoffee'],
    must: [],
    mustNot: [],
  },
  { key: 'bruvio', name: 'Bruvio', kind: 'competitor', aliases: ['Bruvio One'], handles: ['bruvio'], must: [], mustNot: [] },
  // "Senja" is also the Indonesian word for dusk.
  {
    key: 'senja',
    name: 'Senja',
    kind: 'competitor',
    aliases: ['Senja Satu'],
    handles: ['senja', 'x:senjakopi'],
    must: ['mesin', 'kopi', 'espresso', 'coffee', 'machine', 'sewa', 'Senja Satu', 'café', 'Arvelle', 'Kestrin', 'Bruvio'],
    mustNot: ['pantai'],
  },
];
