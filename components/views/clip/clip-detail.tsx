import ExternalLink from 'lucide-react/icons/external-link';
import Trash2 from 'lucide-react/icons/trash-2';
import { useRef } from 'react';
import type { Brand, Clip } from '../../../lib/core/records.ts';
import type { StandingTheme } from '../../../lib/core/themes.ts';
import { nextPriority, nextState } from '../../../lib/core/work.ts';
import type { ClipChange } from '../../../lib/db/bulk.ts';
import { picturesOf } from '../../../lib/db/evidence.ts';
import { brandsOf, clipById, historyOf, ownersOf, themesOf } from '../../../lib/db/queries.ts';
import type { Store } from '../../../lib/db/store.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, judgedWords, kindOf, languageName, newestTag } from '../../clip-words.ts';
import { useWriting } from '../../dashboard/use-writing.ts';
import { changedWords } from '../../judge/changed-words.ts';
import { useLive } from '../../store.tsx';
import { isTyping } from '../../typing.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NotSaved } from '../../ui/not-saved.tsx';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { useSingleKeys } from '../../use-single-keys.ts';
import { Context } from './context.tsx';
import { Evidence } from './evidence.tsx';
import { FollowUp } from './follow-up.tsx';
import { ForgetAuthor } from './forget-author.tsx';
import { Gone } from './gone.tsx';
import { JudgeClip } from './judge-clip.tsx';
import { Judgements } from './judgements.tsx';
import { Numbers } from './numbers.tsx';
import { Past } from './past.tsx';
import { Sentiments } from './sentiments.tsx';
import { useJudging } from './use-judging.ts';
import { When } from './when.tsx';
import { Words } from './words.tsx';
import './clip.css';

export type Writing = ReturnType<typeof useWriting>;

export interface Names {
  brands: readonly Brand[];
  themes: readonly StandingTheme[];
  nameOf(id: string): string | null;
}

function Headline({ clip, names }: { clip: Clip; names: Names }) {
  const tag = newestTag(clip);
  return (
    <div className="row clip-headline">
      <QuadrantMark quadrant={tag?.quadrant ?? null} size={28} />
      <h2 className="section-title">{tag ? judgedWords(tag, names.nameOf) : i18n.t('quadrant.unjudged')}</h2>
    </div>
  );
}

interface Props {
  id: string;
  /** Fills a page of its own: words larger, parts side by side. */
  page?: boolean;
  onTrashed(): void;
}

async function partsOf(store: Store, clip: Clip) {
  const [history, pictures] = [await historyOf(store, clip), await picturesOf(store, clip)];
  return { clip, history, pictures, brands: await brandsOf(store), themes: await themesOf(store), people: await ownersOf(store) };
}

type PartsProps = Awaited<ReturnType<typeof partsOf>> & Required<Pick<Props, 'page' | 'onTrashed'>>;

function ClipParts({ clip, history, pictures, brands, themes, people, page, onTrashed }: PartsProps) {
  const writing = useWriting();
  const singleKeys = useSingleKeys();
  const owner = useRef<HTMLInputElement>(null);
  const byId = new Map([...brands, ...themes].map((row) => [row.id, row.name]));
  const names: Names = { brands, themes, nameOf: (of) => byId.get(of) ?? null };
  const judging = useJudging(clip, names, writing);
  const trash = async () => {
    const done = await writing.write(({ trashClip }) => trashClip(writing.store, clip.id), i18n.t('library.trashed', 1, { n: '1' }));
    if (done) onTrashed();
  };
  const change = (what: ClipChange) =>
    void writing.write(
      ({ changeClips }) => changeClips(writing.store, [clip.id], what),
      changedWords(what, 1, (of) => names.nameOf(of) ?? ''),
    );
  const act = (key: string): boolean => {
    if (key === 'Z') writing.takeBack();
    else if (key === 'P') change({ priority: nextPriority(clip.priority) });
    else if (key === 'V') change({ state: nextState(clip.state) });
    else if (key === 'A') owner.current?.focus();
    else return false;
    return true;
  };
  return (
    <article
      className={`clip-detail ${page ? 'page-wide' : ''}`}
      onKeyDown={(event) => {
        if (!singleKeys || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        if (act(event.key.toUpperCase())) event.preventDefault();
      }}
    >
      <div className="clip-main">
        <Headline clip={clip} names={names} />
        <Words clip={clip} offered={judging.offered} />
        <Gone clip={clip} />
        {clip.truncated && <p className="meta">{i18n.t('clip.truncated')}</p>}
        <p className="meta dots">
          <b className="ink-2">{authorOf(clip)}</b>
          {clip.author.name && clip.author.handle && <span>@{clip.author.handle.replace(/^@/, '')}</span>}
          <span>{kindOf(clip)}</span>
          {clip.lang && <span>{languageName(clip.lang)}</span>}
          {clip.promoted && <span>{i18n.t('clip.promoted')}</span>}
        </p>
        <When clip={clip} />
        <Context clip={clip} />
        <Evidence clip={clip} captures={history.captures} pictures={pictures} writing={writing} />
        <div className="row wrap clip-acts">
          {clip.url ? (
            <ButtonLink small href={clip.url} target="_blank" rel="noreferrer">
              <ExternalLink className="small" /> {i18n.t('ui.openPost')}
            </ButtonLink>
          ) : (
            <span className="meta">{i18n.t('clip.noLink')}</span>
          )}
          <Button small look="quiet" onClick={trash}>
            <Trash2 className="small" /> {i18n.t('library.trash')}
          </Button>
          <ForgetAuthor clip={clip} brands={brands} onForgotten={onTrashed} />
        </div>
        {writing.failed && <NotSaved error={writing.failed.error} onAgain={writing.failed.again} />}
      </div>
      <div className="clip-side">
        <FollowUp clip={clip} people={people} change={change} ownerRef={owner} />
        <Judgements clip={clip} names={names} writing={writing} />
        <JudgeClip clip={clip} names={names} judging={judging} />
        <Sentiments clip={clip} names={names} writing={writing} />
      </div>
      <div className="clip-under">
        <Numbers clip={clip} {...history} />
        <Past clip={clip} names={names} />
      </div>
    </article>
  );
}

/** Everything about one clip: its words, what was said of it and can be said, its numbers as they were seen, where it stands. */
export function ClipDetail({ id, page = false, onTrashed }: Props) {
  const answer = useLive(
    async (store) => {
      const clip = await clipById(store, id);
      return clip ? partsOf(store, clip) : null;
    },
    [id],
  );
  if (answer === undefined) return null;
  if (answer === null)
    return (
      <EmptyState title={i18n.t('clip.gone')}>
        <a href="#/library">{i18n.t('dashboard.toLibrary')}</a>
      </EmptyState>
    );

  return <ClipParts {...answer} page={page} onTrashed={onTrashed} />;
}
