import { type RefObject, useEffect, useState } from 'react';
import type { ThemeClips } from '../../../lib/core/theme-mix.ts';
import { themeClipsOf } from '../../../lib/db/find-themes.ts';
import { useLast } from '../../dashboard/use-last.ts';
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
  const question = [isNear, period.from, period.to, JSON.stringify(asked), [...(chosen ?? [])].join()];
  const read = useLive(async (store) => {
    if (!isNear) return null;
    const all: ThemeClips[] = [];
    for (const { tally } of compared) all.push(await themeClipsOf(store, tally, period, chosen ?? undefined));
    return all;
  }, question);
  return useLast(read ?? undefined) ?? null;
}
