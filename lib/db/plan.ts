/** A query taken apart: what indexes answer, and what each clip must be asked. */

import { addDays } from '../core/day.ts';
import type { QueryContext } from '../core/query/context.ts';
import { firstDay, lastDay } from '../core/query/days.ts';
import { isJudgementTerm } from '../core/query/judged.ts';
import type { Query } from '../core/query/query.ts';
import type { WorkspaceDb } from './database.ts';
import { countOf, type Days, judgementSources, type Source, sourcesOf, type Workspace } from './sources.ts';

export interface Plan {
  days: Days;
  /** A clip is in all of these; the fewest first, with how many entries each has over the days. */
  sources: readonly Counted[];
  /** And in none of these. */
  without: readonly Counted[];
  /** And each must be asked this; null where there is nothing to ask. */
  rest: Query | null;
}

interface Counted extends Source {
  count: number;
}

/** Without an index on days, this many ids are read at most; a term with more of them is asked of the newest clips, of which many will fit. */
const mostIds = 10_000;
/** So many ids are read at most to leave their clips out. */
const mostExcluded = 4_000;
/** Where so few clips have one term, they are read and asked, before so many ids of another are. */
const few = 400;

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

/** Plans how a query is answered. Counts entries, reads none. */
export async function planOf(db: WorkspaceDb, query: Query, workspace: Workspace): Promise<Plan> {
  const terms = query.type === 'and' ? query.terms : [query];
  let days = open;
  const rest: Query[] = [];
  const found: Source[] = [];
  const excluded: Source[] = [];

  const judgements = terms.filter(isJudgementTerm);
  if (judgements.length > 0) {
    const { sources, exact } = judgementSources(judgements, workspace);
    found.push(...sources);
    if (!exact) rest.push(...judgements);
  }
  for (const term of terms) {
    if (isJudgementTerm(term)) continue;
    const span = daysOf(term, workspace.context);
    if (span) {
      days = narrower(days, span);
      continue;
    }
    const isNot = term.type === 'not';
    const { sources, exact } = sourcesOf(isNot ? term.term : term, workspace);
    if (!isNot) found.push(...sources);
    else if (exact && sources.length === 1) excluded.push({ ...sources[0]!, term });
    if (!exact || (isNot && sources.length !== 1)) rest.push(term);
  }

  const counted = (all: Source[]) =>
    Promise.all(all.map(async (source): Promise<Counted> => ({ ...source, count: await countOf(db, source, days) })));
  const [sources, without] = await Promise.all([counted(found), counted(excluded)]);
  sources.sort((a, b) => a.count - b.count);
  const fewest = sources[0]?.count ?? Number.POSITIVE_INFINITY;
  const isRead = ({ byDay, count }: Counted, index: number) =>
    index === 0 ? byDay || count <= mostIds : fewest <= few ? count <= few * 4 : byDay || count <= mostIds;
  const asked = [...sources.filter((source, index) => !isRead(source, index)), ...without.filter(({ count }) => count > mostExcluded)];
  rest.push(
    ...asked
      .map(({ term }) => term)
      .flatMap((term) => (term.type === 'and' ? term.terms : [term]))
      .filter((term) => !rest.includes(term)),
  );
  return {
    days,
    sources: sources.filter(isRead),
    without: without.filter((source) => !asked.includes(source)),
    rest: rest.length === 0 ? null : { type: 'and', terms: [...new Set(rest)] },
  };
}
