import type { Problem } from '../../lib/core/query/problem.ts';
import { i18n } from '../../lib/i18n/index.ts';

interface Props {
  id: string;
  problems: readonly Problem[];
  /** Puts a word in the place of what is wrong. */
  onMend(problem: Problem, word: string): void;
}

function said({ code, key, value }: Problem): string {
  switch (code) {
    case 'unknownKey':
    case 'noValue':
    case 'notCompared':
      return i18n.t(`query.problem.${code}`, { key });
    case 'unknownValue':
      return i18n.t(`query.problem.${code}`, { key, value });
    case 'notNumber':
    case 'notDay':
      return i18n.t(`query.problem.${code}`, { value });
    default:
      return i18n.t(`query.problem.${code}`);
  }
}

/** What is wrong with a query, in words, with what was perhaps meant one click away. */
export const Problems = ({ id, problems, onMend }: Props) => (
  <div id={id} role="status" className="problems">
    {problems.map((problem) => (
      <p key={`${problem.code} ${problem.at[0]}`}>
        {said(problem)}
        {problem.near.length > 0 && (
          <>
            {' '}
            {i18n.t('query.didYouMean')}{' '}
            {problem.near.map((word) => (
              <button key={word} type="button" className="link-button" onClick={() => onMend(problem, word)}>
                {word}
              </button>
            ))}
          </>
        )}
      </p>
    ))}
  </div>
);

/** The text of the field once more, behind it and unseen, but for the lines under what is wrong. */
export function Marks({ text, problems }: { text: string; problems: readonly Problem[] }) {
  const parts = [];
  let done = 0;
  for (const { at } of [...problems].sort((a, b) => a.at[0] - b.at[0])) {
    const from = Math.max(done, at[0]);
    if (at[1] <= from) continue;
    parts.push(text.slice(done, from), <u key={from}>{text.slice(from, at[1])}</u>);
    done = at[1];
  }
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  );
}
