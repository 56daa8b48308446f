import { type FormEvent, useId, useState } from 'react';
import { v7 } from 'uuid';
import { heardDraft, mostLines, readPaste } from '../../../lib/core/manual.ts';
import { brandsIn } from '../../../lib/core/mentions.ts';
import { brandsOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { useLive } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { NotSaved } from '../../ui/not-saved.tsx';

/** A list, one link or line a mention: what will be added is said before it is. */
export function PasteForm() {
  const { store, write, failed } = useWriting();
  const brands = useLive(brandsOf, []) ?? [];
  const [pasted, setPasted] = useState('');
  const id = useId();
  const { lines, refused, repeated } = readPaste(pasted);
  const tooMany = lines.length > mostLines;
  const canSave = lines.length > 0 && !tooMany;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!canSave) return;
    const drafts = lines.map(({ text, url }) => heardDraft({ text, url }, v7()));
    const done = await write(
      async ({ saveClip, inBatch }) => {
        const together = drafts.length > 1 ? inBatch(store) : store;
        const actions = [];
        for (const draft of drafts)
          actions.push(await saveClip(together, { draft, brands: brandsIn(draft, brands), judgement: null, origin: 'manual' }));
        return actions;
      },
      i18n.t('add.saved', drafts.length, [number(drafts.length)]),
    );
    // Lines that were refused stay, so that nothing is lost.
    if (done) {
      const kept = new Set(refused.map(({ line }) => line));
      setPasted(
        pasted
          .split(/\r\n|[\n\r\u2028\u2029]/)
          .filter((_, index) => kept.has(index + 1))
          .join('\n'),
      );
    }
  };
  return (
    <form className="add-part" onSubmit={save} aria-labelledby={`${id}-title`}>
      <h2 className="section-title" id={`${id}-title`}>
        {i18n.t('add.paste')}
      </h2>
      <label htmlFor={`${id}-list`} className="control ink-2">
        {i18n.t('add.pasteHint')}
      </label>
      <textarea
        id={`${id}-list`}
        className="field"
        rows={6}
        value={pasted}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => setPasted(target.value)}
      />
      <div id={`${id}-said`} role="status" className="meta">
        {lines.length > 0 && <p>{i18n.t('add.found', lines.length, [number(lines.length)])}</p>}
        {repeated > 0 && <p>{i18n.t('add.repeated', repeated, [number(repeated)])}</p>}
        {tooMany && <p className="critical">{i18n.t('add.tooMany', [number(mostLines)])}</p>}
        {refused.slice(0, 10).map(({ line, problem }) => (
          <p key={line} className="critical">
            {i18n.t(`add.refused.${problem}`, [number(line)])}
          </p>
        ))}
      </div>
      {failed && <NotSaved error={failed.error} onAgain={failed.again} />}
      <Button type="submit" aria-disabled={!canSave}>
        {i18n.t('add.saveList')}
      </Button>
    </form>
  );
}
