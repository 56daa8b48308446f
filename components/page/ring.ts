/** The ring: one post, its brands, one key to judge and save it. It knows nothing of the page around it. */
import { v4 } from 'uuid';
import type { Draft } from '../../lib/core/draft.ts';
import { fold } from '../../lib/core/fold.ts';
import { identityOf } from '../../lib/core/identity.ts';
import { beginning, type Command, failed, type Judging, keyOf, loaded, type Step, saved, step, undone } from '../../lib/core/judging.ts';
import { brandsIn } from '../../lib/core/mentions.ts';
import { i18n, locale } from '../../lib/i18n/index.ts';
import type { Failure, Outcome, PageMark, Reply } from '../../lib/messages/protocol.ts';
import type { send } from '../../lib/messages/send.ts';
import { clipWords } from './clip-words.ts';
import { copyText } from './copy-text.ts';
import { h } from './element.ts';
import { fallenWords } from './fallen.ts';
import { createField, type Field } from './field.ts';
import css from './ring.css?inline';
import { failureWords, keepPlainKey, pictureWords, type RingView, ringParts, type Shot, savedWords, type Worse } from './ring-view.ts';
import { addStyle, styled } from './styled.ts';
import { nextPage, type TrayPost, trayPage, trayParts } from './tray.ts';

export interface RingOptions {
  draft: Draft;
  /** The first part of its author's thread with all parts met, where the post is part of one. */
  thread?: Draft | null;
  /** Posts that were on screen before, the newest first. */
  seen?(): readonly TrayPost[];
  /** One of them is meant instead. */
  onChoose?(draft: Draft): unknown;
  network: string;
  /** Whose adapter reads this page. */
  site: { id: string; name: string };
  /** The same post by its words, link and time alone; null where no post is meant. */
  plain(): Draft | null;
  /** Its adapter threw: the draft is that already. */
  isPlain: boolean;
  /** Words of the post that were selected. */
  quote?: string;
  /** False where the page's scripts came before ours and could read along. */
  canWrite: boolean;
  /** Id of the picture that is being taken while the ring is out of sight; null where the gesture gives none. */
  picture?: string | null;
  ask: typeof send;
  /** Something was saved or taken back. */
  onChange?(): void;
  onLeave(): void;
}

export interface Ring {
  element: HTMLElement;
  focus(): void;
  /** A key pressed while the ring is open; its default is prevented where the ring has a use for it. */
  press(event: KeyboardEvent): void;
  /** The person turned to the page: a field being written is kept; true where the ring has left. */
  turnAway(): boolean;
  /** Whether the picture being taken was. */
  pictured(taken: boolean): void;
  /** The extension is gone: what is not saved stays to be copied. False where there is nothing to keep. */
  orphan(): boolean;
  remove(): void;
}

/** How long the ring stays after saving, if nobody touches it. */
const stays = 8_000;

