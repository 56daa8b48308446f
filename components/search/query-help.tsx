import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import { useRef } from 'react';
import { keys } from '../../lib/core/query/keys.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { Button } from '../ui/button.tsx';

const syntax = {
  words: 'grinder late',
  phrase: '"free delivery"',
  prefix: 'deliver*',
  not: '-refund',
  or: 'late OR lost',
  list: 'on:x,reddit',
} as const;

const examples = {
  swot: 'swot:w',
  brand: 'brand:acme',
  theme: 'theme:price',
  on: 'on:instagram',
  by: 'by:@ann',
  lang: 'lang:fr',
  kind: 'kind:review',
  has: 'has:picture',
  is: 'is:untagged',
  sentiment: 'sentiment:negative',
  factor: 'factor:competition',
  priority: 'priority:high',
  owner: 'owner:ann',
  weekday: 'weekday:mon',
  origin: 'origin:manual',
  after: 'after:30d',
  before: 'before:2026-02',
  day: 'day:2026-01..2026-03',
  likes: 'likes>=100',
  comments: 'comments:5..20',
  shares: 'shares>10',
  views: 'views>10k',
  saves: 'saves>5',
  rating: 'rating<3',
  er: 'er>2',
  hour: 'hour:18..21',
} as const;

/** All that can be asked, each with an example. */
export function QueryHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const label = i18n.t('query.help');
  const open = () => {
    dialog.current?.showModal();
    // Not the button at the end, to which the page would scroll.
    title.current?.focus();
  };
  return (
    <>
      <button type="button" className="query-help-button" aria-label={label} title={label} onClick={open}>
        <CircleQuestionMark />
      </button>
      <dialog ref={dialog} className="keys-dialog query-help" aria-labelledby="query-help-title">
        <h2 ref={title} id="query-help-title" className="section-title" tabIndex={-1}>
          {label}
        </h2>
        <p className="control">{i18n.t('query.helpWords')}</p>
        <dl>
          {Object.entries(syntax).map(([name, example]) => (
            <div key={name}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{i18n.t(`query.syntax.${name as keyof typeof syntax}`)}</dd>
            </div>
          ))}
        </dl>
        <h3 className="small-title">{i18n.t('query.helpKeys')}</h3>
        <dl>
          {keys.map((key) => (
            <div key={key}>
              <dt>
                <code>{examples[key]}</code>
              </dt>
              <dd>{i18n.t(`query.key.${key}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="meta">{i18n.t('query.helpUnknown')}</p>
        <Button onClick={() => dialog.current?.close()}>{i18n.t('ui.close')}</Button>
      </dialog>
    </>
  );
}
