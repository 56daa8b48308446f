import type { Matrix } from './matrix.ts';
import { seeded, shuffled } from './random.ts';

/** A linear classifier: `weights[place × classes + class]`, and a bias a class. */
export interface Linear {
  classes: number;
  weights: Float32Array;
  bias: Float64Array;
}

/** Adds up what a row says for each class, into `out`. */
export function scoreRow({ classes, weights, bias }: Linear, { begins, place, value }: Matrix, row: number, out: Float64Array): void {
  out.set(bias);
  const end = begins[row + 1]!;
  for (let at = begins[row]!; at < end; at++) {
    const much = value[at]!;
    let from = place[at]! * classes;
    for (let k = 0; k < classes; k++) out[k]! += weights[from++]! * much;
  }
}

/** Scores into probabilities that sum to 1, in place. */
export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k]! - most);
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
  return scores;
}

/** How far an example may pull, against keeping the weights small (C of liblinear). */
const pull = 3;

export interface Fit extends Linear {
  /** What each example pulls, by row and class; taken up again when fitting goes on. */
  duals: Float64Array;
}

/** A fit that knows nothing yet. */
export const unfitted = (classes: number, places: number, rows: number): Fit => ({
  classes,
  weights: new Float32Array(places * classes),
  bias: new Float64Array(classes),
  duals: new Float64Array(rows * classes),
});

/**
 * Multinomial logistic regression with L2, by stochastic dual coordinate ascent (Shalev-Shwartz & Zhang, JMLR 14, 2013, "Option II"):
 * no step size to choose, linear in the number of features met. Fits the given rows only, `epochs` times over, in place.
 */
export function fitRows(model: Fit, matrix: Matrix, labels: Int32Array, rows: Int32Array, epochs: number): void {
  const { classes, weights, bias, duals } = model;
  const { begins, place, value, squares } = matrix;
  const change = new Float64Array(classes);
  const random = seeded(rows.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffled(rows.length, random)) {
      const row = rows[index]!;
      scoreRow(model, matrix, row, change);
      softmax(change);
      const step = 1 / (1 + ((1 + squares[row]!) * pull) / 2);
      for (let k = 0; k < classes; k++) {
        const wanted = (labels[row] === k ? 1 : 0) - change[k]!;
        const moved = step * (wanted - duals[row * classes + k]!);
        duals[row * classes + k]! += moved;
        change[k] = moved * pull;
        bias[k]! += change[k]!;
      }
      const end = begins[row + 1]!;
      for (let at = begins[row]!; at < end; at++) {
        const much = value[at]!;
        let from = place[at]! * classes;
        for (let k = 0; k < classes; k++) weights[from++]! += change[k]! * much;
      }
    }
  }
}
