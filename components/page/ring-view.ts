/** What the ring shows in each of its states. */
import type { Draft } from '../../lib/core/draft.ts';
import { flipSide, hasOthers, isJudged, type Judging, offered } from '../../lib/core/judging.ts';
import { letters, quadrants } from '../../lib/core/quadrant.ts';
import { i18n } from '../../lib/i18n/index.ts';
import type { Failure, PageMark } from '../../lib/messages/protocol.ts';
import { h } from './element.ts';
import { dayOf, elided, numbersOf, publishedWhen } from './facts.ts';
import { button, close, hint, key } from './ring-parts.ts';
import { alert, check, disk, icon, mark } from './signs.ts';
import { threadPart } from './thread-part.ts';

/** That this post is read less well than it could be, and whether less of it may be kept instead. */
export interface Worse {
  said: string;
  canKeep: boolean;
}

/** Keeps only words, link and time, where that is offered. */
export const keepPlainKey = 'K';

export interface RingView {
  state: Judging;
  draft: Draft;
  /** Its author's thread, where the post is part of one; and whether that is what would be saved. */
  thread: Draft | null;
  whole: boolean;
  /** Whether other posts were seen before. */
  hasSeen: boolean;
  /** Name of the network, or of the site where there is none. */
  network: string;
  /** How the post was clipped before. */
  before: PageMark | null;
  worse: Worse | null;
  failure: Failure | null;
  failureWords: FailureWords;
  /** Whether copying worked, once it was tried. */
  copied: boolean | null;
  /** The clip in words, for copying by hand. */
  words: string;
  /** The field being written, if one is. */
  field: Node | null;
  /** What there is to say about the post's picture. */
  picture: string | null;
  now: Date;
}

/** What became of the picture: it was taken, the browser gave none, it was taken but not kept, or the disk was full. */
export type Shot = 'taken' | 'none' | 'lost' | 'disk-full';

const shots = {
  taken: 'ring.picture.taken',
  none: 'ring.picture.none',
  lost: 'ring.picture.lost',
  'disk-full': 'ring.picture.diskFull',
} as const satisfies Record<Shot, string>;

/** What is said of the picture: what became of it; or, where the ring's gesture gives none but one is wanted, which one does. */
export function pictureWords(shot: Shot | null, wanted: { chord: string } | null): string | null {
  if (shot) return i18n.t(shots[shot]);
  if (!wanted) return null;
  return wanted.chord ? i18n.t('ring.picture.byChord', [wanted.chord]) : i18n.t('ring.picture.noChord');
}

/** Facts in a row, each kept whole. */
const dotted = (facts: string[]) =>
  facts.length > 0 && h('p', { class: 'meta facts' }, ...facts.flatMap((fact, index) => [index > 0 && ' · ', h('span', {}, fact)]));
const authorOf = ({ author }: Draft) => author.name ?? author.handle ?? i18n.t('ring.unknownAuthor');
const brandName = ({ brands, brand }: Judging) => brands.find(({ id }) => id === brand)?.name ?? '';

function already(before: PageMark, now: Date): HTMLElement {
  const judged = before.quadrant && h('b', {}, [i18n.t(`ring.${before.quadrant}`), before.brand, before.theme].filter(Boolean).join(' · '));
  const said = i18n.t('ring.already', [dayOf(new Date(before.clippedAt), now)]);
  return h('div', { class: 'note row top' }, mark(before.quadrant, 18), h('span', { class: 'grow' }, judged, judged && h('br'), said));
}

function head({ draft, network, before, worse, state, picture, now }: RingView): HTMLElement {
  const facts = [i18n.t(`ring.kind.${draft.kind}`, [network]), ...(draft.publishedAt ? [publishedWhen(draft.publishedAt, now)] : [])];
  const words = state.quote || (draft.kind === 'article' && (draft.title || draft.text.slice(0, 300)));
  return h(
    'div',
    { class: 'part row top' },
    h(
      'div',
      { class: 'grow' },
      h('h2', { class: 'title', id: 'title' }, authorOf(draft)),
      dotted(facts),
      dotted(numbersOf(draft)),
      words && h('p', { class: 'voice', lang: draft.lang }, words),
      !draft.url && h('p', { class: 'note' }, i18n.t('ring.noLink')),
      draft.truncated && h('p', { class: 'note' }, i18n.t('ring.truncated')),
      worse && h('p', { class: 'note' }, worse.said),
      worse?.canKeep && h('p', { class: 'note' }, button(keepPlainKey, 'button', i18n.t('ring.keepPlain'), key(keepPlainKey))),
      before && already(before, now),
      picture !== null && h('p', { class: 'meta' }, picture),
    ),
    close(i18n.t('ring.close')),
  );
}

