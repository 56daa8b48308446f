import type { Brand } from '../../../lib/core/records.ts';
import { useFeeling } from '../../suggest/use-feeling.ts';
import { useSuggestion } from '../../suggest/use-suggestion.ts';
import type { Triage } from './use-triage.ts';

/** What is guessed of the opened clip, for the chosen brand: its quadrant, and how it reads. Each waits for one key, and for nothing else. */
export function useGuesses({ current, selected, said, judge, feel }: Triage, brands: readonly Brand[]) {
  const brand = brands.find(({ id }) => id === said.brand);
  // With several clips selected a key acts on all of them, and each would be guessed otherwise.
  const { offered, failed } = useSuggestion(selected > 0 ? undefined : current, brand);
  const feeling = useFeeling(current);
  const isOpen = brand && current?.brands.includes(brand.id) && !current.sentiments[brand.id];
  const accept = () => {
    if (offered) void judge(offered.label, 'suggestion');
  };
  return {
    brand: brand?.name ?? '',
    offered,
    failed,
    accept,
    feeling,
    /** Says of the brand what the words read like; null where a person has said it already, or the clip is not about that brand. */
    setFeeling: feeling && isOpen ? () => void feel(feeling.label) : null,
    /** Keys that mean the suggestion while the focus is on the clip; false where there is none, and they mean what they always do. */
    act(key: string): boolean {
      if (!offered || (key !== 'Enter' && key !== 'Escape')) return false;
      if (key === 'Enter') accept();
      else offered.dismiss();
      return true;
    },
  };
}

export type Guesses = ReturnType<typeof useGuesses>;
