// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mountRing, type Ring, type RingOptions } from '../../components/page/ring.ts';
import type { Draft } from '../../lib/core/draft.ts';
import type { Failure } from '../../lib/messages/protocol.ts';

const draft: Draft = {
  kind: 'post',
  platform: 'x',
  url: 'https://x.com/ines/status/1',
  nativeId: '1',
  author: { name: 'Inès Marchand', handle: 'ines' },
  text: 'The Nordvale kettle whistles in two tones. Quelda boils quieter.',
  truncated: false,
  publishedAt: { instant: '2026-03-02T08:00:00.000Z', raw: '3 h', precision: 'hour', source: 'label' },
  metrics: { likes: 1200, comments: 1, shares: null, views: null, saves: null, rating: null },
  rounded: ['likes'],
  media: [],
  promoted: false,
};
const words = { aliases: [], handles: [], must: [], mustNot: [] };
const nordvale = { ...words, id: 'n', name: 'Nordvale', kind: 'own' as const };
const quelda = { ...words, id: 'q', name: 'Quelda', kind: 'competitor' as const };

let brands = [nordvale, quelda];
let marks: unknown[] = [null];
let failure: Failure | null = null;
let fallen: Record<string, string> = {};
let chord = 'Alt+L';
let pictures = false;
let kept = true;
/** The one question that the background fails to answer, with how. */
let failing: { kind: string; failure: Failure } | null = null;
let asked: { kind: string; request: Record<string, unknown> }[] = [];
let left = false;
let changed = 0;
let ring: Ring;

const ask = (async (kind: string, request: Record<string, unknown>) => {
  if (kind !== 'health') asked.push({ kind, request });
  if (failing?.kind === kind) return { ok: false, failure: failing.failure, message: '' };
  if (failure && kind !== 'marks') return { ok: false, failure, message: '' };
  const value = {
    context: { workspace: { id: 'w', name: 'W' }, brands, themes: [{ id: 't', name: 'Noise' }], chord, pictures },
    marks: { marks },
    save: { clip: 'c', action: `a${asked.length}`, tag: request['judgement'] ? `t${asked.length}` : null, already: false },
    refine: { clip: 'c', action: `a${asked.length}`, tag: `t${asked.length}`, already: true },
    flip: { clip: 'c', action: `a${asked.length}`, tag: `t${asked.length}`, already: true },
    undo: {},
    openPanel: {},
    health: { fallen },
    keepPicture: { kept },
    dropPicture: {},
  }[kind];
  return { ok: true, value };
}) as unknown as RingOptions['ask'];

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function open(options: Partial<RingOptions> = {}): Promise<void> {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  ring = mountRing(host.attachShadow({ mode: 'open' }), {
    draft,
    network: 'X',
    site: { id: 'x', name: 'X' },
    isPlain: false,
    plain: () => ({ ...draft, text: 'Only the words.', author: { name: null, handle: null } }),
    canWrite: true,
    ask,
    onChange: () => (changed += 1),
    onLeave: () => (left = true),
    ...options,
  });
  await settled();
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    ring.press(new KeyboardEvent('keydown', { key, code: /\d/.test(key) ? `Digit${key}` : '' }));
    await settled();
  }
}

const shown = () => ring.element.textContent;
const announced = () => ring.element.parentElement?.querySelector('[role=status]')?.textContent;
const saves = () => asked.filter(({ kind }) => kind === 'save').map(({ request }) => request);

beforeEach(() => {
  [brands, marks, failure, asked, left, changed] = [[nordvale, quelda], [null], null, [], false, 0];
  [chord, pictures, kept, failing] = ['Alt+L', false, true, null];
});
afterEach(() => {
  ring.remove();
  vi.useRealTimers();
});

