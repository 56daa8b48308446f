import { bayes } from './bayes.ts';
import { type Calibration, calibrate, type Opinions } from './calibrate.ts';
import { type Features, featuresOf, places } from './features.ts';
import { fitRows, type Linear, scoreRow, softmax, unfitted } from './logistic.ts';
import { type Lengths, type Matrix, matrixOf, rarity } from './matrix.ts';
import { seeded, shuffled } from './random.ts';
import { type Moving, wordsTowards } from './words-towards.ts';

/** A text, and what is known of it besides its words: "of a rival". */
export interface Text {
  text: string;
  about?: readonly string[];
}

export interface Example extends Text {
  label: string;
}

/** What was learned; plain data, so it can be stored and sent between contexts. */
export interface Model {
  /** In alphabetical order. */
  labels: string[];
  /** Examples by label. */
  counts: number[];
  lengths: Lengths;
  rare: Float32Array;
  /** By place and label; what they add up to, with the bias, softmax makes probabilities of. */
  weights: Float32Array;
  bias: Float64Array;
}

export interface Prediction extends Moving {
  label: string;
  /** How likely the label is right, 0 to 1: of predictions that say 0.8, eight in ten should be. */
  confidence: number;
}

const epochs = 5;
/** Up to here every example is held out once; beyond, a thousand of them are: enough to calibrate by, in a fraction of the time. */
const few = 1_500;
const heldOut = 1_000;
/** Of a small team's tags each is needed for learning, so that fewer are held out at a time. */
const foldsFor = (examples: number) => (examples <= 300 ? 10 : 5);
/** With the tone of a text, and without: it helps to tell praise from complaint, and distracts from what a text is about. The examples decide. */
const choices: readonly Lengths[] = [
  [1, 1, 0.6, 0.6],
  [1, 1, 0.3, 0.6],
  [1, 1, 0, 0.6],
];

interface Trial extends Calibration {
  lengths: Lengths;
  /** Mean -ln of what the right label was given, on examples not seen. */
  loss: number;
}

/** Row numbers in a fixed disorder in which every stretch has the labels in about the same proportions. */
function mixed(labels: Int32Array): Int32Array {
  const seen = new Map<number, number>();
  const totals = new Map<number, number>();
  for (const label of labels) totals.set(label, (totals.get(label) ?? 0) + 1);
  const rank = (row: number) => {
    const nth = seen.get(labels[row]!) ?? 0;
    seen.set(labels[row]!, nth + 1);
    return { row, rank: (nth + 0.5) / totals.get(labels[row]!)! };
  };
  const ranked = [...shuffled(labels.length, seeded(labels.length))].map(rank);
  return Int32Array.from(ranked.sort((a, b) => a.rank - b.rank || a.row - b.row).map(({ row }) => row));
}

/** What each judge says of a row. */
const opinionsOf = (judges: readonly Linear[], matrix: Matrix, row: number): Opinions =>
  judges.map((judge) => {
    const scores = new Float64Array(judge.classes);
    scoreRow(judge, matrix, row, scores);
    return scores;
  });

/** How loud regression and Bayes speak before the examples decide. */
const begin = Float64Array.of(1, 0.2);

/** Fits on most rows and calibrates on the fold left out, in so many turns with another fold each. */
function tried(texts: Features[], labels: Int32Array, classes: number, rare: Float32Array, lengths: Lengths, turns: number): Trial {
  const folds = foldsFor(texts.length);
  const rows = mixed(labels);
  const matrix = matrixOf(texts, rare, lengths);
  const opinions: Opinions[] = [];
  const right: number[] = [];
  for (let turn = 0; turn < Math.min(turns, folds); turn++) {
    const model = unfitted(classes, places, texts.length);
    const seen = rows.filter((_, index) => index % folds !== turn);
    fitRows(model, matrix, labels, seen, epochs);
    const judges = [model, bayes(matrix, labels, seen, classes, places)];
    for (let index = turn; index < rows.length; index += folds) {
      opinions.push(opinionsOf(judges, matrix, rows[index]!));
      right.push(labels[rows[index]!]!);
    }
  }
  return { lengths, ...calibrate(opinions, right, classes, begin) };
}

const bestOf = (trials: Trial[]): Trial => trials.reduce((best, trial) => (trial.loss < best.loss ? trial : best));

/** Learns labels from examples, the same from the same. Throws a `RangeError` unless there are two labels at least. */
export function train(examples: readonly Example[]): Model {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  if (labels.length < 2) throw new RangeError('learning needs examples of two labels at least');
  const numbers = new Map(labels.map((label, index) => [label, index]));
  const right = Int32Array.from(examples, ({ label }) => numbers.get(label)!);
  const counts = labels.map((_, index) => right.reduce((sum, label) => sum + (label === index ? 1 : 0), 0));
  const texts = examples.map(({ text, about }) => featuresOf(text, about));
  const rare = rarity(texts);
  const order = mixed(right);

  const isFew = examples.length <= few;
  const sample = isFew ? order.slice().sort() : order.subarray(0, few);
  const sampleTexts = [...sample].map((row) => texts[row]!);
  const sampleLabels = Int32Array.from(sample, (row) => right[row]!);
  const trial = bestOf(choices.map((lengths) => tried(sampleTexts, sampleLabels, labels.length, rare, lengths, isFew ? few : 1)));

  const matrix = matrixOf(texts, rare, trial.lengths);
  const model = unfitted(labels.length, places, texts.length);
  let calibration: Calibration = trial;
  if (isFew) fitRows(model, matrix, right, order, epochs);
  else {
    const seen = order.subarray(heldOut);
    fitRows(model, matrix, right, seen, epochs - 1);
    const judges = [model, bayes(matrix, right, seen, labels.length, places)];
    const aside = [...order.subarray(0, heldOut)];
    calibration = calibrate(
      aside.map((row) => opinionsOf(judges, matrix, row)),
      aside.map((row) => right[row]!),
      labels.length,
      begin,
    );
    fitRows(model, matrix, right, order, 1);
  }
  return { labels, counts, lengths: trial.lengths, rare, ...joined([model, bayes(matrix, right, order, labels.length, places)], calibration) };
}

/** The judges and whom to trust, as one. */
function joined(judges: readonly Linear[], { sharpness, shifts }: Calibration): Pick<Model, 'weights' | 'bias'> {
  const weights = new Float32Array(judges[0]!.weights.length);
  const bias = Float64Array.from(shifts);
  judges.forEach((judge, index) => {
    const loud = sharpness[index]!;
    for (let at = 0; at < weights.length; at++) weights[at]! += loud * judge.weights[at]!;
    for (let k = 0; k < bias.length; k++) bias[k]! += loud * judge.bias[k]!;
  });
  return { weights, bias };
}

/** The likeliest label of a text; of equally likely ones the first in the alphabet. A text without words gets what is commonest. */
export function predict(model: Model, { text, about }: Text): Prediction {
  const features = featuresOf(text, about);
  const matrix = matrixOf([features], model.rare, model.lengths);
  const linear = { classes: model.labels.length, weights: model.weights, bias: model.bias };
  const scores = new Float64Array(model.labels.length);
  scoreRow(linear, matrix, 0, scores);
  const likely = softmax(scores);
  const best = likely.indexOf(Math.max(...likely));
  return { label: model.labels[best]!, confidence: likely[best]!, ...wordsTowards(best, features, matrix, linear) };
}
