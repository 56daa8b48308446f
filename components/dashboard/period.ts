import { i18n } from '../../lib/i18n/index.ts';
import { number } from '../ui/format.ts';
import type { Option } from './menus.tsx';

const lengths = [7, 30, 90, 365];
const usual = 90;

/** Days of the period that the address asks for. */
export function daysAsked(query: URLSearchParams): number {
  const asked = Number(query.get('days'));
  return lengths.includes(asked) ? asked : usual;
}

/** The periods to choose from. */
export const periods = (): Option[] => lengths.map((days) => ({ value: String(days), label: i18n.t('ui.periodDays', days, [number(days)]) }));
