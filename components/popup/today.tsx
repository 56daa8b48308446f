import { useState } from 'react';
import type { Clip } from '../../lib/core/records.ts';
import { countToday, inboxCount, newestToday } from '../../lib/db/queries.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { clipLink, viewLink } from '../links.ts';
import { useLive, useStore } from '../store.tsx';
import { number, time } from '../ui/format.ts';
import { QuadrantMark } from '../ui/quadrant-mark.tsx';
import { Voice } from '../ui/voice.tsx';
import type { PopupData } from './popup-data.ts';

function TodayClip({ clip, names }: { clip: Clip; names: ReadonlyMap<string, string> }) {
  const { workspace } = useStore();
  const tag = clip.tags.at(-1);
  const about = tag ? [names.get(tag.brand), tag.theme && names.get(tag.theme)] : clip.brands.map((brand) => names.get(brand));
  const said = clip.text || clip.title || i18n.t('ui.noWords');
  return (
    <li>
      <a className="row top" href={clipLink(clip.id)} target="_blank" rel="noreferrer">
        <QuadrantMark quadrant={tag?.quadrant ?? null} label={i18n.t(tag ? `quadrant.${tag.quadrant}` : 'quadrant.unjudged')} />
        <span className="grow">
          <Voice as="span" text={tag?.quote || said} lang={clip.lang} lines={1} />
          <span className="meta dots">
            <span>{clip.author.name ?? clip.author.handle ?? i18n.t('ui.unknownAuthor')}</span>
            {about.some(Boolean) && <span>{about.filter(Boolean).join(', ')}</span>}
          </span>
        </span>
        <span className="meta">{time(clip.clippedAt, workspace.timeZone)}</span>
      </a>
    </li>
  );
}

/** The newest clips of today. */
export function Today({ data: { today, brands, themes } }: { data: PopupData }) {
  const [all, setAll] = useState(false);
  // The number's own clips, here and not in a list of others.
  const everything = useLive((store) => (all ? newestToday(store, Number.POSITIVE_INFINITY) : Promise.resolve(null)), [all]);
  // Counted apart: with many clips it would keep the rest from its first paint.
  const waiting = useLive(inboxCount, []) ?? 0;
  const total = useLive((store) => countToday(store), []) ?? 0;
  const names = new Map([...brands, ...themes].map(({ id, name }) => [id, name]));
  return (
    <section className="part today" aria-labelledby="today">
      <div className="row base">
        <h2 id="today" className="small-title">
          {i18n.t('popup.today')}
        </h2>
        <span className="meta end dots">
          {waiting > 0 && (
            <span>
              <a className="tall" href={viewLink('inbox')} target="_blank" rel="noreferrer">
                {i18n.t('popup.waiting', waiting, [number(waiting)])}
              </a>
            </span>
          )}
          {total > today.length && (
            <span>
              <button type="button" className="link-button tall" aria-expanded={all} onClick={() => setAll(!all)}>
                {i18n.t('popup.allToday', [number(total)])}
              </button>
            </span>
          )}
        </span>
      </div>
      {today.length === 0 && <p className="meta">{i18n.t('popup.noneToday')}</p>}
      <ul>
        {(everything ?? today).map((clip) => (
          <TodayClip key={clip.id} clip={clip} names={names} />
        ))}
      </ul>
    </section>
  );
}
