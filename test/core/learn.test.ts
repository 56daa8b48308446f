import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bayes } from '../../lib/core/learn/bayes.ts';
import { calibrate, calibrated } from '../../lib/core/learn/calibrate.ts';
import { featuresOf, places } from '../../lib/core/learn/features.ts';
import { type Example, predict, train } from '../../lib/core/learn/learner.ts';
import { matrixOf } from '../../lib/core/learn/matrix.ts';
import { seeded } from '../../lib/core/learn/random.ts';
import { suggest, trainQuadrants } from '../../lib/core/learn/suggest.ts';
import { judgementsNeeded, type Tagged } from '../../lib/core/learn/tagged.ts';
import { wordsTowards } from '../../lib/core/learn/words-towards.ts';

const delivery = ['parcel', 'courier', 'waiting', 'depot', 'tracking', 'late'];
const taste = ['espresso', 'crema', 'beans', 'aroma', 'sweet', 'cup'];
const filler = ['the', 'my', 'on', 'a', 'Tuesday', 'machine', 'we', 'and', 'Arvelle'];

/** Posts about two things: some words of their own, most of none; `noise` of them are labelled at random. */
function posts(n: number, seed: number, noise = 0): Example[] {
  const random = seeded(seed);
  const pick = (words: string[]) => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: n }, (_, index) => {
    const about = index % 2 ? delivery : taste;
    const words = Array.from({ length: 12 }, () => (random() < 0.2 ? pick(about) : pick(filler)));
    const label = random() < noise ? (random() < 0.5 ? 'taste' : 'delivery') : index % 2 ? 'delivery' : 'taste';
    return { text: words.join(' '), label };
  });
}

