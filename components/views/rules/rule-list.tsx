import { useRef } from 'react';
import type { Action } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { newRuleLink } from '../../links.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';
import { RuleRow } from './rule-row.tsx';
import type { RulesData } from './rules-data.ts';

/** Brought in when something is changed: it carries the schemas. */
const ruleCommands = () => import('../../../lib/db/rules.ts');

/** The rules in their order: on or off, moved, changed, put away. */
export function RuleList({ data: { rules, unreadable, names } }: { data: RulesData }) {
  const { store, write, failed } = useWriting();
  const title = useRef<HTMLHeadingElement>(null);
  const act = (command: (commands: Awaited<ReturnType<typeof ruleCommands>>) => Promise<Action>, words: string) =>
    write(async () => command(await ruleCommands()), words);
  const trash = async (id: string, name: string) => {
    // The button that was pressed goes with its row.
    if (await act(({ trashRule }) => trashRule(store, id), i18n.t('rules.trashed', { name }))) title.current?.focus();
  };
  const example = { name: i18n.t('rules.exampleName'), q: i18n.t('rules.exampleQuery'), theme: i18n.t('rules.exampleTheme') };
  const isEmpty = rules.length + unreadable.length === 0;
  return (
    <>
      <h1 className="page-title" tabIndex={-1} ref={title}>
        {i18n.t('rules.title')}
      </h1>
      <p className="control ink-2 rules-hint">{i18n.t('rules.hint')}</p>
      {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
      {isEmpty ? (
        <EmptyState title={i18n.t('rules.none')}>
          <p>{i18n.t('rules.noneHint')}</p>
          <p className="row wrap">
            <ButtonLink look="primary" href={newRuleLink({ ...example, quadrant: 'weakness', mode: 'propose' })}>
              {i18n.t('rules.example')}
            </ButtonLink>
            <ButtonLink href="#/rules/new">{i18n.t('rules.new')}</ButtonLink>
          </p>
        </EmptyState>
      ) : (
        <>
          <ButtonLink look="primary" href="#/rules/new">
            {i18n.t('rules.new')}
          </ButtonLink>
          <ol className="rule-list" aria-label={i18n.t('rules.list')}>
            {rules.map(({ rule, trouble }, index) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                trouble={trouble}
                names={names}
                isFirst={index === 0}
                isLast={index === rules.length - 1}
                onTurn={() =>
                  act(
                    ({ enableRule }) => enableRule(store, rule.id, !rule.enabled),
                    i18n.t(rule.enabled ? 'rules.turnedOff' : 'rules.turnedOn', { name: rule.name }),
                  )
                }
                onMove={(by) => act(({ moveRule }) => moveRule(store, rule.id, by), i18n.t('rules.moved', { name: rule.name }))}
                onTrash={() => trash(rule.id, rule.name)}
              />
            ))}
            {unreadable.map(({ id, name }) => {
              const called = name ?? i18n.t('rules.unnamed');
              return (
                <li key={id} className="rule-row">
                  <div className="grow">
                    <p className="control strong">{called}</p>
                    <p className="control critical">{i18n.t('rules.unreadable')}</p>
                  </div>
                  <Button small look="quiet" aria-label={i18n.t('rules.trashNamed', { name: called })} onClick={() => void trash(id, called)}>
                    {i18n.t('rules.trash')}
                  </Button>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </>
  );
}
