import { softmax } from './logistic.ts';

/** Turns scores into probabilities that are right as often as they say: score × `sharpness` + a shift a class, then softmax. */
export interface Calibration {
  sharpness: number;
  shifts: Float64Array;
}

/** With little to go by, sharpness stays near 1 and shifts near 0: Gaussian priors, of these deviations (of the logarithm, for sharpness). */
const spread = { sharpness: 1, shifts: 0.5 };
const rounds = 60;

export const calibrated = (scores: Float64Array, { sharpness, shifts }: Calibration): Float64Array =>
  softmax(scores.map((score, k) => score * sharpness + shifts[k]!));

/** Sum of -ln p(right label), with the priors' part, and its slopes by ln sharpness and by each shift. */
function loss(scores: readonly Float64Array[], labels: readonly number[], { sharpness, shifts }: Calibration) {
  const log = Math.log(sharpness);
  let sum = log ** 2 / (2 * spread.sharpness ** 2);
  let bySharpness = log / spread.sharpness ** 2;
  const byShift = shifts.map((shift) => {
    sum += shift ** 2 / (2 * spread.shifts ** 2);
    return shift / spread.shifts ** 2;
  });
  scores.forEach((row, index) => {
    const p = calibrated(row, { sharpness, shifts });
    sum -= Math.log(Math.max(p[labels[index]!]!, 1e-12));
    for (let k = 0; k < p.length; k++) {
      const error = p[k]! - (labels[index] === k ? 1 : 0);
      byShift[k]! += error;
      bySharpness += error * row[k]! * sharpness;
    }
  });
  return { sum, bySharpness, byShift };
}

/**
 * Temperature scaling with shifts (Guo et al., ICML 2017, "vector scaling" with one temperature), fitted to scores of examples that the
 * model had not seen. Gradient descent with a step that grows while it helps and shrinks when it does not.
 */
export function calibrate(scores: readonly Float64Array[], labels: readonly number[], classes: number): Calibration & { loss: number } {
  let best: Calibration = { sharpness: 1, shifts: new Float64Array(classes) };
  let at = loss(scores, labels, best);
  let step = 1 / (scores.length + 1);
  for (let round = 0; round < rounds; round++) {
    const sharpness = best.sharpness * Math.exp(-step * Math.max(-1 / step, Math.min(1 / step, at.bySharpness)));
    const next = { sharpness, shifts: best.shifts.map((shift, k) => shift - step * at.byShift[k]!) };
    const there = loss(scores, labels, next);
    if (there.sum < at.sum) {
      [best, at] = [next, there];
      step *= 1.6;
    } else step /= 2.5;
  }
  return { ...best, loss: at.sum / Math.max(1, scores.length) };
}
