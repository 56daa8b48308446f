import { useEffect, useRef } from 'react';
import { i18n } from '../../../lib/i18n/index.ts';
import { useRoute } from '../../dashboard/route.ts';
import { useLive } from '../../store.tsx';
import type { ViewProps } from '../view.ts';
import { begunBy, formOf } from './form-state.ts';
import { RuleForm } from './rule-form.tsx';
import { RuleList } from './rule-list.tsx';
import { rulesData } from './rules-data.ts';
import '../../setup/setup.css';
import './rules.css';

/** What is judged by itself: the list of rules, one that is being changed (`#/rules/<id>`), or a new one (`#/rules/new`). */
export default function Rules({ rest }: ViewProps) {
  const { query } = useRoute();
  const data = useLive(rulesData, []);
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(rest);
  useEffect(() => {
    if (!data || shown.current === rest) return;
    shown.current = rest;
    // From the list to a form and back: what was clicked is gone, and the page begins at its title.
    place.current?.querySelector<HTMLElement>('h1')?.focus();
    scrollTo(0, 0);
  }, [data, rest]);
  if (!data) return null;
  const rule = data.rules.find(({ rule: { id } }) => id === rest)?.rule;
  const begun = rest === 'new' ? begunBy(query, data) : rule && formOf(rule, data);
  return (
    <div className="rules" ref={place}>
      {rest === null ? <RuleList data={data} /> : begun ? <RuleForm key={rest} id={rule?.id} begun={begun} data={data} /> : <Gone />}
    </div>
  );
}

const Gone = () => (
  <>
    <h1 className="page-title" tabIndex={-1}>
      {i18n.t('rules.title')}
    </h1>
    <p className="control ink-2">{i18n.t('rules.gone')}</p>
    <a className="control" href="#/rules">
      {i18n.t('rules.back')}
    </a>
  </>
);
