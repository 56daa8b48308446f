import type { Quadrant } from '../quadrant.ts';
import type { Brand } from '../records.ts';
import { type Model, type Prediction, predict, type Text, train } from './learner.ts';

/** Below this a suggestion is more bother than help: of those made, at least seven in ten should be taken. */
const sure = 0.7;
/** A quadrant is suggested only once it has been shown this often. */
const shownEnough = 10;
/** Nothing is suggested before so many quadrants were shown that often: to know one alone is to know nothing. */
const fewestQuadrants = 2;

/** A post as it is judged for a brand. */
export interface Judged {
  text: string;
  brand: { id: string; kind: Brand['kind'] };
}

export interface Tagged extends Judged {
  quadrant: Quadrant;
}

export interface Suggestion extends Prediction {
  label: Quadrant;
}

/** The same words are a strength of one brand and a threat from another: whose they are counts with them. */
const textOf = ({ text, brand }: Judged): Text => ({ text, about: [brand.kind, brand.id] });

/** What a post says, as the learner reads it: the same when it is shown and when it is asked. */
export const saidIn = ({ title, text }: { title?: string | undefined; text: string }): string => [title, text].filter(Boolean).join('\n');

/** How many more judgements there have to be before anything can be suggested, by how often each quadrant was given. */
export function judgementsNeeded(given: Readonly<Record<Quadrant, number>>): number {
  const often = Object.values(given).sort((a, b) => b - a);
  return often.slice(0, fewestQuadrants).reduce((sum, times) => sum + Math.max(0, shownEnough - times), 0);
}

/** Learns quadrants from a team's own tags; null until two of them have been shown often enough to tell them apart. */
export function trainQuadrants(tags: readonly Tagged[]): Model | null {
  const shown = { strength: 0, weakness: 0, opportunity: 0, threat: 0 };
  for (const { quadrant } of tags) shown[quadrant] += 1;
  if (judgementsNeeded(shown) > 0) return null;
  return train(tags.map((tag) => ({ ...textOf(tag), label: tag.quadrant })));
}

/** The quadrant that a team would likely give a post for a brand, with the words that say so; null where that is not sure enough. */
export function suggest(model: Model, post: Judged): Suggestion | null {
  const { label, confidence, words } = predict(model, textOf(post));
  const shown = model.counts[model.labels.indexOf(label)] ?? 0;
  if (confidence < sure || shown < shownEnough || words.length === 0) return null;
  return { label: label as Quadrant, confidence, words };
}
