import { type RefObject, useEffect, useState } from 'react';
import type { ThemeClips } from '../../../lib/core/theme-mix.ts';
import { themeClipsOf } from '../../../lib/db/find-themes.ts';
import { useLive } from '../../store.tsx';
import type { SeenData } from './seen-data.ts';

/** Whether an element is on the screen, or nearly. */
function useNear(of: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const place = of.current;
    if (!place) return;
    const watching = new IntersectionObserver((entries) => setIsNear(entries.at(-1)!.isIntersecting), { rootMargin: '400px' });
    watching.observe(place);
    return () => watching.disconnect();
  }, [of]);
  return isNear;
}

/**
 * The clips of each theme, of the brands compared, each in its place; null until they are read. They are a key for every judgement, seconds with
 * 100,000 clips: read only while they are looked at, and theme after theme, so that others who read are served in between.
 */
export function useThemeClips({ compared, period, chosen }: SeenData, section: RefObject<HTMLElement | null>): ThemeClips[] | null {
  const isNear = useNear(section);
  const asked = compared.map(({ brand, tally }) => [brand.id, ...tally.themes.map(({ quadrant, theme }) => `${quadrant}|${theme}`)]);
  const question = JSON.stringify([period, asked, [...(chosen ?? [])]]);
  const [kept, setKept] = useState<{ question: string; clips: ThemeClips[] } | null>(null);
  const read = useLive(
    async (store) => {
      if (!isNear) return null;
      const clips: ThemeClips[] = [];
      for (const { tally } of compared) clips.push(await themeClipsOf(store, tally, period, chosen ?? undefined));
      return { question, clips };
    },
    [isNear, question],
  );
  if (read && read !== kept) setKept(read);
  // What was read stays while one looks elsewhere; never as the answer to another question.
  return kept?.question === question ? kept.clips : null;
}