function brandRow(state: Judging): HTMLElement | false {
  if (state.brands.length === 0) return false;
  const chips = offered(state).map(({ id, name }, index) => {
    const on = id === state.brand;
    const place = String(index + 1);
    const chip = button(place, 'chip', name, on ? icon(check, 14) : key(place));
    chip.setAttribute('role', 'radio');
    chip.setAttribute('aria-checked', String(on));
    return chip;
  });
  return h(
    'div',
    { class: 'part row wrap' },
    h('span', { class: 'meta', id: 'about' }, i18n.t('ring.about')),
    h('div', { class: 'row wrap', role: 'radiogroup', 'aria-labelledby': 'about' }, ...chips),
    hasOthers(state) && button('B', 'chip open', i18n.t('ring.other'), key('B')),
  );
}

function picker(state: Judging): HTMLElement {
  const without = state.phase !== 'busy' && state.brands.length === 0;
  const title = state.brand ? elided(i18n.t('ring.forBrand', [brandName(state)])) : i18n.t(state.quadrant ? 'ring.whose' : 'ring.forNobody');
  const cells = quadrants.map((name) => {
    const cell = button(
      letters[name],
      `cell ${name}`,
      mark(name, 26),
      h('span', {}, h('b', {}, i18n.t(`ring.${name}`)), h('span', { class: 'meta' }, i18n.t(`ring.${name}Hint`))),
    );
    if (without) cell.setAttribute('aria-disabled', 'true');
    cell.classList.toggle('waiting', state.quadrant === name);
    return cell;
  });
  const said = state.phase === 'busy' && state.pending.do === 'load' ? i18n.t('ring.loading') : title;
  return h(
    'div',
    { class: 'part' },
    h('h3', { class: without ? '' : 'title', id: 'judge' }, without ? i18n.t('ring.noBrands') : said),
    h('div', { class: 'picker', role: 'group', 'aria-labelledby': 'judge' }, ...cells),
  );
}

function choosing(view: RingView): (Node | false)[] {
  const { state, thread, whole } = view;
  return [
    head(view),
    thread !== null && threadPart(thread, whole),
    brandRow(state),
    picker(state),
    h(
      'div',
      { class: 'part keys' },
      state.brands.length > 0 && h('span', { 'aria-hidden': 'true' }, key('S'), key('W'), key('O'), key('T'), i18n.t('ring.judgeAndSave')),
      hint('Enter', i18n.t('ring.saveUnjudged')),
      view.hasSeen && hint('P', i18n.t('ring.seenBefore')),
      hint('Escape', i18n.t('ring.leave')),
    ),
  ];
}

function refining({ state, field, failure }: RingView): HTMLElement {
  const chips = state.themes.slice(0, 9).map((name, index) => {
    const on = name === state.theme;
    const chip = button(String(index + 1), on ? 'chip on' : 'chip line', key(String(index + 1)), name);
    chip.setAttribute('aria-pressed', String(on));
    return chip;
  });
  const typed = state.theme && !state.themes.slice(0, 9).includes(state.theme) && h('span', { class: 'chip on' }, state.theme, icon(check, 14));
  const other = state.canWrite && state.writing !== 'theme' && button('#', 'chip open', i18n.t('ring.otherTheme'), key('#'));
  const reason = state.canWrite
    ? state.writing === 'reason'
      ? field
      : button('N', state.quote ? 'field given' : 'field', h('span', { class: 'grow' }, state.quote || i18n.t('ring.reason')), key('N'))
    : h(
        'div',
        { class: 'note' },
        i18n.t('ring.panelHint'),
        ' ',
        button('N', 'button', i18n.t('ring.openPanel')),
        failure && h('p', {}, i18n.t('ring.notLoaded')),
      );
  return h(
    'div',
    { class: 'part' },
    h('h3', { id: 'theme' }, h('b', {}, i18n.t('ring.theme')), ' ', h('span', { class: 'meta' }, i18n.t('ring.optional'))),
    h('div', { class: 'row wrap', role: 'group', 'aria-labelledby': 'theme' }, ...chips, typed, other),
    state.writing === 'theme' && field,
    reason,
  );
}

/** What is announced, and stands at the top, once something is stored. */
export function savedWords(state: Judging): string {
  const { quadrant } = state.done.at(-1) ?? { quadrant: null };
  return quadrant ? elided(i18n.t(`ring.saved.${quadrant}`, [brandName(state)])) : i18n.t('ring.saved.unjudged');
}

/** The other side of what was judged, offered in place. */
function flipping(state: Judging): HTMLElement | false {
  const other = flipSide(state);
  if (!other) return false;
  const words = elided(i18n.t(`ring.also.${other.quadrant}`, [brandName({ ...state, brand: other.brand })]));
  return h(
    'div',
    { class: 'part row' },
    mark(other.quadrant, 18),
    h('span', { class: 'grow' }, words),
    button('F', 'button', i18n.t('ring.flip'), key('F')),
  );
}

