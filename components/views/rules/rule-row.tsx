import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import type { Rule } from '../../../lib/core/records.ts';
import type { Trouble } from '../../../lib/core/rules.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { saidWords } from '../../judge/said-words.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';

interface Props {
  rule: Rule;
  trouble: Trouble | null;
  /** Of brands and themes, by id. */
  names: ReadonlyMap<string, string>;
  isFirst: boolean;
  isLast: boolean;
  onTurn(): unknown;
  onMove(by: -1 | 1): unknown;
  onTrash(): unknown;
}

/** One rule: whether it is on, what it says, its place among the others. */
export function RuleRow({ rule, trouble, names, isFirst, isLast, onTurn, onMove, onTrash }: Props) {
  const { name, query, mode, enabled, quadrant } = rule;
  return (
    <li className={`rule-row ${enabled ? '' : 'off'}`}>
      <button type="button" className="switch" role="switch" aria-checked={enabled} aria-label={i18n.t('rules.isOn', { name })} onClick={onTurn} />
      <div className="grow">
        <p className="control strong">{name}</p>
        <p className="control">
          {i18n.t('rules.if')} <code>{query}</code>
        </p>
        <p className="control row wrap">
          {i18n.t(`rules.then.${mode}`)}{' '}
          <span className="row">
            <QuadrantMark quadrant={quadrant} outlined={mode === 'propose'} size={18} /> {saidWords(rule, names)}
          </span>
        </p>
        {trouble && <p className="control critical">{i18n.t(`rules.trouble.${trouble}`)}</p>}
      </div>
      <div className="row rule-acts">
        <Button look="quiet" iconOnly aria-disabled={isFirst} aria-label={i18n.t('rules.up', { name })} onClick={() => isFirst || onMove(-1)}>
          <ArrowUp />
        </Button>
        <Button look="quiet" iconOnly aria-disabled={isLast} aria-label={i18n.t('rules.down', { name })} onClick={() => isLast || onMove(1)}>
          <ArrowDown />
        </Button>
        <ButtonLink small href={`#/rules/${encodeURIComponent(rule.id)}`} aria-label={i18n.t('rules.editNamed', { name })}>
          {i18n.t('rules.edit')}
        </ButtonLink>
        <Button small look="quiet" aria-label={i18n.t('rules.trashNamed', { name })} onClick={onTrash}>
          {i18n.t('rules.trash')}
        </Button>
      </div>
    </li>
  );
}
