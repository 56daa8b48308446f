import { useId, useRef, useState } from 'react';
import { troubleOf } from '../../../lib/core/rules.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { go } from '../../dashboard/route.ts';
import { SearchField } from '../../search/search-field.tsx';
import { useStore } from '../../store.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useTask } from '../../use-task.ts';
import { type FormState, inputOf, previewed } from './form-state.ts';
import { PastPreview } from './past-preview.tsx';
import type { RulesData } from './rules-data.ts';
import { ThenFields } from './then-fields.tsx';
import { useTouched } from './use-touched.ts';

interface Props {
  /** Of the rule that is changed; of a new one none. */
  id: string | undefined;
  begun: FormState;
  data: RulesData;
}

/** Writes a rule, and shows all the while what of the past it would touch. */
export function RuleForm({ id, begun, data }: Props) {
  const of = useId();
  const store = useStore();
  const toast = useToast();
  const { run, cancel, busy, share } = useTask();
  const [form, setForm] = useState(begun);
  const [said, setSaid] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown; applied: boolean } | null>(null);
  /** The rule as it is stored by now: a save that is tried again makes no second one. */
  const stored = useRef(id);
  const saving = useRef(false);
  const name = useRef<HTMLInputElement>(null);
  const rule = previewed(form, data);
  const known = rule.theme ? [...data.context.themes, { id: rule.theme, name: form.theme }] : data.context.themes;
  const trouble = troubleOf(rule, { ...data.context, themes: known });
  const touched = useTouched(busy ? null : rule);
  const past = form.mode === 'set' ? (touched?.total ?? 0) : 0;
  const change = (changes: Partial<FormState>) => setForm({ ...form, ...changes });

  async function save(applied: boolean): Promise<void> {
    setSaid(true);
    if (!form.name.trim()) return name.current?.focus();
    if (trouble || saving.current) return;
    saving.current = true;
    setFailed(null);
    try {
      const [{ saveRule, applyRule }, { undo, undoBatch }] = await Promise.all([
        import('../../../lib/db/rules.ts'),
        import('../../../lib/db/change.ts'),
      ]);
      const { rule: saved, action } = await saveRule(store, inputOf(form, stored.current));
      stored.current = saved.id;
      if (applied) {
        const done = await run((signal, onShare) =>
          applyRule(store, saved.id, { signal, onProgress: (count) => onShare(Math.min(1, count / past)) }),
        );
        if (done) toast.say(i18n.t('rules.applied', done.count, { n: number(done.count) }), () => undoBatch(store, done.batch));
      } else toast.say(i18n.t('rules.saved', { name: saved.name }), () => undo(store, action.id));
      go('#/rules');
    } catch (error) {
      setFailed({ error, applied });
    } finally {
      saving.current = false;
    }
  }

  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        {i18n.t(id ? 'rules.editTitle' : 'rules.newTitle')}
      </h1>
      <div className="rule-form">
        <div>
          <label className="rule-part small-title">
            {i18n.t('rules.form.name')}
            <input
              ref={name}
              className="field"
              form={of}
              required
              maxLength={100}
              value={form.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          </label>
          <div className="rule-part">
            <p className="small-title" aria-hidden="true">
              {i18n.t('rules.form.query')}
            </p>
            <SearchField text={form.query} live label={i18n.t('rules.form.query')} onFind={(query) => change({ query })} />
            <p className="meta">{i18n.t('rules.form.queryHint')}</p>
          </div>
          <ThenFields form={form} of={of} data={data} onChange={change} />
          <fieldset className="rule-part">
            <legend className="small-title">{i18n.t('rules.form.mode')}</legend>
            {(['set', 'propose'] as const).map((mode) => (
              <label key={mode} className="rule-mode">
                <input type="radio" name="mode" form={of} checked={form.mode === mode} onChange={() => change({ mode })} />
                <span>
                  <span className="control">{i18n.t(`rules.form.${mode}`)}</span>
                  <span className="meta">{i18n.t(`rules.form.${mode}Hint`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {failed && <NotSaved error={failed.error} onAgain={() => void save(failed.applied)} />}
          <p className="control critical" role="status">
            {said && trouble && i18n.t(`rules.trouble.${trouble}`)}
          </p>
          {busy ? (
            <Progress label={i18n.t('rules.applying')} share={share} onCancel={cancel} />
          ) : (
            <form
              id={of}
              className="row wrap"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                void save(false);
              }}
            >
              <Button type="submit" look="primary">
                {i18n.t('rules.form.save')}
              </Button>
              {past > 0 && <Button onClick={() => void save(true)}>{i18n.t('rules.form.saveAndApply', past, { n: number(past) })}</Button>}
              <ButtonLink look="quiet" href="#/rules">
                {i18n.t('rules.form.cancel')}
              </ButtonLink>
            </form>
          )}
        </div>
        <PastPreview mode={form.mode} touched={touched} />
      </div>
    </>
  );
}