describe('choosing', () => {
  test('says whose post it is, as exactly as it is known and no more', async () => {
    await open();
    expect(shown()).toContain('Inès Marchand');
    expect(shown()).toMatch(/X post · Mar 2, about/);
    expect(shown()).toContain('1.2K likes · 1 comment');
    expect(shown()).not.toMatch(/share|view|save[sd]/);
  });

  test('the brand spoken of first is chosen; one key saves for it', async () => {
    await open();
    expect(shown()).toContain('For Nordvale, this is a');
    await press('w');
    expect(saves()).toMatchObject([{ draft: { nativeId: '1' }, brands: ['n', 'q'], judgement: { brand: 'n', quadrant: 'weakness' } }]);
    expect(announced()).toBe('Weakness of Nordvale, saved');
    expect(changed).toBe(1);
  });

  test('another brand by its digit', async () => {
    await open();
    await press('2', 's');
    expect(saves()[0]).toMatchObject({ judgement: { brand: 'q', quadrant: 'strength' } });
  });

  test('selected words are the reason, and are shown in the post’s language', async () => {
    await open({ quote: 'whistles in two tones', draft: { ...draft, lang: 'en-GB' } });
    expect(ring.element.querySelector('.voice')?.getAttribute('lang')).toBe('en-GB');
    await press('w');
    expect(saves()[0]).toMatchObject({ judgement: { quote: 'whistles in two tones' } });
  });

  test('a post without a permalink says so', async () => {
    await open({ draft: { ...draft, url: null } });
    expect(shown()).toContain('No permanent link on this page; kept by its words.');
  });

  test('a post clipped before says how', async () => {
    marks = [{ clip: 'c', quadrant: 'threat', brand: 'Quelda', theme: 'Noise', clippedAt: '2026-03-02T09:00:00.000Z' }];
    await open();
    expect(shown()).toContain('Threat · Quelda · Noise');
    expect(shown()).toContain('What you judge now is added');
  });

  test('without brands it says so, judges nothing, and still saves', async () => {
    brands = [];
    await open();
    expect(shown()).toContain('No brand to judge yet');
    await press('w', 'Enter');
    expect(saves()).toMatchObject([{ judgement: null }]);
    expect(announced()).toBe('Saved, not judged yet');
  });

  test('keys pressed before the background has answered wait for it', async () => {
    await open();
    ring.remove();
    const opening = open();
    ring.press(new KeyboardEvent('keydown', { key: 'o' }));
    await opening;
    await settled();
    expect(saves()).toMatchObject([{ judgement: { quadrant: 'opportunity' } }]);
  });

  test('text of a page is never markup', async () => {
    await open({ draft: { ...draft, author: { name: '<img src=x onerror=alert(1)>', handle: null } } });
    expect(ring.element.querySelector('img')).toBeNull();
    expect(shown()).toContain('<img src=x');
  });
});

describe('saved', () => {
  test('theme by digit, undo one step at a time, then leave', async () => {
    await open();
    await press('w', '1');
    expect(asked.at(-1)).toEqual({ kind: 'refine', request: { tag: 't3', theme: 'Noise' } });
    await press('z');
    expect(asked.at(-1)).toEqual({ kind: 'undo', request: { action: 'a4' } });
    expect(shown()).toContain('Weakness of Nordvale, saved');
    await press('z');
    expect(asked.at(-1)).toEqual({ kind: 'undo', request: { action: 'a3' } });
    expect(shown()).toContain('For Nordvale, this is a');
    expect(announced()).toBe('Undone');
    await press('Escape');
    expect(left).toBe(true);
  });

  test('closes by itself after 8 seconds, but not while something in it has the focus', async () => {
    await open();
    await press('w');
    vi.useFakeTimers();
    await Promise.resolve();
    ring.press(new KeyboardEvent('keydown', { key: 'x' }));
    ring.element.querySelector<HTMLElement>('button')?.focus();
    vi.advanceTimersByTime(20_000);
    expect(left).toBe(false);
    ring.focus();
    vi.advanceTimersByTime(8_000);
    expect(left).toBe(true);
  });

  test('where the page could read along there are no fields, but a way to the panel', async () => {
    await open({ canWrite: false });
    await press('w');
    expect(shown()).toContain('This page could read what you type here');
    await press('n');
    expect(asked.at(-1)?.kind).toBe('openPanel');
    expect(left).toBe(true);
  });
});

