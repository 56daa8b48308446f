import { mkdir, writeFile } from 'node:fs/promises';

/** One printed figure. `ratio` is value ÷ that of the figure named in `against`, measured in the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 's' | 'µs' | 'kB' | 'MB' | '%' | '/s' | '×';
  /** How many measurements it rests on. */
  n: number;
  against?: string;
  ratio?: number;
  /** What the value has to stay below. */
  limit?: number;
}

const figures: Figure[] = [];

function add({ name, value, unit, n, against, limit }: Figure): void {
  const other = against === undefined ? undefined : figures.find((figure) => figure.name === against);
  if (against !== undefined && !other) throw new Error(`"${name}" is compared with "${against}", which was not measured`);
  const rounded = Math.round(value * 100) / 100;
  const ratio = other && Math.round((value / other.value) * 100) / 100;
  figures.push({
    ...{ name, value: rounded, unit, n },
    ...(against !== undefined && { against }),
    ...(ratio !== undefined && { ratio }),
    ...(limit !== undefined && { limit }),
  });
  const compared = ratio === undefined ? '' : `  ${ratio} × ${against}`;
  const judged = limit === undefined ? '' : value < limit ? `  below ${limit} ${unit}` : `  NOT below ${limit} ${unit}`;
  console.log(`${name.padEnd(58)} ${String(rounded).padStart(9)} ${unit.padEnd(3)} n=${n}${compared}${judged}`);
}

/** Prints a figure and keeps it for the file. */
export function report(name: string, value: number, unit: Figure['unit'], n: number, against?: string): void {
  add({ name, value, unit, n, ...(against !== undefined && { against }) });
}

/** The same for one that has to stay below a limit; where it does not, the benchmark fails when all is measured. */
export function reportBelow(limit: number, name: string, value: number, unit: Figure['unit'], n: number, against?: string): void {
  add({ name, value, unit, n, limit, ...(against !== undefined && { against }) });
  // Not a number is not below either.
  if (!(value < limit)) process.exitCode = 1;
}

export async function writeFigures(file: string): Promise<void> {
  await mkdir('.output', { recursive: true });
  await writeFile(file, `${JSON.stringify(figures, null, 2)}\n`);
}

/** The value below which a share of the measurements lies: 0.5 the median, 0.95 the p95. */
export function quantile(values: readonly number[], share: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.ceil(share * ascending.length) - 1)]!;
}