/** Opens the ring in a root of ours, and focuses it. */
export function mountRing(root: ShadowRoot | Element, options: RingOptions): Ring {
  const { thread = null, network, site, plain, isPlain, quote = '', canWrite, picture = null, ask, onChange, onLeave } = options;
  let { draft } = options;
  /** Where the tray of posts seen before is open: which of its pages. */
  let tray: number | null = null;
  let state: Judging = beginning(canWrite, quote.slice(0, 2_000));
  let before: PageMark | null = null;
  /** What is said of the draft as it was read. */
  const asRead: Worse | null = isPlain ? { said: i18n.t('ring.plain'), canKeep: false } : null;
  let worse = asRead;
  let failure: Failure | null = null;
  let copied: boolean | null = null;
  let field: Field | null = null;
  let shot: Shot | null = null;
  /** Whether pictures are wanted, and the chord that gives them. */
  let wanted: { chord: string } | null = null;
  let waiting: string[] = [];
  let closing: ReturnType<typeof setTimeout> | undefined;
  /** A save sent twice has one id, so that it is stored once. */
  const requests = new WeakMap<Command, string>();

  // "dialog" submits to nowhere, also when our script is gone.
  const form = h('form', { method: 'dialog' });
  form.noValidate = true;
  const element = h('section', { class: 'ring', role: 'dialog', tabindex: '-1', 'aria-labelledby': 'title' }, form);
  const said = h('p', { class: 'hidden', role: 'status' });
  const frame = styled(root, locale());
  addStyle(root, 'ring', css);
  frame.append(element, said);

  const active = () => (root instanceof ShadowRoot ? root.activeElement : document.activeElement);
  /** For the moment when the extension has gone, and its messages with it. */
  let parting = { said: failureWords(draft, state, 'orphaned'), words: '' };

  function openField(): void {
    const { writing } = state;
    if (!writing) field = null;
    field ??=
      writing &&
      createField({
        value: writing === 'reason' ? state.quote : '',
        label: i18n.t(`ring.${writing}`),
        placeholder: i18n.t(`ring.${writing}Field`),
        most: writing === 'theme' ? 100 : 2_000,
        lang: locale(),
        onKey: press,
      });
  }

  function view(): RingView {
    if (failure !== 'orphaned') parting = { said: failureWords(draft, state, 'orphaned'), words: clipWords(draft, network, state, new Date()) };
    const said = failure && failure !== 'orphaned' ? failureWords(draft, state, failure) : parting.said;
    return {
      state,
      draft,
      thread,
      whole: draft === thread,
      hasSeen: (options.seen?.().length ?? 0) > 0,
      network,
      before,
      failure,
      failureWords: said,
      copied,
      words: parting.words,
      field: field?.frame ?? null,
      worse,
      // The words have gone with an extension that has; a ring that tells of it says nothing of pictures.
      picture: failure === 'orphaned' ? null : pictureWords(shot, picture === null ? wanted : null),
      now: new Date(),
    };
  }

  /** The person would rather keep only what any page shows of a post. */
  function keepPlain(): void {
    const less = worse?.canKeep && state.phase === 'choosing' && plain();
    if (!less) return;
    draft = less;
    worse = { said: i18n.t('ring.plainChosen'), canKeep: false };
    render();
    said.textContent = worse.said;
  }

  function render(): void {
    const focused = active();
    const within = element.contains(focused);
    const held = within && focused?.getAttribute('value');
    openField();
    form.replaceChildren(...(tray === null ? ringParts(view()) : trayParts(options.seen?.() ?? [], tray)));
    element.setAttribute('role', state.phase === 'failed' ? 'alertdialog' : 'dialog');
    element.setAttribute('aria-busy', String(state.phase === 'busy'));
    if (!within || field) return;
    const again = held && [...form.querySelectorAll('button')].find(({ value }) => value === held);
    (again || element).focus({ preventScroll: true });
  }

  function rest(): void {
    clearTimeout(closing);
    if (state.phase !== 'saved') return;
    closing = setTimeout(() => {
      // Longer while the pointer is over it, or the focus on something in it.
      const focused = active();
      if (element.matches(':hover') || (focused !== element && element.contains(focused))) rest();
      else leave();
    }, stays);
  }

  function leave(): void {
    if (picture) void ask('dropPicture', { picture });
    remove();
    onLeave();
  }

  function remove(): void {
    clearTimeout(closing);
    element.remove();
    said.remove();
  }

  function apply({ state: next, command }: Step): void {
    state = next;
    if (command?.do === 'leave') leave();
    else {
      copied = null;
      // On its way before anything is drawn: a clip is saved the sooner.
      if (command) void carryOut(command);
      render();
      rest();
    }
  }

  function settle(next: Judging, announced: string): void {
    state = next;
    failure = null;
    render();
    rest();
    said.textContent = announced;
    drain();
  }

  function fail(why: Failure): void {
    failure = why;
    waiting = [];
    state = failed(state);
    render();
    said.textContent = (why === 'orphaned' ? parting.said : failureWords(draft, state, why)).title;
  }

  /** Keys pressed while the background was busy, in their order; but none into a field that has opened meanwhile. */
  function drain(): void {
    while (waiting.length > 0 && state.phase !== 'busy' && element.isConnected) {
      const next = waiting.shift();
      if (next && !state.writing) apply(step(state, next));
    }
  }

  async function load(): Promise<void> {
    const [context, marks, health] = await Promise.all([
      ask('context', {}),
      ask('marks', { posts: [identityOf(draft)] }),
      ask('health', { platform: site.id }),
    ]);
    if (!element.isConnected) return;
    if (!context.ok) {
      fail(context.failure);
      return;
    }
    const { brands, themes, chord, pictures } = context.value;
    wanted = pictures ? { chord } : null;
    const fallen = health.ok ? fallenWords(site.name, health.value.fallen, new Date()) : '';
    if (fallen) worse ??= { said: fallen, canKeep: plain() !== null };
    before = (marks.ok && marks.value.marks[0]) || null;
    const text = fold(`${draft.title ?? ''} ${draft.text}`);
    /** What the post speaks of, in its order, before the rest. */
    const spoken = <T extends { name: string }>(named: readonly T[]) => {
      const at = ({ name }: T) => (text.indexOf(fold(name)) + 1 || Number.POSITIVE_INFINITY) - 1;
      return named.toSorted((a, b) => Math.sign(at(a) - at(b)) || 0);
    };
    const mentioned = brandsIn(draft, brands);
    const order = spoken(brands.filter(({ id }) => mentioned.includes(id))).map(({ id }) => id);
    settle(
      loaded(
        state,
        brands,
        order,
        spoken(themes).map(({ name }) => name),
      ),
      '',
    );
  }

  async function save(command: Command & { do: 'save' }): Promise<void> {
    const request = requests.get(command) ?? v4();
    requests.set(command, request);
    const about = new Set(state.brands.slice(0, state.mentioned).map(({ id }) => id));
    if (command.brand) about.add(command.brand);
    const judgement =
      command.quadrant && command.brand ? { brand: command.brand, quadrant: command.quadrant, ...(state.quote ? { quote: state.quote } : {}) } : null;
    const outcome = await ask('save', { request, draft, brands: [...about].slice(0, 50), judgement });
    stored(outcome);
    if (outcome.ok && picture) await keep(picture, outcome.value.action);
  }

  /** The clip is safe by now: that its picture is not takes nothing from it, and is said beside it. */
  async function keep(id: string, action: string): Promise<void> {
    const given = () => shot !== 'none';
    if (!given()) return;
    const outcome = await ask('keepPicture', { picture: id, action });
    if ((outcome.ok && outcome.value.kept) || !given()) return;
    // Taken back meanwhile, the clip has no picture to lose.
    if (!element.isConnected || !state.done.some((done) => done.action === action)) return;
    shot = !outcome.ok && outcome.failure === 'disk-full' ? 'disk-full' : 'lost';
    render();
    said.textContent = pictureWords(shot, null);
  }

  function stored(outcome: Outcome<Reply<'save'>>): void {
    if (element.isConnected) {
      if (!outcome.ok) fail(outcome.failure);
      else {
        const next = saved(state, outcome.value);
        settle(next, savedWords(next));
      }
    }
    // Said first: what is asked of the background then would take its time from it.
    if (outcome.ok) onChange?.();
  }

  async function carryOut(command: Command): Promise<void> {
    switch (command.do) {
      case 'load':
        return load();
      case 'save':
        return save(command);
      case 'refine': {
        const { tag, theme, quote: reason } = command;
        stored(await ask('refine', { tag, ...(theme ? { theme } : {}), ...(reason ? { quote: reason } : {}) }));
        return;
      }
      case 'flip': {
        const { tag, brand, quadrant } = command;
        stored(await ask('flip', { tag, brand, quadrant }));
        return;
      }
      case 'undo': {
        const outcome = await ask('undo', { action: command.action });
        if (element.isConnected) {
          if (outcome.ok) settle(undone(state), i18n.t('ring.undone'));
          else fail(outcome.failure);
        }
        if (outcome.ok) onChange?.();
        return;
      }
      case 'copy':
        copied = await copyText(parting.words, frame);
        render();
        said.textContent = copied ? parting.said.copied : parting.said.notCopied;
        return;
      case 'panel': {
        const outcome = await ask('openPanel', {});
        if (outcome.ok) leave();
        else {
          failure = outcome.failure;
          render();
          said.textContent = i18n.t('ring.notLoaded');
        }
        return;
      }
    }
  }

  /** Keys of the ring alone, before anything is saved: the whole thread or one part of it, and the posts seen before. True where it was one. */
  function turn(key: string): boolean {
    const seen = options.seen?.() ?? [];
    if (tray !== null) {
      const chosen = trayPage(seen, tray)[Number(key) - 1];
      if (key === 'Escape') tray = null;
      else if (key === 'P') tray = nextPage(seen, tray);
      else if (chosen) {
        leave();
        options.onChoose?.(chosen.draft);
        return true;
      }
      render();
      return true;
    }
    if (state.phase !== 'choosing' || state.done.length > 0) return false;
    if (key === 'P' && seen.length > 0) {
      tray = 0;
      render();
      return true;
    }
    if (key !== 'A' || !thread) return false;
    draft = draft === thread ? options.draft : thread;
    // It is no longer the words alone that were chosen, if they were.
    worse = asRead;
    state = beginning(canWrite, state.quote);
    render();
    void load();
    return true;
  }

  function handle(key: string): void {
    if (turn(key)) return;
    if (key === keepPlainKey) keepPlain();
    else if (state.phase === 'busy' && !(key === 'Escape' && state.pending.do === 'load')) waiting.push(key);
    else apply(step(state, key, field?.words()));
  }

  /** From one button to the next within a group, by arrow. */
  function move(event: KeyboardEvent): void {
    const group = [...(active()?.parentElement?.querySelectorAll<HTMLElement>('[role] > button') ?? [])];
    const at = group.indexOf(active() as HTMLElement);
    if (at < 0) return;
    const picker = group[0]?.matches('.cell') ? 2 : 1;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: picker, ArrowUp: -picker }[event.key] ?? 0;
    group[(at + by + group.length) % group.length]?.focus();
    event.preventDefault();
  }

  /** Tab goes round within the ring: Esc is the way out, and the page must not take the focus meanwhile. */
  function tab(event: KeyboardEvent): void {
    const stops = [...form.querySelectorAll<HTMLElement>('button, iframe, textarea')];
    const at = stops.indexOf(active() as HTMLElement);
    const next = event.shiftKey ? (at <= 0 ? stops.length - 1 : at - 1) : (at + 1) % stops.length;
    const stop = stops[next];
    (stop === field?.frame ? field : stop)?.focus();
    event.preventDefault();
  }

  function press(event: KeyboardEvent): void {
    if (event.isComposing || event.key === 'Process') return;
    rest();
    const focused = active();
    if (event.key === 'Tab') tab(event);
    if (event.key.startsWith('Arrow') && !field) move(event);
    const offered = worse?.canKeep && event.key.toUpperCase() === keepPlainKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    const key = field ? (event.key === 'Enter' || event.key === 'Escape' ? event.key : null) : offered ? keepPlainKey : keyOf(event);
    // Enter on a button presses that button, and the browser says so by the form.
    if (!key || (key === 'Enter' && focused instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (!event.repeat) handle(key);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { submitter } = event as SubmitEvent;
    if (event.isTrusted && submitter instanceof HTMLButtonElement && submitter.ariaDisabled !== 'true') handle(submitter.value);
  });

  element.focus({ preventScroll: true });
  render();
  void load();

  return {
    element,
    focus: () => (field ?? element).focus({ preventScroll: true }),
    press,
    turnAway() {
      if (state.writing) handle('Enter');
      if (state.phase === 'failed' || (state.phase === 'busy' && state.pending.do !== 'load')) return false;
      leave();
      return true;
    },
    pictured(taken) {
      if (!picture || shot) return;
      shot = taken ? 'taken' : 'none';
      render();
    },
    orphan() {
      if (state.writing === 'reason' && field) state = { ...state, quote: field.words() };
      if (state.phase === 'saved' && !state.writing) leave();
      else if (state.phase !== 'failed' || failure !== 'orphaned') fail('orphaned');
      return element.isConnected;
    },
    remove,
  };
}
