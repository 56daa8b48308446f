import EyeOff from 'lucide-react/icons/eye-off';
import type { ReactNode } from 'react';
import type { Measure } from '../../lib/core/metric.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { number } from './format.ts';

type None = Extract<Measure, { value: null }>;

const reasons = {
  'few-mentions': 'ui.withheld.fewMentions',
  'few-rated': 'ui.withheld.fewRated',
  'few-judged': 'ui.withheld.fewJudged',
  'few-authors': 'ui.withheld.fewAuthors',
  'few-posts': 'ui.withheld.fewPosts',
  'few-own': 'ui.withheld.fewOwn',
  'few-answerable': 'ui.withheld.fewAnswerable',
  'few-answered': 'ui.withheld.fewAnswered',
  'none-answered': 'ui.withheld.noneAnswered',
  'likes-unknown': 'ui.withheld.likesUnknown',
  'numbers-unknown': 'ui.withheld.numbersUnknown',
  'followers-unknown': 'ui.withheld.followersUnknown',
  'no-account': 'ui.withheld.noAccount',
} as const;

/** Why a number is not shown, and from how much on it will be. */
export const withheldWords = ({ reason, n, need }: None): string => i18n.t(reasons[reason], [number(n), number(need)]);

interface Props {
  /** One sentence: the reason. */
  reason: string;
  /** What to do about it. */
  children?: ReactNode;
}

/** Stands where a number would mislead. */
export function Withheld({ reason, children }: Props) {
  return (
    <div className="withheld">
      <EyeOff />
      <div>
        <div>{reason}</div>
        {children}
      </div>
    </div>
  );
}
