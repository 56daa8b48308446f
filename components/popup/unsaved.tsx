import { useState } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { type Unsaved as Entry, unsaved } from '../../lib/settings.ts';
import { authorOf, shortened, wordsOf } from '../clip-words.ts';
import { commands } from '../commands.ts';
import { useStore } from '../store.tsx';
import { Button } from '../ui/button.tsx';
import { NotSaved } from '../ui/not-saved.tsx';
import { useToast } from '../ui/toast.tsx';
import { Voice } from '../ui/voice.tsx';
import { useItem } from '../use-item.ts';

function Waiting({ save }: Entry) {
  const store = useStore();
  const { say } = useToast();
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const again = async () => {
    try {
      const { saveOrKeep, undo } = await commands();
      const { id } = await saveOrKeep(store, save);
      say(i18n.t('popup.unsaved.saved'), () => undo(store, id));
    } catch (error) {
      setFailure({ error });
    }
  };
  const discard = async () => (await commands()).dropUnsaved(save.request);
  const { draft } = save;
  const words = shortened(wordsOf({ text: draft.text, ...(draft.title !== undefined && { title: draft.title }) }));
  return (
    <li>
      <Voice as="span" text={words} lang={draft.lang} lines={2} />
      <span className="meta">{authorOf(draft)}</span>
      <div className="row wrap">
        <Button small onClick={again}>
          {i18n.t('popup.unsaved.again')}
        </Button>
        <Button small look="quiet" onClick={discard}>
          {i18n.t('popup.unsaved.discard')}
        </Button>
      </div>
      {failure && <NotSaved error={failure.error} />}
    </li>
  );
}

/** Clips of this workspace that could not be saved, offered again; nothing where there are none. */
export function Unsaved() {
  const { id } = useStore().workspace;
  const waiting = (useItem(unsaved) ?? []).filter(({ workspace }) => workspace === id);
  if (waiting.length === 0) return null;
  return (
    <section className="part unsaved" aria-labelledby="unsaved">
      <h2 id="unsaved" className="small-title">
        {i18n.t('popup.unsaved.title', waiting.length, [String(waiting.length)])}
      </h2>
      <p className="meta">{i18n.t('popup.unsaved.hint')}</p>
      <ul>
        {waiting.map((entry) => (
          <Waiting key={entry.save.request} {...entry} />
        ))}
      </ul>
    </section>
  );
}
