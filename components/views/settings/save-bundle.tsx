import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Store } from '../../../lib/db/store.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { download, fileNameOf } from '../../download.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { bytes } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useTask } from '../../use-task.ts';
import { PassphraseField } from './passphrase-field.tsx';

/** All of it, with pseudonyms for people. */
async function withoutNames(store: Store) {
  const [{ allRecords }, { pseudonymised }] = await Promise.all([import('../../../lib/db/backup.ts'), import('../../../lib/db/pseudonymise.ts')]);
  return { ...(await pseudonymised(store, await allRecords(store))) };
}

/** Everything into one file, sealed with a passphrase where that is wanted. */
export function SaveBundle() {
  const store = useStore();
  const task = useTask();
  const [sealed, setSealed] = useState(false);
  const [typed, setTyped] = useState({ value: '', again: '' });
  const [nameless, setNameless] = useState(false);
  const hint = useId();
  const [wrong, setWrong] = useState('');
  const [saved, setSaved] = useState<{ name: string; file: File } | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  useEffect(() => {
    // What an earlier export left; where there is no such file system, there is nothing of it either.
    void import('../../../lib/db/bundle/outbox.ts').then(({ clearOutbox }) => clearOutbox()).catch(() => undefined);
  }, []);

  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (sealed && typed.value === '') return setWrong(i18n.t('settings.seal.missing'));
    if (sealed && typed.value !== typed.again) return setWrong(i18n.t('settings.seal.differ'));
    setSaved(null);
    setFailed(null);
    try {
      const file = await task.run(async (signal, onShare) => {
        const { buildBundle } = await import('../../../lib/db/bundle/outbox.ts');
        const onProgress = (done: number, total: number) => onShare(done / total);
        const rows = nameless ? await withoutNames(store) : null;
        return buildBundle(store, { passphrase: sealed ? typed.value : null, signal, onProgress, ...(rows && { rows }) });
      });
      if (!file) return;
      const made = { name: fileNameOf(store, `${nameless ? '-pseudonyms' : ''}${sealed ? '.lpbundle' : '.zip'}`), file };
      download(made.name, file);
      setSaved(made);
      setTyped({ value: '', again: '' });
    } catch (error) {
      setFailed(error);
    }
  };
  return (
    <form className="bundle-part" onSubmit={save} noValidate>
      <label className="row control">
        <input type="checkbox" checked={sealed} disabled={task.busy} onChange={({ target }) => setSealed(target.checked)} />
        {i18n.t('settings.seal.choose')}
      </label>
      {sealed && (
        <PassphraseField
          {...typed}
          wrong={wrong}
          onChange={(value, again) => {
            setTyped({ value, again });
            setWrong('');
          }}
        />
      )}
      <label className="row control">
        <input
          type="checkbox"
          checked={nameless}
          disabled={task.busy}
          aria-describedby={hint}
          onChange={({ target }) => setNameless(target.checked)}
        />
        {i18n.t('settings.nameless')}
      </label>
      <p className="meta" id={hint}>
        {i18n.t('settings.namelessHint')}
      </p>
      <Button type="submit" aria-disabled={task.busy}>
        {i18n.t('settings.export')}
      </Button>
      {task.busy && <Progress label={i18n.t('settings.bundle.writing')} share={task.share} onCancel={task.cancel} />}
      <div role="status" className="control">
        {saved && <p>{i18n.t('settings.bundle.saved', [saved.name, bytes(saved.file.size)])}</p>}
      </div>
      {failed !== null && <NotSaved error={failed} onAgain={() => void save()} />}
    </form>
  );
}