describe('a failure', () => {
  test.each([
    ['disk-full', 'Not saved: the disk is full'],
    ['unopened', 'Not saved: the browser cannot open its store. Is the disk full?'],
    ['too-large', 'Not saved: the post is too large'],
    ['invalid', 'Not saved: this post cannot be read'],
    ['failed', 'Not saved'],
  ] as const)('%s keeps the draft and says what to do; the same request is sent again', async (kind, said) => {
    await open();
    failure = kind;
    await press('w');
    expect(ring.element.getAttribute('role')).toBe('alertdialog');
    expect(announced()).toBe(said);
    expect(shown()).toContain('Keep the tab open');
    expect(ring.turnAway()).toBe(false);
    failure = null;
    await press('r');
    expect(shown()).toContain('Weakness of Nordvale, saved');
    const [first, second] = saves();
    expect(second?.['request']).toBe(first?.['request']);
  });

  test('never closes by itself', async () => {
    await open();
    failure = 'failed';
    vi.useFakeTimers();
    ring.press(new KeyboardEvent('keydown', { key: 'w' }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(left).toBe(false);
    expect(shown()).toContain('Not saved');
  });

  test('after saving, it says that what was saved is safe', async () => {
    await open();
    await press('w');
    failure = 'failed';
    await press('1');
    expect(shown()).toContain('What you saved before is safe');
  });

  test('the extension gone: the draft can be copied, there is nothing to retry', async () => {
    await open();
    expect(ring.orphan()).toBe(true);
    expect(shown()).toContain('Listening Post was updated');
    expect(shown()).toContain('Copy the clip');
    expect(shown()).not.toContain('Try again');
    const written: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void written.push(text));
    await press('c');
    expect(written[0]).toContain('The Nordvale kettle whistles');
    expect(written[0]).toContain('https://x.com/ines/status/1');
    expect(announced()).toBe('Copied');
  });

  test('the extension gone after saving: nothing is left to keep', async () => {
    await open();
    await press('w');
    expect(ring.orphan()).toBe(false);
    expect(left).toBe(true);
  });
});

describe('a network that is read less well than before', () => {
  afterEach(() => {
    fallen = {};
  });
  const offer = () => ring.element.querySelector<HTMLButtonElement>('button[value="K"]');

  test('says what is missing since when, and keeps only words, link and time by one key', async () => {
    fallen = { author: '2026-11-12T08:00:00.000Z', numbers: '2026-11-14T08:00:00.000Z' };
    await open();
    expect(ring.element.textContent).toContain('Posts on X are read less well since Nov 12');
    expect(ring.element.textContent).toContain('often without author and numbers');
    expect(offer()).not.toBeNull();
    await press('k');
    expect(offer()).toBeNull();
    expect(ring.element.textContent).toContain('Only its words, link and time will be kept.');
    await press('Enter');
    await settled();
    expect(asked.find(({ kind }) => kind === 'save')?.request).toMatchObject({ draft: { text: 'Only the words.', nativeId: '1' } });
  });

  test('is not spoken of where it is read as ever, and K is nothing there', async () => {
    await open();
    expect(offer()).toBeNull();
    await press('k');
    await press('Enter');
    await settled();
    expect(asked.find(({ kind }) => kind === 'save')?.request).toMatchObject({ draft: { text: draft.text } });
  });

  test('offers nothing where its adapter threw: no more than that was read', async () => {
    fallen = { threw: '2026-11-12T08:00:00.000Z' };
    await open({ draft: { ...draft, platform: 'generic' }, isPlain: true });
    expect(ring.element.textContent).toContain('Nothing else of it could be read.');
    expect(offer()).toBeNull();
  });
});

describe('the picture', () => {
  const id = '0198f3c2-0000-7000-8000-000000000001';
  const asks = (kind: string) => asked.filter((one) => one.kind === kind).map(({ request }) => request);

  test('is said to come with the chord, where this gesture gives none and one is wanted', async () => {
    pictures = true;
    await open();
    expect(shown()).toContain('No picture by this button; Alt+L on the post takes one too.');
  });

  test('needs a key to be set, where none is', async () => {
    [pictures, chord] = [true, ''];
    await open();
    expect(shown()).toContain('Set a key for the ring');
  });

  test('is no matter where none is wanted', async () => {
    await open();
    expect(shown()).not.toMatch(/picture/i);
    await press('w');
    expect(asks('keepPicture')).toEqual([]);
  });

  test('is kept once the clip is saved, again after an undo, and dropped when the ring is left', async () => {
    pictures = true;
    await open({ picture: id });
    expect(shown()).not.toMatch(/picture/i);
    ring.pictured(true);
    expect(shown()).toContain('With a picture of the post.');
    await press('w');
    const [first] = asked.filter(({ kind }) => kind === 'save');
    expect(asks('keepPicture')).toEqual([{ picture: id, action: `a${asked.indexOf(first!) + 1}` }]);
    await press('z', 's');
    expect(asks('keepPicture')).toHaveLength(2);
    expect(asks('dropPicture')).toEqual([]);
    await press('Enter');
    expect(left).toBe(true);
    expect(asks('dropPicture')).toEqual([{ picture: id }]);
  });

  test('that the browser did not give is said to be missing, and not asked for', async () => {
    await open({ picture: id });
    ring.pictured(false);
    expect(shown()).toContain('No picture this time');
    await press('w');
    expect(announced()).toBe('Weakness of Nordvale, saved');
    expect(asks('keepPicture')).toEqual([]);
  });

  test('for which the disk has no room does not cost the clip, and is said', async () => {
    failing = { kind: 'keepPicture', failure: 'disk-full' };
    await open({ picture: id });
    ring.pictured(true);
    await press('w');
    expect(shown()).toContain('Weakness of Nordvale, saved');
    expect(shown()).toContain('Saved without its picture: the disk is full.');
    expect(announced()).toBe('Saved without its picture: the disk is full.');
  });

  test('is not called lost where the clip was taken back before it could be kept', async () => {
    kept = false;
    await open({ picture: id });
    ring.pictured(true);
    ring.press(new KeyboardEvent('keydown', { key: 'w' }));
    ring.press(new KeyboardEvent('keydown', { key: 'z' }));
    await settled();
    await settled();
    expect(announced()).toBe('Undone');
    expect(shown()).toContain('With a picture of the post.');
  });

  test('is not spoken of by a ring whose extension, and words, have gone', async () => {
    await open({ picture: id });
    ring.pictured(false);
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(ring.orphan()).toBe(true);
    expect(shown()).toContain('Listening Post was updated');
    vi.restoreAllMocks();
  });

  test('that was lost on the way is said to be', async () => {
    kept = false;
    await open({ picture: id });
    ring.pictured(true);
    await press('w');
    expect(shown()).toContain('Saved without its picture: it could not be kept.');
  });
});

describe('the other side', () => {
  test('is offered once a rival is judged, taken by F, and taken back before the judgement', async () => {
    await open();
    await press('2', 'w');
    expect(shown()).toContain('Also an opportunity for Nordvale');
    expect(asked.filter(({ kind }) => kind === 'flip')).toEqual([]);
    const { tag } = { tag: `t${asked.length}` };
    await press('f');
    expect(asked.at(-1)).toEqual({ kind: 'flip', request: { tag, brand: 'n', quadrant: 'opportunity' } });
    expect(announced()).toBe('Opportunity for Nordvale, saved');
    expect(shown()).not.toContain('Also');
    await press('z');
    expect(asked.at(-1)?.kind).toBe('undo');
    expect(shown()).toContain('Weakness of Quelda, saved');
  });

  test('of ourselves there is none', async () => {
    await open();
    await press('w', 'f');
    expect(shown()).not.toContain('Also');
    expect(asked.filter(({ kind }) => kind === 'flip')).toEqual([]);
  });
});
