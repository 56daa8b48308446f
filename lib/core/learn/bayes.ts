import type { Linear } from './logistic.ts';
import type { Matrix } from './matrix.ts';

/** Added to what is counted of each feature, so that one never met with a label does not rule it out. */
const smoothing = 0.3;

/**
 * Multinomial naive Bayes on the rows' weighed features (Rennie et al., ICML 2003, without the complement): how much likelier a feature is with
 * a label than on average. One pass; with few examples, and on what a text is about, often better than what regression finds.
 */
export function bayes(matrix: Matrix, labels: Int32Array, rows: Int32Array, classes: number, places: number): Linear {
  const { begins, place, value } = matrix;
  const weights = new Float32Array(places * classes);
  const totals = new Float64Array(classes);
  const isMet = new Uint8Array(places);
  const met: number[] = [];
  for (const row of rows) {
    const label = labels[row]!;
    for (let at = begins[row]!; at < begins[row + 1]!; at++) {
      const where = place[at]!;
      weights[where * classes + label]! += value[at]!;
      totals[label]! += value[at]!;
      if (isMet[where]) continue;
      isMet[where] = 1;
      met.push(where);
    }
  }
  const logTotals = totals.map((total) => Math.log(total + smoothing * met.length));
  for (const where of met) {
    let mean = 0;
    for (let k = 0; k < classes; k++) {
      const log = Math.log(weights[where * classes + k]! + smoothing) - logTotals[k]!;
      weights[where * classes + k] = log;
      mean += log / classes;
    }
    for (let k = 0; k < classes; k++) weights[where * classes + k]! -= mean;
  }
  return { classes, weights, bias: new Float64Array(classes) };
}
