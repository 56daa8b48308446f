import Download from 'lucide-react/icons/download';
import Trash2 from 'lucide-react/icons/trash-2';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { dayIn } from '../../../lib/core/day.ts';
import type { Picture } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useStore } from '../../store.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { day, time } from '../../ui/format.ts';
import type { Writing } from './clip-detail.tsx';

/** An address for bytes, as long as they are shown. */
function useBlobUrl({ bytes, type }: Pick<Picture, 'bytes' | 'type'>): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return url;
}

interface Props {
  picture: Picture;
  platform: string;
  writing: Writing;
  /** What is to be known before looking at it. */
  children?: ReactNode;
}

/** One picture: when it was taken, large in a dialog, into a file, and away. */
export function PictureFigure({ picture, platform, writing, children }: Props) {
  const { timeZone } = useStore().workspace;
  const url = useBlobUrl(picture);
  const large = useRef<HTMLDialogElement>(null);
  const date = dayIn(timeZone, new Date(picture.at));
  const when = i18n.t('clip.moment', { day: day(date, dayIn(timeZone, new Date())), time: time(picture.at, timeZone) });
  const alt = i18n.t('clip.picture.alt', { when });
  const remove = () => writing.write(({ trashPicture }) => trashPicture(writing.store, picture.id), i18n.t('clip.picture.removed'));
  if (!url) return null;
  const size = { width: picture.width, height: picture.height };
  return (
    <figure>
      {children}
      <button type="button" className="picture" title={i18n.t('clip.picture.enlarge')} onClick={() => large.current?.showModal()}>
        <img src={url} alt={alt} {...size} />
      </button>
      <figcaption className="row wrap">
        <span className="meta dots">
          <span>{i18n.t('clip.picture.taken', { when })}</span>
          {picture.partial && <span>{i18n.t('clip.picture.partial')}</span>}
        </span>
        {/* The name is ours alone: no word of the page becomes a file's. */}
        <ButtonLink small look="quiet" href={url} download={`${platform}-${date}.${picture.type.slice('image/'.length)}`}>
          <Download className="small" /> {i18n.t('clip.picture.save')}
        </ButtonLink>
        <Button small look="quiet" onClick={remove}>
          <Trash2 className="small" /> {i18n.t('clip.picture.remove')}
        </Button>
      </figcaption>
      <dialog ref={large} className="large-picture" aria-label={alt}>
        <img src={url} alt={alt} {...size} />
        <form method="dialog">
          <Button type="submit">{i18n.t('ui.close')}</Button>
        </form>
      </dialog>
    </figure>
  );
}
