/** What the learner is shown, and what tells when to show it again. */
import { facetRange } from '../core/facets.ts';
import { saidIn, type Tagged } from '../core/learn/tagged.ts';
import { type Quadrant, quadrants } from '../core/quadrant.ts';
import type { WorkspaceDb } from './database.ts';
import type { Store } from './store.ts';

/** Of more the older ones tell less of what the team thinks today than the time costs that it takes to learn from them. */
const mostExamples = 10_000;

/**
 * The judgements in force of the clips that were clipped last, each for its brand as that is now: the same words mean another thing of a rival. What was
 * taken back, and what was said of a brand or clip in the trash, teaches nothing.
 */
export async function examplesOf(db: WorkspaceDb, most = mostExamples): Promise<Tagged[]> {
  const brands = await db.brands.toArray();
  const clippedFrom = (from: unknown) => db.clips.where('[inbox+clippedAt]').between(from, [0, '\uffff'], false);
  // Where they end is looked up first: a range from there on is read in one go, where counting off backwards steps from row to row.
  const [before = [0, '']] = await clippedFrom([0, '']).reverse().offset(most).limit(1).keys();
  const clips = await clippedFrom(before).toArray();
  const kinds = new Map(brands.map(({ id, kind }) => [id, kind]));
  const examples = clips.flatMap((clip) =>
    clip.tags.flatMap(({ brand: id, quadrant }) => {
      const kind = kinds.get(id);
      return kind ? [{ text: saidIn(clip), brand: { id, kind }, quadrant }] : [];
    }),
  );
  return examples.slice(-most);
}

/** How many judgements were ever given: it grows with each. */
export const judgementsGiven = ({ db }: Store): Promise<number> => db.tags.count();

/** How many clips bear each quadrant, summed over the brands; of each brand no more are counted than are asked about, since counting walks through all. */
export async function clipsByQuadrant({ db }: Store, most: number): Promise<Record<Quadrant, number>> {
  const brands = await db.brands.toCollection().primaryKeys();
  const given = { strength: 0, weakness: 0, opportunity: 0, threat: 0 };
  const count = async (brand: string, quadrant: Quadrant) => {
    const range = facetRange({ brand, quadrant }, '', '\uffff');
    const clips = await db.clips
      .where('facets')
      .between(...range, true, true)
      .limit(most)
      .primaryKeys();
    given[quadrant] += clips.length;
  };
  await Promise.all(brands.flatMap((brand) => quadrants.map((quadrant) => count(brand, quadrant))));
  return given;
}
