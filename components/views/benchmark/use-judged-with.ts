import { type RefObject, useEffect, useState } from 'react';
import type { JudgedWith } from '../../../lib/core/theme-mix.ts';
import { judgedWithOf } from '../../../lib/db/find-themes.ts';
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
 * What the judged clips of the brands compared are judged with, each brand in its place; null until it is read. Of 100,000 clips judged three times
 * each these are 90,000 kinds: read only while they are looked at.
 */
export function useJudgedWith({ compared, period, chosen }: SeenData, section: RefObject<HTMLElement | null>): JudgedWith[][] | null {
  const isNear = useNear(section);
  const brands = compared.map(({ brand }) => brand.id);
  const question = JSON.stringify([period, brands, [...(chosen ?? [])]]);
  const [kept, setKept] = useState<{ question: string; judged: JudgedWith[][] } | null>(null);
  const read = useLive(
    async (store) => {
      if (!isNear) return null;
      return { question, judged: await Promise.all(brands.map((brand) => judgedWithOf(store, brand, period, chosen ?? undefined))) };
    },
    [isNear, question],
  );
  if (read && read !== kept) setKept(read);
  // What was read stays while one looks elsewhere; never as the answer to another question.
  return kept?.question === question ? kept.judged : null;
}
