import { mkdir, writeFile } from 'node:fs/promises';

/** One printed figure. `ratio` is value ÷ that of the figure named in `against`, measured in the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 'kB' | 'MB' | '%';
  /** How many measurements it rests on. */
  n: number;
  against?: string;
  ratio?: number;
}

const figures: Figure[] = [];

/** Prints a figure and keeps it for the file. */
export function report(name: string, value: number, unit: Figure['unit'], n: number, against?: string): void {
  const other = against === undefined ? undefined : figures.find((figure) => figure.name === against);
  if (against !== undefined && !other) throw new Error(`"${name}" is compared with "${against}", which was not measured`);
  const rounded = Math.round(value * 100) / 100;
  const ratio = other && Math.round((value / other.value) * 100) / 100;
  figures.push({ name, value: rounded, unit, n, ...(against !== undefined && { against }), ...(ratio !== undefined && { ratio }) });
  console.log(`${name.padEnd(58)} ${String(rounded).padStart(9)} ${unit.padEnd(3)} n=${n}${ratio === undefined ? '' : `  ${ratio} × ${against}`}`);
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
