import type { ReactNode } from 'react';
import type { Feeling } from '../../lib/core/sentiment/reading.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { list } from '../ui/format.ts';
import './suggest.css';

/** "Reads negative: broken, never again", and beside it what can be made of it. */
export const Reads = ({ feeling: { label, words }, children }: { feeling: Feeling; children?: ReactNode }) => (
  <div className="row wrap reads">
    <p className="meta">{i18n.t(`suggest.reads.${label}`, [list(words)])}</p>
    {children}
  </div>
);
