import { useState } from 'react';
import { type Retention as Rule, retentionDue, retentionOf } from '../../../lib/db/find-retention.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useLive, useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { useToast } from '../../ui/toast.tsx';

const spans = [6, 12, 24, 36, 60];

/** The rule on old clips: set here, counted here, and done only by a click on that count. */
export function Retention() {
  const store = useStore();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown } | null>(null);
  const state = useLive(async (at) => {
    const rule = await retentionOf(at);
    return { rule, due: rule ? await retentionDue(at, rule) : 0 };
  }, []);
  if (!state) return null;
  const { rule, due } = state;

  const set = async (retention: Rule | null) => {
    setSure(false);
    const { editWorkspace } = await import('../../../lib/db/workspaces.ts');
    await editWorkspace(store.workspace.id, { retention });
  };
  const apply = async (now: Rule) => {
    setBusy(true);
    setFailed(null);
    try {
      const { applyRetention } = await import('../../../lib/db/retention.ts');
      const count = await applyRetention(store, now);
      toast.say(i18n.t(`privacy.retention.done.${now.act}`, count, { n: number(count) }));
    } catch (error) {
      setFailed({ error });
    } finally {
      setBusy(false);
      setSure(false);
    }
  };
  return (
    <>
      <div className="row wrap control">
        <label>
          {i18n.t('privacy.retention.after')}{' '}
          <select
            className="field"
            value={rule?.months ?? ''}
            onChange={({ target }) => void set(target.value ? { months: Number(target.value), act: rule?.act ?? 'delete' } : null)}
          >
            <option value="">{i18n.t('privacy.retention.never')}</option>
            {spans.map((months) => (
              <option key={months} value={months}>
                {i18n.t('privacy.retention.months', months, { n: number(months) })}
              </option>
            ))}
          </select>
        </label>
        {rule && (
          <label>
            {i18n.t('privacy.retention.then')}{' '}
            <select className="field" value={rule.act} onChange={({ target }) => void set({ ...rule, act: target.value as Rule['act'] })}>
              <option value="delete">{i18n.t('privacy.retention.delete')}</option>
              <option value="anonymise">{i18n.t('privacy.retention.anonymise')}</option>
            </select>
          </label>
        )}
      </div>
      {rule && <p className="meta privacy-hint">{i18n.t(`privacy.retention.hint.${rule.act}`)}</p>}
      {failed && <NotSaved error={failed.error} />}
      {rule && (
        <div className="row wrap privacy-acts">
          <span className="control" role="status">
            {i18n.t('privacy.retention.due', due, { n: number(due) })}
          </span>
          {due > 0 && (
            <Button disabled={busy} onClick={() => (rule.act === 'delete' || sure ? void apply(rule) : setSure(true))}>
              {i18n.t(sure ? 'privacy.retention.sure' : `privacy.retention.now.${rule.act}`, due, { n: number(due) })}
            </Button>
          )}
          {sure && (
            <Button look="quiet" disabled={busy} onClick={() => setSure(false)}>
              {i18n.t('privacy.retention.leave')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
