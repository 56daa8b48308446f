/** Days as a query writes them: `2026-05-21`, `2026-05`, `2026`, `today`, `30d` (so many days before today). */
import { addDays } from '../day.ts';

const written = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const ago = /^(\d{1,5})d$/;

export function isDay(text: string): boolean {
  if (text === 'today' || ago.test(text)) return true;
  const [, year, month = '01', day = '01'] = written.exec(text) ?? [];
  if (!year) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // The 31st of February is the 3rd of March to a Date.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** The first day YYYY-MM-DD of what is written. */
export function firstDay(text: string, today: string): string {
  if (text === 'today') return today;
  const days = ago.exec(text)?.[1];
  if (days) return addDays(today, -Number(days));
  return `${text}-01-01`.slice(0, 10);
}

/** The last day of what is written: of a month or year its last one. */
export function lastDay(text: string, today: string): string {
  if (text.length === 4 && written.test(text)) return `${text}-12-31`;
  if (text.length !== 7) return firstDay(text, today);
  const [year, month] = text.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
