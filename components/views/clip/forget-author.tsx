import UserX from 'lucide-react/icons/user-x';
import { useRef, useState } from 'react';
import { brandListing } from '../../../lib/core/profile-id.ts';
import type { Brand, Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf } from '../../clip-words.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { networkName } from '../../ui/network-name.ts';
import { NotSaved } from '../../ui/not-saved.tsx';
import { useToast } from '../../ui/toast.tsx';

type Preview = { clips: number; mentions: number; pictures: number; judgements: number };

/** Forgetting has its own words and commands: they come when they are asked for. */
const commands = async () => {
  const [{ previewOfForgetting }, { forgetAuthor }] = await Promise.all([
    import('../../../lib/db/find-author.ts'),
    import('../../../lib/db/forget.ts'),
  ]);
  return { previewOfForgetting, forgetAuthor };
};

/** Forgets who wrote a clip, everywhere in this workspace: says first what goes, since nothing brings it back. */
export function ForgetAuthor({ clip, brands, onForgotten }: { clip: Clip; brands: readonly Brand[]; onForgotten(): void }) {
  const store = useStore();
  const toast = useToast();
  const opener = useRef<HTMLButtonElement>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown } | null>(null);
  const { platform, author } = clip;
  if (!author.handle && !author.name) return null;
  // A brand's account is no private person's.
  if (author.handle && brandListing(brands, { platform, handle: author.handle })) return null;

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailed(null);
    try {
      await work();
    } catch (error) {
      setFailed({ error });
    } finally {
      setBusy(false);
    }
  };
  const look = () => attempt(async () => setPreview(await (await commands()).previewOfForgetting(store, { platform, ...author })));
  const forget = () =>
    attempt(async () => {
      const { count = 0 } = await (await commands()).forgetAuthor(store, { platform, ...author });
      setPreview(null);
      toast.say(i18n.t('history.did.forget', count, { n: number(count) }));
      onForgotten();
    });
  const close = () => {
    setPreview(null);
    opener.current?.focus();
  };
  return (
    <>
      <Button ref={opener} small look="quiet" disabled={busy} onClick={look}>
        <UserX className="small" /> {i18n.t('clip.forget.open')}
      </Button>
      {preview && (
        <dialog ref={(dialog) => (dialog?.open ? undefined : dialog?.showModal())} aria-labelledby="forget-title" onClose={close}>
          <h2 id="forget-title" className="section-title">
            {i18n.t('clip.forget.title', { author: authorOf(clip), network: networkName(platform) })}
          </h2>
          <ul className="control forget-list">
            {(['clips', 'judgements', 'pictures', 'mentions'] as const).map((what) => (
              <li key={what}>{i18n.t(`clip.forget.goes.${what}`, preview[what], { n: number(preview[what]) })}</li>
            ))}
          </ul>
          <p className="control ink-2">{i18n.t('clip.forget.hint')}</p>
          {failed && <NotSaved error={failed.error} onAgain={forget} />}
          <div className="row dialog-acts">
            <Button onClick={close}>{i18n.t('clip.forget.keep')}</Button>
            <Button look="primary" disabled={busy} onClick={forget}>
              {i18n.t('clip.forget.forget')}
            </Button>
          </div>
        </dialog>
      )}
      {failed && !preview && <NotSaved error={failed.error} onAgain={look} />}
    </>
  );
}
