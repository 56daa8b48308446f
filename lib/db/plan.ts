/** A query taken apart: what indexes answer, and what each clip must be asked. */

import { addDays } from '../core/day.ts';
import type { QueryContext } from '../core/query/context.ts';
import { firstDay, lastDay } from '../core/query/days.ts';
import { isJudgementTerm } from '../core/query/judged.ts';
import type { Query } from '../core/query/query.ts';
import { type Days, judgementSources, type Source, sourcesOf, type Workspace } from './sources.ts';

export interface Plan {
  days: Days;
  /** A clip is in all of these. */
  sources: readonly Source[];
  /** And in none of these. */
  without: readonly Source[];
  /** And, where it is, must be asked this besides; null where there is nothing to ask. */
  rest: Query | null;
}

const open: Days = ['0', '9'];

const narrower = ([from, to]: Days, [low, high]: Days): Days => [from > low ? from : low, to < high ? to : high];

function daysOf(query: Query, { today }: QueryContext): Days | null {
  switch (query.type) {
    case 'days':
      return [query.from ? firstDay(query.from, today) : open[0], query.to ? lastDay(query.to, today) : open[1]];
    case 'after':
      return [firstDay(query.day, today), open[1]];
    case 'before':
      return [open[0], addDays(firstDay(query.day, today), -1)];
    default:
      return null;
  }
}

/** Plans how a query is answered, without looking into the store. */
export function planOf(query: Query, workspace: Workspace): Plan {
  const terms = query.type === 'and' ? query.terms : [query];
  let days = open;
  const rest: Query[] = [];
  const sources: Source[] = [];
  const without: Source[] = [];

  const judgements = terms.filter(isJudgementTerm);
  if (judgements.length > 0) {
    const known = judgementSources(judgements, workspace);
    sources.push(...known.sources);
    if (!known.exact) rest.push(...judgements);
  }
  for (const term of terms) {
    if (isJudgementTerm(term)) continue;
    const span = daysOf(term, workspace.context);
    if (span) {
      days = narrower(days, span);
      continue;
    }
    const isNot = term.type === 'not';
    const known = sourcesOf(isNot ? term.term : term, workspace);
    if (!isNot) sources.push(...known.sources);
    else if (known.exact && known.sources.length === 1) without.push(known.sources[0]!);
    if (!known.exact || (isNot && known.sources.length !== 1)) rest.push(term);
  }
  return { days, sources, without, rest: rest.length === 0 ? null : { type: 'and', terms: rest } };
}
