import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { askPage } from '../../lib/background/ask-page.ts';
import type { Draft } from '../../lib/core/draft.ts';
import { brandsIn } from '../../lib/core/mentions.ts';
import type { Action } from '../../lib/core/records.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { send } from '../../lib/messages/send.ts';
import { pictures } from '../../lib/settings.ts';
import { commands } from '../commands.ts';
import { Later, later } from '../later.tsx';
import { useStore } from '../store.tsx';
import { Button } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { NotSaved } from '../ui/not-saved.tsx';
import { useChord } from '../use-chord.ts';
import { type PageDraft, usePageDraft } from './page-draft.ts';
import type { PopupData } from './popup-data.ts';
import { SiteOffer } from './site-offer.tsx';

/** Not needed for the first paint: they have something to show once the page has answered. */
const Mentions = lazy(() => import('./mentions.tsx').then(({ Mentions: it }) => ({ default: it })));
const Seen = lazy(() => import('./seen.tsx').then(({ Seen: it }) => ({ default: it })));
const Worse = lazy(() => import('./worse.tsx').then(({ Worse: it }) => ({ default: it })));
const Account = lazy(() => import('./account.tsx').then(({ Account: it }) => ({ default: it })));

const judgeForm = later(async () => (await import('./judge-form.tsx')).JudgeForm);

type Ready = Extract<PageDraft, { state: 'ready' }>;

const partsIn = ({ thread = [] }: Draft) => thread.filter((part) => !('missing' in part)).length;
type PictureSaid = 'kept' | 'none' | 'diskFull' | 'failed';

/** Has the background take the picture of what was just clipped, for the popup may close over it; null where none is wanted. */
async function pictureOf(tab: number, action: string): Promise<PictureSaid | null> {
  if (!(await pictures.getValue())) return null;
  const outcome = await send('takePicture', { tab, action });
  if (outcome.ok) return outcome.value.kept ? 'kept' : 'none';
  return outcome.failure === 'disk-full' ? 'diskFull' : 'failed';
}

/** What the button would clip, in one line. */
function target(page: PageDraft): string {
  if (page.state === 'asking') return i18n.t('popup.reading');
  if (page.state === 'closed') return i18n.t('menu.notHere');
  const { draft, where, network } = page;
  const author = draft.author.name ?? draft.author.handle;
  if (where === 'page') return draft.title ?? network;
  return author ? i18n.t('popup.focused', [author, network]) : i18n.t('popup.focusedUnknown', [network]);
}

interface Props {
  data: Pick<PopupData, 'brands' | 'themes'>;
  /** Another button is the surface's primary one. */
  secondary?: boolean;
  /** A clip is being judged here, or no longer: that needs room. */
  onJudging?(judging: boolean): void;
}

/** Clips the post or page below, and then takes the judgement: a reason typed here is hidden from the page. */
export function ClipSection({ data: { brands, themes }, secondary = false, onJudging }: Props) {
  const store = useStore();
  const page = usePageDraft();
  const chord = useChord();
  const button = useRef<HTMLButtonElement>(null);
  const [saved, setSaved] = useState<{ action: Action; page: Ready } | null>(null);
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const [wanted, setWanted] = useState(false);
  /** Tried last, for another try: the same request, so that it is one clip however it ends. */
  const tried = useRef<{ from: Ready; request: string } | null>(null);
  const [picture, setPicture] = useState<PictureSaid | null>(null);

  const mentionedIn = (draft: Draft) => brandsIn(draft, brands);
  const clip = async (from: Ready, request: string = crypto.randomUUID()) => {
    setFailure(null);
    setPicture(null);
    tried.current = { from, request };
    try {
      const { saveOrKeep } = await commands();
      const action = await saveOrKeep(store, { draft: from.draft, brands: mentionedIn(from.draft), judgement: null, request });
      await judgeForm.load().catch(() => undefined);
      setSaved({ action, page: from });
      onJudging?.(true);
      // A post that was seen before may be out of view by now: only the one that is pointed at is in the picture.
      if (page.state === 'ready' && [page.draft, page.plain, page.thread].includes(from.draft)) void pictureOf(from.tab, action.id).then(setPicture);
      void askPage(from.tab, 'refreshMarks', {}).catch(() => {});
    } catch (error) {
      setFailure({ error });
    }
  };
  useEffect(() => {
    // Brought in while the person looks, so that the click has not to wait for them.
    if (page.state !== 'ready') return;
    void commands();
    void judgeForm.load().catch(() => undefined);
  }, [page.state]);
  // Pressed while the page was still being read: carried out as soon as it is.
  useEffect(() => {
    if (!wanted || page.state === 'asking') return;
    setWanted(false);
    if (page.state === 'ready') void clip(page);
  });

  if (saved)
    return (
      <section className="part">
        <Suspense>
          <Later
            of={judgeForm}
            props={{
              saved: saved.action,
              draft: saved.page.draft,
              network: saved.page.network,
              brands,
              themes,
              mentioned: mentionedIn(saved.page.draft),
              onChanged: () => void askPage(saved.page.tab, 'refreshMarks', {}).catch(() => {}),
              onUndone: () => {
                setSaved(null);
                onJudging?.(false);
                requestAnimationFrame(() => button.current?.focus());
              },
            }}
          />
        </Suspense>
        {/* There before its words are, else they are not read out. */}
        <p className="meta picture-said" role="status">
          {picture && i18n.t(`popup.picture.${picture}`)}
        </p>
      </section>
    );
  return (
    <section className="part">
      <Button
        ref={button}
        look={secondary ? 'outlined' : 'primary'}
        className="clip-button"
        aria-disabled={page.state === 'closed'}
        onClick={() => page.state !== 'closed' && setWanted(true)}
      >
        <span>
          <span>{i18n.t(page.state === 'ready' && page.where === 'post' ? 'popup.clipPost' : 'popup.clipPage')}</span>
          <small className={page.state === 'closed' ? '' : 'clamp-1'}>{target(page)}</small>
        </span>
        {chord && (
          <span className="row" aria-hidden="true">
            <Kbd keys={chord} />
          </span>
        )}
      </Button>
      {page.state === 'ready' && page.thread && (
        <button type="button" className="link-button tall" onClick={() => page.thread && void clip({ ...page, draft: page.thread })}>
          {i18n.t('popup.thread', partsIn(page.thread), [number(partsIn(page.thread))])}
        </button>
      )}
      {failure && <NotSaved error={failure.error} onAgain={() => tried.current && void clip(tried.current.from, tried.current.request)} />}
      {page.state === 'ready' && page.platform !== 'generic' && (
        <Suspense>
          <Worse platform={page.platform} isPlain={page.isPlain} onPlain={page.plain && (() => void clip({ ...page, draft: page.plain! }))} />
        </Suspense>
      )}
      {page.state === 'ready' && page.host && <SiteOffer host={page.host} />}
      {page.state === 'ready' && brands.length > 0 && (
        <Suspense>
          <Account tab={page.tab} brands={brands} />
          <Mentions tab={page.tab} brands={brands} />
        </Suspense>
      )}
      {page.state === 'ready' && (
        <Suspense>
          <Seen tab={page.tab} onClip={(draft) => void clip({ ...page, draft, where: 'post' })} />
        </Suspense>
      )}
    </section>
  );
}
