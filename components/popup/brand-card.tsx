import { useEffect, useRef } from 'react';
import { daysBetween } from '../../lib/core/day.ts';
import type { Brand } from '../../lib/core/records.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { authorOf, newestTag, wordsOf } from '../clip-words.ts';
import { clipLink, libraryLink, lineLink } from '../links.ts';
import { useLive } from '../store.tsx';
import { Button } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { QuadrantMark } from '../ui/quadrant-mark.tsx';
import { Voice } from '../ui/voice.tsx';
import { type BrandCardData, brandCard } from './brand-card-data.ts';

interface Props {
  brand: Brand;
  period: { from: string; to: string };
  onClose(): void;
}

const outside = { target: '_blank', rel: 'noreferrer' } as const;

function Lines({ brand, period, data: { lines, names } }: Pick<Props, 'brand' | 'period'> & { data: BrandCardData }) {
  if (lines.length === 0) return null;
  const days = daysBetween(period.from, period.to) + 1;
  return (
    <>
      <h4 className="meta strong">{i18n.t('popup.card.strongest')}</h4>
      <ul>
        {lines.map(({ id, statement, clips, word }) => (
          <li key={id}>
            <a className="row" href={lineLink(brand.id, id, days)} {...outside}>
              <QuadrantMark quadrant={statement.quadrant} size={16} label={i18n.t(`quadrant.${statement.quadrant}`)} />
              <span className="grow clamp-1">{statement.words ?? names.get(statement.source?.theme ?? '') ?? ''}</span>
              <span className="meta">
                {number(clips)} · {word !== 'opinion' && i18n.t(`swot.strength.${word}`)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One brand at a glance: its strongest statements, top themes and newest clips, each a link. */
export function BrandCard({ brand, period, onClose }: Props) {
  const data = useLive((store) => brandCard(store, brand.id, period), [brand.id, period.from, period.to]);
  const title = useRef<HTMLHeadingElement>(null);
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere) title.current?.focus();
  }, [isThere]);
  if (!data) return null;
  const close = () => {
    document.getElementById(`brand-${brand.id}`)?.focus();
    onClose();
  };
  const { clips, themes, names } = data;
  return (
    <section
      className="brand-card"
      id="brand-card"
      aria-labelledby="brand-card-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The popup itself would close.
        event.preventDefault();
        close();
      }}
    >
      <div className="row base">
        <h3 id="brand-card-title" className="small-title grow" tabIndex={-1} ref={title}>
          {brand.name}
        </h3>
        <Button small look="quiet" onClick={close}>
          {i18n.t('popup.card.close')}
        </Button>
      </div>
      {clips.length === 0 && <p className="meta">{i18n.t('popup.card.nothing')}</p>}
      <Lines brand={brand} period={period} data={data} />
      {themes.length > 0 && (
        <p className="meta dots">
          {themes.map(({ id, clips: count }) => (
            <span key={id}>
              <a href={libraryLink({ brand: brand.id, theme: id, ...period })} {...outside}>
                {i18n.t('popup.card.theme', [names.get(id) ?? '', number(count)])}
              </a>
            </span>
          ))}
        </p>
      )}
      {clips.length > 0 && (
        <>
          <h4 className="meta strong">{i18n.t('popup.card.newest')}</h4>
          <ul>
            {clips.map((clip) => {
              const tag = newestTag(clip);
              return (
                <li key={clip.id}>
                  <a className="row" href={clipLink(clip.id)} {...outside}>
                    <QuadrantMark quadrant={tag?.quadrant ?? null} size={16} label={i18n.t(tag ? `quadrant.${tag.quadrant}` : 'quadrant.unjudged')} />
                    <Voice as="span" className="grow" text={tag?.quote || wordsOf(clip)} lang={clip.lang} lines={1} />
                    <span className="meta clamp-1 by">{authorOf(clip)}</span>
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
