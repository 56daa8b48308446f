import { type Calibration, calibrate, calibrated } from './calibrate.ts';
import { type Features, featuresOf, places } from './features.ts';
import { type Fit, fitRows, scoreRow, unfitted } from './logistic.ts';
import { type Lengths, type Matrix, matrixOf, rarity } from './matrix.ts';
import { seeded, shuffled } from './random.ts';
import { wordsTowards } from './words-towards.ts';

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
  /** By place and label. */
  weights: Float32Array;
  bias: Float64Array;
  calibration: Calibration;
}

export interface Prediction {
  label: string;
  /** How likely the label is right, 0 to 1: of predictions that say 0.8, eight in ten should be. */
  confidence: number;
  /** Words of the text that moved it to this label, as they stand there, the strongest first; at most five. */
  words: string[];
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

const scoresOf = (model: Fit, matrix: Matrix, row: number) => {
  const scores = new Float64Array(model.classes);
  scoreRow(model, matrix, row, scores);
  return scores;
};

/** Fits on most rows and calibrates on the fold left out, in so many turns with another fold each. */
function tried(texts: Features[], labels: Int32Array, classes: number, rare: Float32Array, lengths: Lengths, turns: number): Trial {
  const folds = foldsFor(texts.length);
  const rows = mixed(labels);
  const matrix = matrixOf(texts, rare, lengths);
  const scores: Float64Array[] = [];
  const right: number[] = [];
  for (let turn = 0; turn < Math.min(turns, folds); turn++) {
    const model = unfitted(classes, places, texts.length);
    fitRows(
      model,
      matrix,
      labels,
      rows.filter((_, index) => index % folds !== turn),
      epochs,
    );
    for (let index = turn; index < rows.length; index += folds) {
      scores.push(scoresOf(model, matrix, rows[index]!));
      right.push(labels[rows[index]!]!);
    }
  }
  return { lengths, ...calibrate(scores, right, classes) };
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
    fitRows(model, matrix, right, order.subarray(heldOut), epochs - 1);
    const aside = [...order.subarray(0, heldOut)];
    calibration = calibrate(
      aside.map((row) => scoresOf(model, matrix, row)),
      aside.map((row) => right[row]!),
      labels.length,
    );
    fitRows(model, matrix, right, order, 1);
  }
  const { sharpness, shifts } = calibration;
  return { labels, counts, lengths: trial.lengths, rare, weights: model.weights, bias: model.bias, calibration: { sharpness, shifts } };
}

/** The likeliest label of a text; of equally likely ones the first in the alphabet. A text without words gets what is commonest. */
export function predict(model: Model, { text, about }: Text): Prediction {
  const features = featuresOf(text, about);
  const matrix = matrixOf([features], model.rare, model.lengths);
  const linear = { classes: model.labels.length, weights: model.weights, bias: model.bias };
  const scores = new Float64Array(model.labels.length);
  scoreRow(linear, matrix, 0, scores);
  const likely = calibrated(scores, model.calibration);
  const best = likely.indexOf(Math.max(...likely));
  return { label: model.labels[best]!, confidence: likely[best]!, words: wordsTowards(best, features, matrix, linear) };
}
