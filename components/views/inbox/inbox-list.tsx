import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { keyOf } from '../../../lib/core/judging.ts';
import { letters, quadrants } from '../../../lib/core/quadrant.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, wordsOf } from '../../clip-words.ts';
import { inOrder } from '../../judge/brand-choice.tsx';
import { useStore } from '../../store.tsx';
import { isTyping } from '../../typing.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { number } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { placeName } from '../../ui/network-name.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { Voice } from '../../ui/voice.tsx';
import { useSingleKeys } from '../../use-single-keys.ts';
import { clipAge } from './clip-facts.tsx';
import { InboxKeys } from './inbox-keys.tsx';
import type { InboxData } from './index.tsx';
import { OpenClip } from './open-clip.tsx';
import { useTriage } from './use-triage.ts';

function Progress({ judged, waiting }: { judged: number; waiting: number }) {
  const all = judged + waiting;
  return (
    <header className="inbox-head">
      <div className="row base wrap">
        <h1 className="section-title">{i18n.t('inbox.title')}</h1>
        <span className="meta">{i18n.t('inbox.waiting', waiting, [number(waiting)])}</span>
        <span className="meta end">{judged > 0 && i18n.t('inbox.progress', [number(judged), number(all)])}</span>
      </div>
      <div className="progress" aria-hidden="true">
        <div style={{ width: `${all > 0 ? (judged / all) * 100 : 0}%` }} />
      </div>
    </header>
  );
}

const openIn = (feed: HTMLElement | null) => feed?.querySelector<HTMLElement>('[aria-current="true"]');

