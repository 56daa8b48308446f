import GitCompareArrows from 'lucide-react/icons/git-compare-arrows';
import { type ReactNode, useState } from 'react';
import { contraries, type Line } from '../../../lib/core/board.ts';
import { dayIn } from '../../../lib/core/day.ts';
import { noTheme } from '../../../lib/core/facets.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { type Source, sourceKey } from '../../../lib/core/statements.ts';
import { halfLife } from '../../../lib/core/voices.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, kindOf, newestTag, whenOf, wordsOf } from '../../clip-words.ts';
import { clipLink, libraryLink } from '../../links.ts';
import { useLive, useStore } from '../../store.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { day, number } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { Trace } from '../../ui/trace.tsx';
import { Voice } from '../../ui/voice.tsx';
import { evidenceOf, type SwotData } from './swot-data.ts';

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="meta">{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Quotes({ clips, sources, brand }: { clips: readonly Clip[]; sources: readonly Source[]; brand: string }) {
  const { workspace } = useStore();
  return (
    <ol className={`quotes q-${sources[0]?.quadrant}`}>
      {clips.map((clip) => {
        const tag = newestTag(
          clip,
          (one) => one.brand === brand && sources.some(({ quadrant, theme }) => one.quadrant === quadrant && one.theme === theme),
        );
        return (
          <li key={clip.id}>
            <Voice text={wordsOf(clip)} lang={clip.lang} quotes={tag?.quote ? [tag.quote] : []} />
            <p className="meta dots">
              <span>{authorOf(clip)}</span>
              <span>{kindOf(clip)}</span>
              {tag?.factor && <span>{i18n.t(`factor.${tag.factor}`)}</span>}
              <a href={clipLink(clip.id)}>{whenOf(clip, workspace.timeZone)}</a>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function Where({ line: { platforms, sources } }: { line: Line }) {
  const most = Math.max(...platforms.values());
  const rows = [...platforms].sort(([, a], [, b]) => b - a);
  return (
    <>
      <h3 className="small-title">{i18n.t('swot.where')}</h3>
      <dl className={`where q-${sources[0]?.quadrant}`}>
        {rows.map(([platform, count]) => (
          <div key={platform} className="meta">
            <dt>{networkName(platform)}</dt>
            <dd>
              <span className="bar" style={{ inlineSize: `${(count / most) * 75}%` }} />
              {number(count)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** When it was said, how much of it contradicts, and the newest voices. */
export function Said({ data, line }: { data: SwotData; line: Line }) {
  const { workspace } = useStore();
  const [formula, setFormula] = useState(false);
  const { brand, period } = data;
  const { statement, sources, clips, authors, platforms, strength, word, otherwise, days, contrary, first, last } = line;
  const evidence = useLive((store) => evidenceOf(store, brand.id, line, period), [brand.id, sources.map(sourceKey).join(), period.from, period.to]);
  const today = dayIn(workspace.timeZone, new Date());
  const [only] = sources;
  const linkTo = (source: Source) => libraryLink({ brand: brand.id, quadrant: source.quadrant, theme: source.theme ?? noTheme, ...period });
  const against = contraries(line);
  if (word === 'opinion') return <p className="control ink-2 opinion-note">{i18n.t('swot.opinionNote')}</p>;
  return (
    <>
      <dl className="figures">
        <Figure name={i18n.t('swot.figure.clips', clips)}>{number(clips)}</Figure>
        <Figure name={i18n.t('swot.figure.authors', authors)}>{number(authors)}</Figure>
        <Figure name={i18n.t('swot.figure.networks', platforms.size)}>{number(platforms.size)}</Figure>
        <Figure name={i18n.t(`swot.figure.evidence.${word}`)}>
          <button type="button" className="formula-button number-link" aria-expanded={formula} onClick={() => setFormula(!formula)}>
            {number(strength)}
          </button>
        </Figure>
      </dl>
      {formula && (
        <div className="formula">
          <p className="control strong">{i18n.t('swot.formula.name')}</p>
          <p className="control">{i18n.t('swot.formula.words')}</p>
          {sources.length > 1 && <p className="meta">{i18n.t('swot.formula.merged')}</p>}
          <p className="meta">{i18n.t('swot.formula.levels')}</p>
        </div>
      )}
      <div className="wide-trace">
        <Trace days={days} against={contrary} {...period} quadrant={only?.quadrant ?? statement.quadrant} width={312} height={48} />
        <p className="row meta">
          <span>{day(period.from, today)}</span>
          <span className="end">{period.to === today ? i18n.t('swot.today') : day(period.to, today)}</span>
        </p>
        {first && last && (
          <p className="meta">{i18n.t('swot.firstLast', { first: day(first, today), last: day(last, today), days: number(halfLife) })}</p>
        )}
      </div>
      <div className="row base">
        <h3 className="small-title">{i18n.t('swot.newest')}</h3>
        {sources.length === 1 && only && (
          <a className="meta end" href={linkTo(only)}>
            {i18n.t('swot.all', clips, { n: number(clips) })}
          </a>
        )}
      </div>
      {evidence && <Quotes clips={evidence.says} sources={sources} brand={brand.id} />}
      {otherwise > 0 && (
        <>
          <div className="row base">
            <h3 className="small-title row">
              <GitCompareArrows className="small" />
              {i18n.t('swot.otherwise', otherwise, { n: number(otherwise) })}
            </h3>
            {against.length === 1 && (
              <a className="meta end" href={linkTo(against[0]!)}>
                {i18n.t('swot.all', otherwise, { n: number(otherwise) })}
              </a>
            )}
          </div>
          {evidence && <Quotes clips={evidence.against} sources={against} brand={brand.id} />}
        </>
      )}
      <Where line={line} />
      {sources.length === 1 && only && (
        <ButtonLink className="margin-act" href={linkTo(only)}>
          {i18n.t('swot.open', clips, { n: number(clips) })}
        </ButtonLink>
      )}
    </>
  );
}
