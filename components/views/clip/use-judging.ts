import { useEffect, useRef, useState } from 'react';
import type { Factor } from '../../../lib/core/factors.ts';
import type { Quadrant } from '../../../lib/core/quadrant.ts';
import type { Clip, Tag } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { chosenAlready } from '../../judge/brand-choice.tsx';
import { useSuggestion } from '../../suggest/use-suggestion.ts';
import type { Names, Writing } from './clip-detail.tsx';

/** What has keys of its own, or opens over the clip and closes by Escape. */
const controls = 'a, button, input, select, textarea, summary, [contenteditable]';
const over = 'dialog[open], [role=tooltip]:popover-open';

/** Whether a key pressed here speaks to the page that shows the clip as a whole, not to a control of it, nor to a list beside it. */
const isForPage = (target: EventTarget | null, place: HTMLElement | null): boolean =>
  target instanceof HTMLElement &&
  place !== null &&
  (target.contains(place) || place.contains(target)) &&
  target.closest(controls) === null &&
  document.querySelector(over) === null;

/** What is about to be said of a clip for one more brand, what is suggested for that brand, and what saves it. */
export function useJudging(clip: Clip, { brands, nameOf }: Names, { write, store }: Writing) {
  const [chosen, setBrand] = useState<string | null>(null);
  const [theme, setTheme] = useState('');
  const [factor, setFactor] = useState<Factor | null>(null);
  const [reason, setReason] = useState('');
  /** Until the suggestion has gone from sight, a second press would judge a second time: while it is saved, and until the clip is shown as it is then. */
  const accepting = useRef(false);
  const accepted = useRef<Clip | null>(null);
  const shown = useRef(clip);
  shown.current = clip;
  const brand = chosen ?? chosenAlready(brands, clip.brands);
  // Judged for that brand already, it would only be told what it was taught by this very clip.
  const isJudged = clip.tags.some((tag) => tag.brand === brand);
  const { offered, failed } = useSuggestion(isJudged ? undefined : clip, isJudged ? undefined : brands.find(({ id }) => id === brand));

  const judge = async (quadrant: Quadrant, origin: Tag['origin'] = 'hand'): Promise<boolean> => {
    if (!brand) return false;
    const words = i18n.t(`quadrant.saved.${quadrant}`, [nameOf(brand) ?? '']);
    const done = await write(
      ({ tagClip }) => tagClip(store, clip.id, { brand, quadrant, theme: theme.trim() || undefined, factor, quote: reason.trim(), origin }),
      words,
    );
    if (!done) return false;
    setTheme('');
    setFactor(null);
    setReason('');
    return true;
  };
  const accept = async () => {
    if (!offered || accepting.current || accepted.current === shown.current) return;
    accepting.current = true;
    if (await judge(offered.label, 'suggestion')) accepted.current = shown.current;
    accepting.current = false;
  };
  return { brand, setBrand, theme, setTheme, factor, setFactor, reason, setReason, judge, offered, failed, accept };
}

export type Judging = ReturnType<typeof useJudging>;

/** Enter takes what is suggested and Escape waves it away, while the focus is on the page, the margin or the form as a whole. */
export function useSuggestionKeys({ offered, accept }: Judging, place: { current: HTMLElement | null }): void {
  useEffect(() => {
    if (!offered) return;
    // Before the margin's own Escape, which closes it.
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (!isForPage(event.target, place.current) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
      event.preventDefault();
      if (event.key === 'Enter') void accept();
      else if (event.key === 'Escape') offered.dismiss();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  });
}
