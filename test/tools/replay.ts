/**
 * npm run --silent replay
 *
 * The sample workspace as it was judged, in the order in which its posts were clipped: the learner is shown the first part, and asked about
 * the rest. Its posts are invented, so the figures say how the machine works, not how well it will know a real team's mind.
 */
import { predict } from '../../lib/core/learn/learner.ts';
import { suggest, trainQuadrants } from '../../lib/core/learn/suggest.ts';
import { saidIn, type Tagged } from '../../lib/core/learn/tagged.ts';
import { readSentiment } from '../../lib/core/sentiment/reading.ts';
import { sampleBrands } from '../../lib/db/sample/sample-brands.ts';
import { sampleClips } from '../../lib/db/sample/sample-clips.ts';
import { type Answer, calibrationError, macroF1, promises, shareRight, surest } from './scoring.ts';

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
const kindOf = (key: string) => sampleBrands.find((brand) => brand.key === key)!.kind;

const clips = sampleClips(new Date('2026-01-01T12:00:00Z')).sort((a, b) => a.clippedAt.getTime() - b.clippedAt.getTime());
const tags: Tagged[] = clips.flatMap(({ draft, judgements }) =>
  judgements.map(({ brand, quadrant }) => ({ text: saidIn(draft), brand: { id: brand, kind: kindOf(brand) }, quadrant })),
);

function commonest(shown: readonly Tagged[]): string {
  const times = new Map<string, number>();
  for (const { quadrant } of shown) times.set(quadrant, (times.get(quadrant) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]![0];
}

console.log(`Quadrants: ${tags.length} tags, learned in the order in which they were given\n`);
console.log('shown  asked  right  commonest  surest half  surest quarter  calibration error  suggested  of these right');
let half: Answer[] = [];
for (const part of [0.25, 0.5, 0.75]) {
  const shown = tags.slice(0, Math.floor(part * tags.length));
  const asked = tags.slice(shown.length);
  const model = trainQuadrants(shown);
  if (!model) throw new Error('the sample workspace has too few tags');
  const answers = asked.map(({ text, brand, quadrant }) => {
    const { label, confidence } = predict(model, { text, about: [brand.kind, brand.id] });
    return { confidence, right: label === quadrant };
  });
  if (part === 0.5) half = answers;
  const always = commonest(shown);
  const suggested = asked.flatMap((tag) => {
    const suggestion = suggest(model, tag);
    return suggestion ? [suggestion.label === tag.quadrant] : [];
  });
  const cells = [
    percent(shareRight(answers)).padStart(5),
    percent(asked.filter(({ quadrant }) => quadrant === always).length / asked.length).padStart(9),
    percent(shareRight(surest(answers, 0.5))).padStart(11),
    percent(shareRight(surest(answers, 0.25))).padStart(14),
    percent(calibrationError(answers)).padStart(17),
    percent(suggested.length / asked.length).padStart(9),
    (suggested.length > 0 ? percent(suggested.filter(Boolean).length / suggested.length) : '–').padStart(14),
  ];
  console.log([String(shown.length).padStart(5), String(asked.length).padStart(5), ...cells].join('  '));
}

console.log('\nAfter half of them: what was promised, what was kept');
for (const { n, promised, kept } of promises(half)) console.log(`${percent(promised).padStart(6)}  ${percent(kept).padStart(6)}  n = ${n}`);

console.log('\nSentiment, one brand felt about: macro-F1, n');
for (const lang of ['en', 'fr', 'id']) {
  const pairs = clips
    .filter(({ draft, sentiments }) => draft.lang === lang && Object.keys(sentiments).length === 1)
    .map(({ draft, sentiments }) => [readSentiment(saidIn(draft)).label, Object.values(sentiments)[0]!] as const);
  console.log(`${lang}  ${(100 * macroF1(pairs)).toFixed(1)}  n = ${pairs.length}`);
}
