import { isUnnamed, type Line } from '../../../lib/core/board.ts';
import { letters } from '../../../lib/core/quadrant.ts';
import type { Statement } from '../../../lib/core/records.ts';
import type { Source } from '../../../lib/core/statements.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { number } from '../../ui/format.ts';
import type { SwotData } from './swot-data.ts';

export const themeName = ({ themes }: Pick<SwotData, 'themes'>, theme: string | null): string =>
  theme === null ? i18n.t('swot.noTheme') : (themes.get(theme) ?? i18n.t('swot.themeGone'));

/** What the theme of a line means; empty where nobody said, or it has several. */
export const definitionOf = ({ definitions }: Pick<SwotData, 'definitions'>, { sources }: Pick<Line, 'sources'>): string =>
  (sources.length === 1 && definitions.get(sources[0]!.theme ?? '')) || '';

/** In a person's words; else its theme's name. */
export const nameOf = (data: Pick<SwotData, 'themes'>, { words, source }: Pick<Statement, 'words' | 'source'>): string =>
  words ?? themeName(data, source?.theme ?? null);

/** "judged W, stated T": where tags and statement stand apart; null where they agree. */
export function judgedElsewhere({ sources, statement: { quadrant } }: Pick<Line, 'sources' | 'statement'>): string | null {
  const judged = [...new Set(sources.map((source: Source) => letters[source.quadrant]))];
  if (judged.every((letter) => letter === letters[quadrant])) return null;
  return i18n.t('swot.judgedElsewhere', { judged: judged.join(', '), stated: letters[quadrant] });
}

/** "27 clips", "25 authors", "5 networks", "strong" …; of an opinion that it is one. The first is the number of clips. */
export function factsOf(line: Line): string[] {
  const { clips, authors, platforms, word, otherwise, change, statement } = line;
  const { impact, likelihood } = statement;
  const judged = judgedElsewhere(line);
  return [
    ...(word === 'opinion'
      ? [change?.kind === 'left' ? i18n.t('swot.opinionNow') : i18n.t('swot.opinion')]
      : [
          i18n.t('swot.clips', clips, { n: number(clips) }),
          i18n.t('swot.authors', authors, { n: number(authors) }),
          i18n.t('swot.networks', platforms.size, { n: number(platforms.size) }),
          i18n.t(`swot.strength.${word}`),
        ]),
    ...(otherwise > 0 ? [i18n.t('swot.otherwise', otherwise, { n: number(otherwise) })] : []),
    ...(judged ? [judged] : []),
    ...(impact === null ? [] : [i18n.t('swot.impactIs', { n: number(impact) })]),
    ...(likelihood === null ? [] : [i18n.t('swot.likelihoodIs', { n: number(likelihood) })]),
  ];
}

/** The class that gives a line the weight of its evidence. */
export const weightOf = (line: Line): string => (isUnnamed(line) ? 'unnamed' : `evidence-${line.word}`);
