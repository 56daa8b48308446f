import type { Quadrant } from '../quadrant.ts';
import { type Model, type Prediction, predict, type Text, train } from './learner.ts';
import { type Judged, judgementsNeeded, shownEnough, type Tagged } from './tagged.ts';

/** Below this a suggestion is more bother than help: of those made, at least seven in ten should be taken. */
const sure = 0.7;
export interface Suggestion extends Prediction {
  label: Quadrant;
}

/** The same words are a strength of one brand and a threat from another: whose they are counts with them. */
const textOf = ({ text, brand }: Judged): Text => ({ text, about: [brand.kind, brand.id] });

/** Learns quadrants from a team's own tags; null until two of them have been shown often enough to tell them apart. */
export function trainQuadrants(tags: readonly Tagged[]): Model | null {
  const shown = { strength: 0, weakness: 0, opportunity: 0, threat: 0 };
  for (const { quadrant } of tags) shown[quadrant] += 1;
  if (judgementsNeeded(shown) > 0) return null;
  return train(tags.map((tag) => ({ ...textOf(tag), label: tag.quadrant })));
}

/** The quadrant that a team would likely give a post for a brand, with the words that say so and those that do not; null where that is not sure enough. */
export function suggest(model: Model, post: Judged): Suggestion | null {
  const { label, confidence, words, against } = predict(model, textOf(post));
  const shown = model.counts[model.labels.indexOf(label)] ?? 0;
  if (confidence < sure || shown < shownEnough || words.length === 0) return null;
  return { label: label as Quadrant, confidence, words, against };
}