function saved(view: RingView): (Node | false)[] {
  const { state, picture } = view;
  const judged = isJudged(state);
  const { quadrant } = state.done.at(-1) ?? { quadrant: null };
  return [
    h(
      'div',
      { class: 'part row' },
      mark(quadrant, 26),
      h(
        'div',
        { class: 'grow' },
        h('h2', { class: 'title', id: 'title' }, savedWords(state)),
        h('p', { class: 'meta' }, i18n.t(judged ? 'ring.onThisDevice' : 'ring.waits')),
        picture !== null && h('p', { class: 'meta' }, picture),
      ),
      button('Z', 'button', i18n.t('ring.undo'), key('Z')),
    ),
    flipping(state),
    judged ? refining(view) : brandRow(state),
    !judged && state.brands.length > 0 && picker(state),
    h(
      'div',
      { class: 'part keys' },
      ...(state.writing
        ? [hint('Enter', i18n.t('ring.keep')), hint('Escape', i18n.t('ring.back'))]
        : [hint('Enter', i18n.t('ring.done')), h('span', {}, i18n.t('ring.closesItself'))]),
    ),
  ];
}

const notSaved = {
  'disk-full': 'ring.notSaved.diskFull',
  unopened: 'ring.notSaved.unopened',
  orphaned: 'ring.notSaved.orphaned',
  'too-large': 'ring.notSaved.tooLarge',
  invalid: 'ring.notSaved.invalid',
  'not-found': 'ring.notSaved.notFound',
  newer: 'ring.notSaved.newer',
  failed: 'ring.notSaved.failed',
} as const satisfies Record<Failure, string>;

/** What is said when something went wrong. */
export interface FailureWords {
  title: string;
  safe: string;
  about: string;
  close: string;
  copy: string;
  copied: string;
  notCopied: string;
}

/** The words for a failure. To be asked for in good time: when the extension has gone, so have its messages. */
export function failureWords(draft: Draft, state: Judging, failure: Failure): FailureWords {
  const { pending, done } = state;
  const brand = brandName(state);
  const orphaned = failure === 'orphaned';
  const title =
    orphaned || (pending.do !== 'undo' && pending.do !== 'load') ? notSaved[failure] : pending.do === 'undo' ? 'ring.notUndone' : 'ring.notLoaded';
  const before = done.length > 0 ? 'ring.whatWasSaved' : 'ring.stillHere';
  return {
    title: i18n.t(title),
    safe: i18n.t(orphaned ? 'ring.stillHereReload' : pending.do === 'load' ? 'ring.nothingLost' : before),
    about: brand ? i18n.t('ring.clipOf', [authorOf(draft), brand]) : authorOf(draft),
    close: i18n.t('ring.close'),
    copy: i18n.t('ring.copy'),
    copied: i18n.t('ring.copied'),
    notCopied: i18n.t('ring.notCopied'),
  };
}

function failing({ state, draft, words, copied }: RingView, failure: Failure, said: FailureWords): (Node | false)[] {
  return [
    h(
      'div',
      { class: 'part row top critical' },
      icon(failure === 'disk-full' || failure === 'unopened' ? disk : alert),
      h('div', { class: 'grow' }, h('h2', { class: 'title', id: 'title' }, said.title), h('p', {}, said.safe)),
      close(said.close),
    ),
    h(
      'div',
      { class: 'part row top' },
      mark(state.quadrant, 22),
      h(
        'div',
        { class: 'grow' },
        h('b', {}, said.about),
        h('p', { class: 'voice', lang: draft.lang }, state.quote || draft.text || draft.title || draft.url || ''),
      ),
    ),
    h(
      'div',
      { class: 'part' },
      h(
        'div',
        { class: 'row wrap' },
        failure !== 'orphaned' && button('R', 'button primary', i18n.t('ring.retry'), key('R')),
        button('C', failure === 'orphaned' ? 'button primary' : 'button', said.copy, key('C')),
      ),
      copied !== null && h('p', { class: 'note' }, copied ? said.copied : said.notCopied),
      copied === false && h('textarea', { class: 'field', readonly: true, rows: '5', 'aria-label': said.copy }, words),
    ),
  ];
}

/** The parts of the ring, top to bottom. */
export function ringParts(view: RingView): Node[] {
  const { state, failure, failureWords: said } = view;
  const parts = state.phase === 'failed' && failure ? failing(view, failure, said) : state.done.length > 0 ? saved(view) : choosing(view);
  return parts.filter((part) => part !== false);
}
