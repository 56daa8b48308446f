import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import { BundleRefused } from '../../../lib/db/bundle/format.ts';
import type { Incoming } from '../../../lib/db/bundle/incoming.ts';
import type { Looked } from '../../../lib/db/bundle/take.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { bytes, day, number } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { useTask } from '../../use-task.ts';
import { refusalWords } from './bundle-words.ts';
import { LookedTable } from './looked.tsx';

/** Brought in when a file is chosen: the ZIP reader, and what merges. */
const parts = async () => {
  const [{ accept }, { look, takeIn }] = await Promise.all([import('../../../lib/db/bundle/accept.ts'), import('../../../lib/db/bundle/take.ts')]);
  return { accept, look, takeIn };
};

type Step =
  | { at: 'choose' }
  | { at: 'locked'; file: File; wrong: boolean }
  | { at: 'looked'; file: File; incoming: Incoming; looked: Looked }
  | { at: 'done'; looked: Looked; stopped: boolean }
  | { at: 'refused'; words: string };

const brought = ({ shares }: Looked): number => shares.reduce((sum, { fresh, changed }) => sum + fresh + changed, 0);

/** Asks for the passphrase of a sealed file. */
function Unlock({ wrong, onOpen, onCancel }: { wrong: boolean; onOpen(passphrase: string): void; onCancel(): void }) {
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase) onOpen(passphrase);
  };
  return (
    <form className="bundle-part" onSubmit={open}>
      <label htmlFor={id} className="control">
        {i18n.t('settings.seal.unlock')}
      </label>
      <input
        id={id}
        className="field"
        type="password"
        autoComplete="current-password"
        value={passphrase}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        ref={(field) => field?.focus()}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      {wrong && (
        <p className="meta critical" id={`${id}-wrong`} role="alert">
          {i18n.t('settings.bundle.problem.passphrase')}
        </p>
      )}
      <div className="row">
        <Button type="submit" aria-disabled={passphrase === ''}>
          {i18n.t('settings.seal.open')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** A file in: opened, looked at, and taken in when the person says so. What is here stays. */
export function TakeBundle() {
  const store = useStore();
  const task = useTask();
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [doing, setDoing] = useState('');

  const open = async (file: File, passphrase: string | null) => {
    const { accept, look } = await parts();
    setDoing(i18n.t('settings.bundle.looking'));
    try {
      const found = await task.run(async (signal, onShare) => {
        // Opening a sealed file reads it from end to end, as looking does: half of the way each.
        const half = passphrase === null ? 0 : 0.5;
        const options = { passphrase, newest: store.db.verno, signal };
        const incoming = await accept(file, { ...options, onProgress: (done, total) => onShare((done / total) * half) });
        const looked = await look(store, incoming, { signal, onProgress: (done, total) => onShare(half + (done / total) * (1 - half)) });
        return { incoming, looked };
      });
      setStep(found ? { at: 'looked', file, ...found } : { at: 'choose' });
    } catch (error) {
      const problem = error instanceof BundleRefused ? error.problem : null;
      if (problem === 'locked' || problem === 'passphrase') setStep({ at: 'locked', file, wrong: problem === 'passphrase' });
      else setStep({ at: 'refused', words: refusalWords(error) });
    }
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // So that the same file, mended, can be chosen again.
    target.value = '';
    if (file) void open(file, null);
  };
  const take = async (incoming: Incoming, before: Looked) => {
    const { takeIn } = await parts();
    setDoing(i18n.t('settings.import.busy'));
    try {
      const looked = await task.run((signal, onShare) => takeIn(store, incoming, { signal, onProgress: (done, total) => onShare(done / total) }));
      setStep({ at: 'done', looked: looked ?? before, stopped: looked === null });
    } catch (error) {
      setStep({ at: 'refused', words: refusalWords(error) });
    }
  };

  if (task.busy) return <Progress label={doing} share={task.share} onCancel={task.cancel} />;
  return (
    <>
      {step.at === 'locked' && (
        <Unlock
          key={String(step.wrong)}
          wrong={step.wrong}
          onOpen={(passphrase) => void open(step.file, passphrase)}
          onCancel={() => setStep({ at: 'choose' })}
        />
      )}
      {step.at === 'looked' && (
        <div className="bundle-part">
          <p className="control" role="status">
            {i18n.t('settings.bundle.holds', { name: step.file.name, workspace: step.incoming.workspace.name, size: bytes(step.file.size) })}{' '}
            {step.incoming.createdAt && i18n.t('settings.bundle.madeOn', [day(step.incoming.createdAt.slice(0, 10), '')])}
          </p>
          <LookedTable looked={step.looked} />
          <div className="row wrap">
            <Button look="primary" onClick={() => void take(step.incoming, step.looked)}>
              {i18n.t('settings.bundle.take', brought(step.looked), [number(brought(step.looked))])}
            </Button>
            <Button onClick={() => setStep({ at: 'choose' })}>{i18n.t('ui.cancel')}</Button>
          </div>
        </div>
      )}
      {(step.at === 'choose' || step.at === 'done' || step.at === 'refused') && (
        <label className="button outlined import">
          {i18n.t('settings.import.choose')}
          <input className="sr" type="file" accept=".zip,.lpbundle,.json,application/zip,application/json" onChange={choose} />
        </label>
      )}
      <div role="status" className="import-outcome">
        {step.at === 'refused' && <p className="notice">{i18n.t('settings.import.refused', [step.words])}</p>}
        {step.at === 'done' && (
          <p className="control">
            {step.stopped ? i18n.t('settings.bundle.stopped') : i18n.t('settings.import.done', brought(step.looked), [number(brought(step.looked))])}
          </p>
        )}
        {step.at === 'done' && !step.stopped && step.looked.refused.length > 0 && <LookedTable looked={step.looked} />}
      </div>
    </>
  );
}
