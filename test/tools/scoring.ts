/** How good predictions are that say how sure they are. */
export interface Answer {
  /** 0 to 1 */
  confidence: number;
  right: boolean;
}

export const shareRight = (answers: readonly Answer[]): number => answers.filter(({ right }) => right).length / answers.length;

/** The surest part of the answers, 0 < part <= 1; of equally sure ones those that come first. */
export const surest = (answers: readonly Answer[], part: number): Answer[] =>
  [...answers].sort((a, b) => b.confidence - a.confidence).slice(0, Math.ceil(part * answers.length));

/** By tenths of confidence: how many answers, what they promised on average, and how many were right. Empty tenths are left out. */
export function promises(answers: readonly Answer[]): { n: number; promised: number; kept: number }[] {
  return Array.from({ length: 10 }, (_, tenth) => answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth))
    .filter((bin) => bin.length > 0)
    .map((bin) => ({ n: bin.length, promised: bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length, kept: shareRight(bin) }));
}

/** Expected calibration error: the mean gap between promised and kept, weighed by n (Guo et al., ICML 2017). */
export const calibrationError = (answers: readonly Answer[]): number =>
  promises(answers).reduce((sum, { n, promised, kept }) => sum + (n / answers.length) * Math.abs(promised - kept), 0);

/** Macro-F1: the F1 of each class, averaged; a class that is never right has 0. Pairs are what was said, and what it was. */
export function macroF1(pairs: readonly (readonly [said: string, was: string])[]): number {
  const classes = [...new Set(pairs.map(([, was]) => was))];
  const f1 = (name: string) => {
    const right = pairs.filter(([said, was]) => said === name && was === name).length;
    return (2 * right) / (pairs.filter(([said]) => said === name).length + pairs.filter(([, was]) => was === name).length);
  };
  return classes.reduce((sum, name) => sum + f1(name), 0) / classes.length;
}
