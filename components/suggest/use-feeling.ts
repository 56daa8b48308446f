import { useEffect, useState } from 'react';
import { saidIn } from '../../lib/core/learn/tagged.ts';
import type { Clip } from '../../lib/core/records.ts';
import type { Feeling } from '../../lib/core/sentiment/reading.ts';

/** How a clip's words read; null while the word lists are on their way, and where they tell nothing. They come when first asked for. */
export function useFeeling(clip: Pick<Clip, 'text' | 'title' | 'lang'> | undefined): Feeling | null {
  const lang = clip?.lang;
  const text = clip ? saidIn(clip) : '';
  const [read, setRead] = useState<{ text: string; feeling: Feeling | null } | null>(null);
  useEffect(() => {
    if (!text) return;
    let wanted = true;
    void import('../../lib/core/sentiment/reading.ts').then(({ feelingOf }) => wanted && setRead({ text, feeling: feelingOf(text, lang) }));
    return () => {
      wanted = false;
    };
  }, [text, lang]);
  return read?.text === text ? read.feeling : null;
}
