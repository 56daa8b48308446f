import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { keyOf } from '../../../lib/core/judging.ts';
import { quadrantOf } from '../../../lib/core/quadrant.ts';
import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { inOrder } from '../../judge/brand-choice.tsx';
import { type Begin, ChangeDialog } from '../../judge/change-dialog.tsx';
import type { LongList } from '../../list/use-parts.ts';
import { useRows } from '../../list/use-rows.ts';
import { useSteps } from '../../list/use-steps.ts';
import { isTyping } from '../../typing.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { useSingleKeys } from '../../use-single-keys.ts';
import { Bars } from './bars.tsx';
import { InboxKeys } from './inbox-keys.tsx';
import { InboxRow } from './inbox-row.tsx';
import type { InboxData } from './index.tsx';
import type { Writable } from './open-clip.tsx';
import { useGuesses } from './use-guesses.ts';
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
      <div className="judged-bar" aria-hidden="true">
        <div style={{ width: `${all > 0 ? (judged / all) * 100 : 0}%` }} />
      </div>
    </header>
  );
}

/** A closed row of two lines, as most are. */
const height = 84;

const openIn = (feed: HTMLElement | null) => feed?.querySelector<HTMLElement>('[aria-current="true"]');

/** The list, one clip open. Keys act while the focus is in it, and never while something is typed. */
export function InboxList({ data: { waiting: count, judged, names }, list }: { data: InboxData; list: LongList<Clip> }) {
  const { brands, themes, people } = names;
  const id = useId();
  const triage = useTriage(list, brands);
  const { waiting, at, current, selection, selected, targets, awaited } = triage;
  const guesses = useGuesses(triage, brands);
  const rows = useRows({ ...list, keys: waiting, height, kept: at });
  const { toStart, toEnd } = useSteps({ list: { ...list, keys: waiting }, rows, target: (row) => row });
  const singleKeys = useSingleKeys();
  const [writing, setWriting] = useState<Writable | null>(null);
  const [changing, setChanging] = useState<Begin | null>(null);
  const [keys, showKeys] = useState(false);
  const feed: RefObject<HTMLElement | null> = rows.list;
  const opened = useRef<string | undefined>(undefined);
  /** Whether the focus is to follow the opened clip: after a key, not when the page is first drawn beside another's work. */
  const follow = useRef(false);
  const inside = useRef(false);

  const article = () => openIn(feed.current);
  useEffect(() => {
    if (opened.current !== at) setWriting(null);
    opened.current = at;
    // It was judged elsewhere while the focus was in it: the focus goes to what stands there now.
    const lost = inside.current && document.activeElement === document.body;
    if (awaited || !(follow.current || lost)) return;
    const target = openIn(feed.current) ?? feed.current;
    if (!target || target.contains(document.activeElement)) return;
    target.focus();
    target.scrollIntoView({ block: 'nearest' });
    follow.current = false;
  }, [at, awaited, feed]);
  const field = (name: Writable | null) => article()?.querySelector<HTMLElement>(`[name="${name}"]`);
  useEffect(() => openIn(feed.current)?.querySelector<HTMLElement>(`[name="${writing}"]`)?.focus(), [writing, feed]);

  const write = (name: Writable) => {
    setWriting(name);
    field(name)?.focus();
  };

  function act(event: KeyboardEvent): boolean {
    const named = event.ctrlKey || event.altKey || event.metaKey ? '' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
    // Digits go by their place, on which many keyboards have the asterisk too.
    const own = event.key === '*' ? '*' : (keyOf(event) ?? named);
    const quadrant = quadrantOf(own);
    const onRow = event.target === article();
    if (own === 'ArrowDown' && onRow) triage.move(1);
    else if (own === 'ArrowUp' && onRow) triage.move(-1);
    else if (own === 'Home' && onRow) toStart();
    else if (own === 'End' && onRow) toEnd();
    else if (onRow && guesses.act(own)) return true;
    else if (own === 'Enter' && onRow) article()?.querySelector<HTMLElement>('[data-open]')?.click();
    else if (own === 'Escape' && selected > 0) selection.clear();
    else if (own.length !== 1 || !singleKeys) return false;
    else if (own === 'J') triage.move(1);
    else if (own === 'K') triage.move(-1);
    else if (quadrant) void triage.judge(quadrant);
    else if (own === 'E') void triage.putAway();
    else if (own === 'Y') guesses.setFeeling?.();
    else if (own === 'Z') void triage.undo();
    else if (own === 'F' && triage.offer) void triage.flip();
    else if (own === 'R') article()?.querySelector<HTMLElement>('[data-accept]')?.click();
    else if (own === 'B') triage.nextBrand();
    else if (own === 'U' && triage.doubt) void triage.judgeAsUsual();
    else if (own === 'X' && current) selection.toggle(current.id, event.shiftKey);
    else if (own === '*') void triage.selectAll();
    else if (own === 'C' && targets.length > 0) setChanging('state');
    else if (own === 'P' && selected > 0) setChanging('priority');
    else if (own === 'P') void triage.prioritise();
    else if (own === 'A' && selected > 0) setChanging('owner');
    else if (own === 'A') write('owner');
    else if (own === 'V') void triage.change({ state: 'reviewed' });
    else if (own === 'I') write('factor');
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
      <Bars triage={triage} brands={brands} count={count} onChange={() => setChanging('state')} />
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
        className="inbox-feed"
        {...rows.place}
        aria-busy={list.isBusy}
        role={waiting.length > 0 ? 'feed' : 'group'}
        aria-label={i18n.t('inbox.list')}
        tabIndex={waiting.length === 0 ? -1 : undefined}
        onFocus={(event) => {
          inside.current = true;
          rows.place.onFocus(event);
        }}
        onBlur={(event) => {
          inside.current = event.relatedTarget === null;
          rows.place.onBlur(event);
        }}
      >
        {rows.drawn.map((row) => (
          <InboxRow
            key={row.key}
            row={row}
            clip={list.rows.get(row.key)}
            attributes={rows.row(row)}
            titleId={`${id}-${row.index}`}
            count={count}
            triage={triage}
            guesses={guesses}
            brands={brands}
            themes={themes}
            people={people}
            writing={writing}
            onWrite={write}
            onLeave={() => article()?.focus()}
          />
        ))}
      </div>
      {changing && (
        <ChangeDialog
          count={targets.length}
          begin={changing}
          names={names}
          onChange={(what) => void triage.change(what)}
          onClose={() => {
            setChanging(null);
            article()?.focus();
          }}
        />
      )}
      <InboxKeys all={keys} onAll={() => showKeys(!keys)} />
    </section>
  );
}
