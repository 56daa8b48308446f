import GitCompareArrows from 'lucide-react/icons/git-compare-arrows';
import { type ReactNode, useState } from 'react';
import type { Statement } from '../../../lib/core/board.ts';
import { dayIn } from '../../../lib/core/day.ts';
import { noTheme } from '../../../lib/core/facets.ts';
import { opposite } from '../../../lib/core/quadrant.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, kindOf, newestTag, whenOf, wordsOf } from '../../clip-words.ts';
import { Margin } from '../../dashboard/margin.tsx';
import { clipLink, libraryLink } from '../../links.ts';
import { useLive, useStore } from '../../store.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { day, number } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { Trace } from '../../ui/trace.tsx';
import { Voice } from '../../ui/voice.tsx';
import { statementName } from './board.tsx';
import { evidenceOf, keyOf, type SwotData } from './swot-data.ts';

const Figure = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="meta">{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Quotes({ clips, statement, brand }: { clips: readonly Clip[]; statement: Pick<Statement, 'quadrant' | 'theme'>; brand: string }) {
  const { workspace } = useStore();
  const { quadrant, theme } = statement;
  return (
    <ol className={`quotes q-${quadrant}`}>
      {clips.map((clip) => {
        const tag = newestTag(clip, (one) => one.brand === brand && one.quadrant === quadrant && one.theme === theme);
        return (
          <li key={clip.id}>
            <Voice text={wordsOf(clip)} lang={clip.lang} quotes={tag?.quote ? [tag.quote] : []} />
            <p className="meta dots">
              <span>{authorOf(clip)}</span>
              <span>{kindOf(clip)}</span>
              <a href={clipLink(clip.id)}>{whenOf(clip, workspace.timeZone)}</a>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

function Where({ statement: { platforms, quadrant } }: { statement: Statement }) {
  const most = Math.max(...platforms.values());
  const rows = [...platforms].sort(([, a], [, b]) => b - a);
  return (
    <>
      <h3 className="small-title">{i18n.t('swot.where')}</h3>
      <dl className={`where q-${quadrant}`}>
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

/** What a statement stands on: figures, trace, newest voices, what contradicts it, and where it was heard. */
export function Evidence({ data, statement, onClose }: { data: SwotData; statement: Statement; onClose(): void }) {
  const { workspace } = useStore();
  const [formula, setFormula] = useState(false);
  const { brand, period } = data;
  const { quadrant, theme, clips, authors, platforms, strength, word, otherwise, days, contrary } = statement;
  const evidence = useLive((store) => evidenceOf(store, brand.id, statement, period), [brand.id, keyOf(statement), period.from, period.to]);
  const today = dayIn(workspace.timeZone, new Date());
  const filter = { brand: brand.id, theme: theme ?? noTheme, ...period };
  const other = opposite[quadrant];
  return (
    <Margin
      label={i18n.t('swot.evidence')}
      opener={`statement-${keyOf(statement)}`}
      onClose={onClose}
      head={
        <span className="row meta">
          <QuadrantMark quadrant={quadrant} size={24} />
          {i18n.t(`quadrant.of.${quadrant}`, [brand.name])}
        </span>
      }
    >
      <h2 className="margin-title">{statementName(data, theme)}</h2>
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
          <p className="meta">{i18n.t('swot.formula.levels')}</p>
        </div>
      )}
      <div className="wide-trace">
        <Trace days={days} against={contrary} {...period} quadrant={quadrant} width={312} height={48} />
        <p className="row meta">
          <span>{day(period.from, today)}</span>
          <span className="end">{i18n.t('swot.today')}</span>
        </p>
      </div>
      <div className="row base">
        <h3 className="small-title">{i18n.t('swot.newest')}</h3>
        <a className="meta end" href={libraryLink({ ...filter, quadrant })}>
          {i18n.t('swot.all', clips, { n: number(clips) })}
        </a>
      </div>
      {evidence && <Quotes clips={evidence.says} statement={statement} brand={brand.id} />}
      {otherwise > 0 && (
        <>
          <div className="row base">
            <h3 className="small-title row">
              <GitCompareArrows className="small" />
              {i18n.t('swot.otherwise', otherwise, { n: number(otherwise) })}
            </h3>
            <a className="meta end" href={libraryLink({ ...filter, quadrant: other })}>
              {i18n.t('swot.all', otherwise, { n: number(otherwise) })}
            </a>
          </div>
          {evidence && <Quotes clips={evidence.against} statement={{ quadrant: other, theme }} brand={brand.id} />}
        </>
      )}
      <Where statement={statement} />
      <ButtonLink className="margin-act" href={libraryLink({ ...filter, quadrant })}>
        {i18n.t('swot.open', clips, { n: number(clips) })}
      </ButtonLink>
    </Margin>
  );
}
