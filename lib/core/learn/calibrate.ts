import { softmax } from './logistic.ts';

/** Turns the scores of several judges into probabilities that are right as often as they say: each × its sharpness, plus a shift a class, then softmax. */
export interface Calibration {
  /** By judge. */
  sharpness: Float64Array;
  /** By class. */
  shifts: Float64Array;
}

/** What the judges say of one text, each a score by class. */
export type Opinions = readonly Float64Array[];

/** With little to go by, all stays near where it began: Gaussian priors, of these deviations (of the logarithm, for sharpness). */
const spread = { sharpness: 1, shifts: 0.5 };
const rounds = 80;

export function calibrated(opinions: Opinions, { sharpness, shifts }: Calibration): Float64Array {
  const sum = Float64Array.from(shifts);
  opinions.forEach((scores, judge) => {
    for (let k = 0; k < sum.length; k++) sum[k]! += scores[k]! * sharpness[judge]!;
  });
  return softmax(sum);
}

/** Sum of -ln p(right label), with the priors' part, and its slopes by the logarithm of each sharpness and by each shift. */
function loss(texts: readonly Opinions[], labels: readonly number[], at: Calibration, begin: Float64Array) {
  let sum = 0;
  const bySharpness = at.sharpness.map((sharpness, judge) => {
    const away = Math.log(sharpness / begin[judge]!);
    sum += away ** 2 / (2 * spread.sharpness ** 2);
    return away / spread.sharpness ** 2;
  });
  const byShift = at.shifts.map((shift) => {
    sum += shift ** 2 / (2 * spread.shifts ** 2);
    return shift / spread.shifts ** 2;
  });
  texts.forEach((opinions, index) => {
    const p = calibrated(opinions, at);
    sum -= Math.log(Math.max(p[labels[index]!]!, 1e-12));
    for (let k = 0; k < p.length; k++) {
      const error = p[k]! - (labels[index] === k ? 1 : 0);
      byShift[k]! += error;
      opinions.forEach((scores, judge) => {
        bySharpness[judge]! += error * scores[k]! * at.sharpness[judge]!;
      });
    }
  });
  return { sum, bySharpness, byShift };
}

const atMostOne = (x: number) => Math.max(-1, Math.min(1, x));

/**
 * Temperature scaling with shifts (Guo et al., ICML 2017), one temperature a judge, fitted to texts that none of them had seen; so it also
 * decides whom to trust (stacking: Wolpert, 1992). `begin` is the sharpness of each to start from. Gradient descent with a step that grows
 * while it helps and shrinks when it does not. `loss` is the mean -ln p(right label).
 */
export function calibrate(
  texts: readonly Opinions[],
  labels: readonly number[],
  classes: number,
  begin: Float64Array,
): Calibration & { loss: number } {
  let best: Calibration = { sharpness: begin, shifts: new Float64Array(classes) };
  let there = loss(texts, labels, best, begin);
  let step = 1 / (texts.length + 1);
  for (let round = 0; round < rounds; round++) {
    const { bySharpness, byShift } = there;
    const next: Calibration = {
      sharpness: best.sharpness.map((sharpness, judge) => sharpness * Math.exp(atMostOne(-step * bySharpness[judge]!))),
      shifts: best.shifts.map((shift, k) => shift - step * byShift[k]!),
    };
    const then = loss(texts, labels, next, begin);
    if (then.sum < there.sum) {
      [best, there] = [next, then];
      step *= 1.6;
    } else step /= 2.5;
  }
  return { ...best, loss: there.sum / Math.max(1, texts.length) };
}