/** The list, one clip open. Keys act while the focus is in it, and never while something is typed. */
export function InboxList({ data: { clips, waiting: count, judged, brands, themes } }: { data: InboxData }) {
  const { workspace } = useStore();
  const id = useId();
  const triage = useTriage(clips, brands);
  const { waiting, current, selected, targets, awaited } = triage;
  const singleKeys = useSingleKeys();
  const [writing, setWriting] = useState<'theme' | 'reason' | null>(null);
  const [keys, showKeys] = useState(false);
  const feed = useRef<HTMLDivElement>(null);
  const theme = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const opened = useRef<string | undefined>(undefined);
  /** Whether the focus is to follow the opened clip: after a key, not when the page is first drawn beside another's work. */
  const follow = useRef(false);
  const inside = useRef(false);

  const article = () => openIn(feed.current);
  useEffect(() => {
    if (opened.current !== current?.id) setWriting(null);
    opened.current = current?.id;
    // It was judged elsewhere while the focus was in it: the focus goes to what stands there now.
    const lost = inside.current && document.activeElement === document.body;
    if (awaited || !(follow.current || lost)) return;
    const target = openIn(feed.current) ?? feed.current;
    if (!target || target.contains(document.activeElement)) return;
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
    follow.current = false;
  }, [current?.id, awaited]);
  useEffect(() => {
    (writing === 'theme' ? theme : reason).current?.focus();
  }, [writing]);

  const write = (field: 'theme' | 'reason') => {
    setWriting(field);
    (field === 'theme' ? theme : reason).current?.focus();
  };

  function act(event: KeyboardEvent): boolean {
    const own = keyOf(event) ?? (event.ctrlKey || event.altKey || event.metaKey ? '' : event.key.length === 1 ? event.key.toUpperCase() : event.key);
    const quadrant = quadrants.find((name) => letters[name] === own);
    const onRow = event.target === article();
    if (own === 'ArrowDown' && onRow) triage.move(1);
    else if (own === 'ArrowUp' && onRow) triage.move(-1);
    else if (own === 'Enter' && onRow) article()?.querySelector<HTMLElement>('[data-open]')?.click();
    else if (own === 'Escape' && selected.size > 0) triage.clearSelection();
    else if (own.length !== 1 || !singleKeys) return false;
    else if (own === 'J') triage.move(1);
    else if (own === 'K') triage.move(-1);
    else if (quadrant) void triage.judge(quadrant);
    else if (own === 'E') void triage.putAway();
    else if (own === 'Z') void triage.undo();
    else if (own === 'F' && triage.offer) void triage.flip();
    else if (own === 'B') triage.nextBrand();
    else if (own === 'X' && current) triage.toggle(current.id);
    else if (own === '#') write('theme');
    else if (own === 'N') write('reason');
    else if (own === '?') showKeys((on) => !on);
    else if (/[1-9]/.test(own) && current) {
      const brand = inOrder(brands, current.brands)[Number(own) - 1];
      if (!brand) return false;
      triage.say({ brand: brand.id });
    } else return false;
    return true;
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    follow.current = true;
    if (act(event)) event.preventDefault();
  };

  return (
    <section className="inbox" aria-label={i18n.t('inbox.title')} onKeyDown={onKeyDown}>
      <Progress judged={judged} waiting={count} />
      {triage.failed && <NotSaved error={triage.failed.error} onAgain={triage.failed.again} />}
      {triage.offer && (
        <div className="selection row control">
          <QuadrantMark quadrant={triage.offer.quadrant} outlined />
          <span className="grow" role="status">
            {i18n.t(`ring.also.${triage.offer.quadrant}`, [brands.find(({ id: one }) => one === triage.offer?.brand)?.name ?? ''])}
          </span>
          <Button small onClick={triage.flip}>
            {i18n.t('ring.flip')} <Kbd keys="F" />
          </Button>
        </div>
      )}
      {selected.size > 0 && (
        <div className="selection row control">
          <span className="grow">{i18n.t('inbox.selected', targets.length, [number(targets.length)])}</span>
          <Button look="quiet" small onClick={triage.clearSelection}>
            {i18n.t('inbox.clearSelection')} <Kbd keys="Esc" />
          </Button>
        </div>
      )}
      {waiting.length === 0 && (
        <div className="inbox-empty">
          <EmptyState title={i18n.t(judged > 0 ? 'inbox.allDone' : 'inbox.empty')}>
            <p>{i18n.t(judged > 0 ? 'inbox.allDoneHint' : 'inbox.emptyHint')}</p>
          </EmptyState>
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it has a role, and which one depends on whether there are articles: a feed without is none */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of its roles are named so */}
      <div
        ref={feed}
        role={waiting.length > 0 ? 'feed' : 'group'}
        aria-label={i18n.t('inbox.list')}
        tabIndex={waiting.length === 0 ? -1 : undefined}
        onFocus={() => {
          inside.current = true;
        }}
        onBlur={({ relatedTarget }) => {
          inside.current = relatedTarget === null;
        }}
      >
        {waiting.map((clip, index) => {
          const open = clip.id === current?.id;
          const title = `${id}-${index}`;
          return (
            <article
              key={clip.id}
              className={`inbox-clip${open ? ' open' : ''}${selected.has(clip.id) ? ' selected' : ''}`}
              tabIndex={open ? 0 : -1}
              aria-current={open ? 'true' : undefined}
              aria-labelledby={title}
              aria-posinset={index + 1}
              aria-setsize={count}
              onFocus={() => triage.open(clip.id)}
            >
              <input
                type="checkbox"
                className="select-clip"
                aria-label={i18n.t('inbox.select')}
                checked={selected.has(clip.id)}
                tabIndex={open ? 0 : -1}
                onChange={() => triage.toggle(clip.id)}
              />
              {open ? (
                <div className="grow opened">
                  <OpenClip
                    clip={clip}
                    titleId={title}
                    triage={triage}
                    brands={brands}
                    themes={themes}
                    writing={writing !== null}
                    onWrite={write}
                    onLeave={() => article()?.focus()}
                    themeRef={theme}
                    reasonRef={reason}
                  />
                </div>
              ) : (
                <>
                  <div className="grow" id={title}>
                    <Voice lines={2} text={wordsOf(clip)} lang={clip.lang} />
                    <p className="meta dots">
                      <span>{authorOf(clip)}</span>
                      <span>{placeName(clip)}</span>
                    </p>
                  </div>
                  <span className="meta">{clipAge(clip, workspace.timeZone, new Date())}</span>
                </>
              )}
            </article>
          );
        })}
      </div>
      {count > clips.length && <p className="meta more">{i18n.t('inbox.more', [number(count - clips.length)])}</p>}
      <InboxKeys all={keys} onAll={() => showKeys(!keys)} />
    </section>
  );
}
