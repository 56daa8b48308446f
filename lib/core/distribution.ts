/** Many numbers of which many are equal: each once, with how often it is there. As exact as the list of them, and as short as there are different ones. */
export class Distribution {
  /** How many numbers there are. */
  readonly length: number;
  private readonly values: readonly number[];
  /** How many numbers there are up to each value, itself among them. */
  private readonly until: readonly number[];

  constructor(counts: ReadonlyMap<number, number>) {
    const until: number[] = [];
    let length = 0;
    this.values = [...counts.keys()].sort((a, b) => a - b);
    for (const value of this.values) {
      length += counts.get(value)!;
      until.push(length);
    }
    this.length = length;
    this.until = until;
  }

  static of(values: Iterable<number>): Distribution {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return new Distribution(counts);
  }

  /** The number at a place from 0 in ascending order. */
  at(place: number): number {
    let [low, high] = [0, this.values.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.until[middle]! <= place) low = middle + 1;
      else high = middle;
    }
    return this.values[low]!;
  }

  /** The sum of all numbers, or of what `of` makes of each. */
  sum(of = (value: number) => value): number {
    return this.values.reduce((sum, value, index) => sum + of(value) * (this.until[index]! - (this.until[index - 1] ?? 0)), 0);
  }
}
