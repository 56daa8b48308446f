import { useId } from 'react';
import type { Brand, Clip, Theme } from '../../lib/core/records.ts';
import type { Effect } from '../../lib/core/rules.ts';
import { proposalsFor, ruleNames } from '../../lib/db/find-rules.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { useLast } from '../dashboard/use-last.ts';
import { useLive } from '../store.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { QuadrantMark } from '../ui/quadrant-mark.tsx';
import { saidWords } from './said-words.ts';
import './proposals.css';

interface Props {
  clip: Clip;
  brands: readonly Pick<Brand, 'id' | 'name'>[];
  themes: readonly Pick<Theme, 'id' | 'name'>[];
  /** `what`: the proposal in words. */
  onAccept(proposal: Effect, what: string): unknown;
}

/** What rules propose for a clip, each accepted by its button; the first by R, which whoever holds the keys sends to `[data-accept]`. */
export function Proposals({ clip, brands, themes, onAccept }: Props) {
  const id = useId();
  // Kept while it is asked again: whoever has the focus here keeps it.
  const found = useLast(useLive(async (store) => ({ proposals: await proposalsFor(store, clip), rules: await ruleNames(store) }), [clip]));
  if (!found || found.proposals.length === 0) return null;
  const names = new Map([...brands, ...themes].map(({ id, name }) => [id, name]));
  return (
    <ul className="proposals">
      {found.proposals.map((proposal, index) => {
        const what = saidWords(proposal, names);
        return (
          <li key={proposal.rule} className="row control">
            <QuadrantMark quadrant={proposal.quadrant} outlined />
            <span className="grow" id={`${id}${index}`}>
              {i18n.t('rules.proposes', { rule: found.rules.get(proposal.rule) ?? '', what })}
            </span>
            <Button
              small
              aria-keyshortcuts={index === 0 ? 'R' : undefined}
              data-accept={index === 0 ? '' : undefined}
              aria-describedby={`${id}${index}`}
              onClick={() => onAccept(proposal, what)}
            >
              {i18n.t('rules.accept')} {index === 0 && <Kbd keys="R" />}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