describe('the learner', () => {
  const model = train(posts(40, 1));

  test('knows from twenty examples of each what a post is about', () => {
    const asked = posts(400, 2);
    const right = asked.filter((post) => predict(model, post).label === post.label).length;
    // About one post in fourteen has no word that tells.
    expect(right / asked.length).toBeGreaterThan(0.85);
  });
  test('shows words of the text, as they stand there, those that told first', () => {
    const { label, words } = predict(model, { text: 'My machine. ESPRESSO, with Créma on a Tuesday' });
    expect(label).toBe('taste');
    expect(words.slice(0, 2).sort()).toEqual(['Créma', 'ESPRESSO']);
  });
  test('learns the same from the same', () => {
    const again = train(posts(40, 1));
    for (const post of posts(20, 3)) expect(predict(again, post)).toEqual(predict(model, post));
  });
  test('gives a text without words what is commonest, and no words', () => {
    const lopsided = train([...posts(40, 1), ...posts(60, 4).map(({ text }) => ({ text, label: 'taste' }))]);
    const answer = predict(lopsided, { text: '' });
    expect(answer).toMatchObject({ label: 'taste', words: [] });
    expect(answer.confidence).toBeLessThan(0.95);
  });
  test('refuses to learn from one label, or from nothing', () => {
    expect(() => train([])).toThrow(RangeError);
    expect(() => train([{ text: 'good', label: 'a' }])).toThrow('two labels at least');
  });
  test('reads scripts without spaces', () => {
    const chinese = (text: string, label: string) => ({ text, label });
    const read = train([
      ...['物流太慢了', '快递一直没到', '等了三周物流还没更新', '快递丢了'].map((text) => chinese(text, 'delivery')),
      ...['咖啡很香', '咖啡味道很好', '这台机器的咖啡真香', '味道不错'].map((text) => chinese(text, 'taste')),
    ]);
    expect(predict(read, { text: '我的快递在哪里' }).label).toBe('delivery');
    expect(predict(read, { text: '味道真香' }).label).toBe('taste');
  });
  test('takes into account what is known besides the words', () => {
    const tags = posts(120, 5).map(({ text }, index) => ({ text, about: [index % 3 ? 'own' : 'rival'], label: index % 3 ? 'W' : 'O' }));
    const known = train(tags);
    expect(predict(known, { text: 'the machine', about: ['rival'] }).label).toBe('O');
    expect(predict(known, { text: 'the machine', about: ['own'] }).label).toBe('W');
  });
  test('answers whatever is asked with a likelihood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const { confidence, words, against } = predict(model, { text });
        expect(confidence).toBeGreaterThanOrEqual(0.5);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const word of [...words, ...against]) expect(text).toContain(word);
        expect(words.filter((word) => against.includes(word))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('words for and against, by hand', () => {
  const text = 'alpha bravo charlie delta hotel foxtrot india';
  const features = featuresOf(text);
  // Words of five letters and more: one of four is a four of its letters too. All equally rare, so that each word is worth the same, and only the weights tell them apart.
  const matrix = matrixOf([features], new Float32Array(places).fill(1), [1, 1, 0, 0]);
  /** By word, its weight for each of the labels; nothing else weighs anything. */
  const moving = (weights: Record<string, number[]>) => {
    const classes = Object.values(weights)[0]!.length;
    const linear = { classes, weights: new Float32Array(places * classes), bias: new Float64Array(classes) };
    for (const [word, of] of Object.entries(weights)) linear.weights.set(of, featuresOf(word).place[0]! * classes);
    return wordsTowards(0, features, matrix, linear);
  };

  test('each by its strength; what moved less than 15 % of the strongest for it is not worth a look, on either side', () => {
    const weights = { alpha: [0, 0.2], bravo: [1, 0], charlie: [0, 0.9], delta: [0.16, 0], hotel: [0.14, 0], foxtrot: [0, 0.14], india: [0, 3] };
    expect(moving(weights)).toEqual({ words: ['bravo', 'delta'], against: ['india', 'charlie', 'alpha'] });
  });
  test('at most three against, the strongest', () => {
    const weights = { alpha: [1, 0], bravo: [0, 0.4], charlie: [0, 0.6], delta: [0, 0.5], hotel: [0, 0.7] };
    expect(moving(weights)).toEqual({ words: ['alpha'], against: ['hotel', 'charlie', 'delta'] });
  });
  test('of three labels it is against what the others have on average', () => {
    // bravo: 0.5 against a mean of 0.75; charlie: 0.5 against 0.25; delta: 0 against 0.
    const weights = { alpha: [1, 0, 0], bravo: [0.5, 1.5, 0], charlie: [0.5, 0.5, 0], delta: [0, 1, -1] };
    expect(moving(weights)).toEqual({ words: ['alpha', 'charlie'], against: ['bravo'] });
  });
  test('where no word is for it, none is said to be against it', () => {
    expect(moving({ alpha: [0, 1] })).toEqual({ words: [], against: [] });
  });
});

describe('confidence', () => {
  test.each([60, 400, 2_000])('is kept on average, learned from %i examples of which three in ten are labelled at random', (n) => {
    const model = train(posts(n, 11, 0.3));
    const answers = posts(1_000, 12, 0.3).map((post) => ({ ...predict(model, post), was: post.label }));
    const promised = answers.reduce((sum, { confidence }) => sum + confidence, 0) / answers.length;
    const kept = answers.filter(({ label, was }) => label === was).length / answers.length;
    expect(Math.abs(promised - kept)).toBeLessThan(0.1);
  });
  test('is near chance where the labels mean nothing', () => {
    const model = train(posts(200, 13, 1));
    const answers = posts(200, 14).map((post) => predict(model, post).confidence);
    expect(answers.reduce((sum, confidence) => sum + confidence, 0) / answers.length).toBeLessThan(0.62);
  });
  test('scores that say too much are made to say less: right 3 times in 4, so three quarters', () => {
    // Always 5 for one of two: softmax says 0.993. The priors of `calibrate` pull a little the other way.
    const opinions = Array.from({ length: 400 }, (_, index) => [Float64Array.from(index % 2 ? [5, 0] : [0, 5])]);
    const labels = opinions.map((_, index) => (index % 8 < 6 ? (index + 1) % 2 : index % 2));
    const calibration = calibrate(opinions, labels, 2, Float64Array.of(1));
    const [first = 0, second = 0] = calibrated([Float64Array.from([5, 0])], calibration);
    expect(first + second).toBeCloseTo(1, 10);
    expect(first).toBeCloseTo(0.75, 1);
  });
  test('of two judges the one who knows is believed', () => {
    const random = seeded(3);
    const labels = Array.from({ length: 300 }, () => (random() < 0.5 ? 0 : 1));
    const opinions = labels.map((label) => [Float64Array.from([random(), random()]), Float64Array.from(label ? [0, 2] : [2, 0])]);
    const [guesser = 0, knower = 0] = calibrate(opinions, labels, 2, Float64Array.of(1, 1)).sharpness;
    expect(knower).toBeGreaterThan(3 * guesser);
  });
});

test('naive Bayes, by hand', () => {
  // Two rows: place 0 weighs 1 with label 0; place 1 weighs 1 with label 1, and place 0 half of that.
  const matrix = {
    begins: Int32Array.of(0, 1, 3),
    place: Int32Array.of(0, 0, 1),
    value: Float32Array.of(1, 0.5, 1),
    squares: Float32Array.of(1, 1.25),
  };
  const { weights } = bayes(matrix, Int32Array.of(0, 1), Int32Array.of(0, 1), 2, 4);
  // With 0.3 added: place 0 is 1.3 of 1.6 with label 0, 0.8 of 2.1 with label 1; half the logarithm of the ratio each way.
  expect(weights[0]).toBeCloseTo(Math.log(1.3 / 1.6 / (0.8 / 2.1)) / 2, 5);
  expect(weights[1]).toBeCloseTo(-weights[0]!, 5);
  expect(weights[3]).toBeCloseTo(Math.log(1.3 / 2.1 / (0.3 / 1.6)) / 2, 5);
  expect([...weights.slice(4)]).toEqual([0, 0, 0, 0]);
});

describe('suggestions', () => {
  const own = { id: 'arvelle', kind: 'own' } as const;
  const tags = (n: number): Tagged[] =>
    posts(n, 21).map(({ text, label }) => ({ text, brand: own, quadrant: label === 'taste' ? 'strength' : 'weakness' }));

  test('there are none until two quadrants have been shown ten times', () => {
    expect(trainQuadrants(tags(18))).toBeNull();
    expect(trainQuadrants(tags(20))).not.toBeNull();
    expect(trainQuadrants(tags(60).filter(({ quadrant }) => quadrant === 'strength'))).toBeNull();
  });
  test('a clear post gets one with its words, an unclear one none', () => {
    const model = trainQuadrants(tags(120))!;
    expect(suggest(model, { text: 'Crema, aroma, beans: a sweet cup of espresso', brand: own })).toMatchObject({
      label: 'strength',
      words: expect.arrayContaining(['aroma']),
    });
    expect(suggest(model, { text: 'we and Arvelle', brand: own })).toBeNull();
    expect(suggest(model, { text: '', brand: own })).toBeNull();
  });
  test('a quadrant that was hardly ever shown is never suggested', () => {
    const rare: Tagged[] = posts(4, 22).map(() => ({ text: 'subsidy law minister', brand: own, quadrant: 'opportunity' }));
    const model = trainQuadrants([...tags(120), ...rare])!;
    expect(suggest(model, { text: 'subsidy law minister', brand: own })?.label).not.toBe('opportunity');
  });
  test('says how many judgements are still needed, of the two quadrants given most often', () => {
    expect(judgementsNeeded({ strength: 0, weakness: 0, opportunity: 0, threat: 0 })).toBe(20);
    expect(judgementsNeeded({ strength: 40, weakness: 3, opportunity: 7, threat: 0 })).toBe(3);
    expect(judgementsNeeded({ strength: 0, weakness: 10, opportunity: 0, threat: 12 })).toBe(0);
  });
  test('the same words of a rival are another quadrant', () => {
    const rival = { id: 'kestrin', kind: 'competitor' } as const;
    const late = (brand: Tagged['brand'], quadrant: Tagged['quadrant']): Tagged[] =>
      posts(60, 23).map(({ text, label }) => (label === 'delivery' ? { text, brand, quadrant } : { text, brand, quadrant: 'strength' }));
    const model = trainQuadrants([...late(own, 'weakness'), ...late(rival, 'opportunity')])!;
    const post = 'Parcel late, courier lost it, still waiting, tracking dead at the depot';
    expect(suggest(model, { text: post, brand: own })?.label).toBe('weakness');
    expect(suggest(model, { text: post, brand: rival })?.label).toBe('opportunity');
  });
});
