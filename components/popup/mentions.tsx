import { useEffect, useRef, useState } from 'react';
import { askPage } from '../../lib/background/ask-page.ts';
import type { Action, Brand } from '../../lib/core/records.ts';
import { i18n } from '../../lib/i18n/index.ts';
import type { Sighted } from '../../lib/messages/protocol.ts';
import { commands } from '../commands.ts';
import { useStore } from '../store.tsx';
import { Button } from '../ui/button.tsx';
import { list, number } from '../ui/format.ts';
import { NotSaved } from '../ui/not-saved.tsx';
import { SightedWords } from './sighted-words.tsx';
import { useAsked } from './use-asked.ts';

/** Posts that the page below has shown and that mention a brand: seen first, then clipped all at once, and undone all at once. */
export function Mentions({ tab, brands }: { tab: number; brands: readonly Brand[] }) {
  const store = useStore();
  const [mentions, setMentions] = useState<readonly Sighted[]>([]);
  const [shown, setShown] = useState(false);
  const [saved, setSaved] = useState<readonly Action[] | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const [busy, setBusy] = useState(false);
  const all = useRef<HTMLButtonElement>(null);

  const asked = useAsked(tab, 'readSighted', { mentions: true });
  useEffect(() => setMentions(asked?.posts ?? []), [asked]);
  // Opened, the next Enter clips them all.
  useEffect(() => {
    if (shown) all.current?.focus();
  }, [shown]);

  const refresh = () => void askPage(tab, 'refreshMarks', {}).catch(() => {});
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure({ error });
    } finally {
      setBusy(false);
      refresh();
    }
  };
  const clipAll = () =>
    run(async () => {
      const { saveClip, inBatch } = await commands();
      const together = mentions.length > 1 ? inBatch(store) : store;
      const done: Action[] = [];
      try {
        for (const mention of mentions) done.push(await saveClip(together, { draft: mention.draft, brands: mention.brands, judgement: null }));
      } finally {
        // Those that went in before one failed can be undone, and are not clipped again.
        if (done.length > 0) setSaved([...(saved ?? []), ...done]);
        setMentions(mentions.slice(done.length));
      }
    });
  const undoAll = () =>
    run(async () => {
      const { undoAll } = await commands();
      await undoAll(
        store,
        (saved ?? []).map(({ id }) => id),
      );
      setSaved(null);
      setShown(false);
      setMentions((await askPage(tab, 'readSighted', { mentions: true })).posts);
    });

  if (mentions.length === 0 && !saved && !failure) return null;
  const names = new Map(brands.map(({ id, name }) => [id, name]));
  const count = (key: 'popup.inSight' | 'popup.clipAll' | 'popup.clippedAll', n: number) => i18n.t(key, n, [number(n)]);
  return (
    <section className="mentions" aria-labelledby="mentions">
      <div className="row base">
        <h2 id="mentions" className="small-title">
          {saved ? count('popup.clippedAll', saved.length) : count('popup.inSight', mentions.length)}
        </h2>
        <span className="meta end">
          {saved ? (
            <button type="button" className="link-button tall" disabled={busy} onClick={undoAll}>
              {i18n.t('popup.undoAll')}
            </button>
          ) : (
            <button type="button" className="link-button tall" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {i18n.t(shown ? 'popup.hideMentions' : 'popup.showMentions')}
            </button>
          )}
        </span>
      </div>
      <p className="sr" role="status">
        {saved ? count('popup.clippedAll', saved.length) : ''}
      </p>
      {shown && mentions.length > 0 && (
        <>
          <Button ref={all} look="outlined" className="clip-all" aria-disabled={busy} onClick={() => !busy && void clipAll()}>
            {count('popup.clipAll', mentions.length)}
          </Button>
          <ul>
            {mentions.map(({ draft, brands: about }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it was read
              <li key={index}>
                <SightedWords draft={draft}>
                  <span>{list(about.flatMap((id) => names.get(id) ?? []))}</span>
                </SightedWords>
              </li>
            ))}
          </ul>
        </>
      )}
      {failure && <NotSaved error={failure.error} onAgain={() => void (mentions.length > 0 ? clipAll() : undoAll())} />}
    </section>
  );
}
