import Check from 'lucide-react/icons/check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useEffect, useState } from 'react';
import type { Capture, Clip, Picture } from '../../../lib/core/records.ts';
import { type Checked, checkClip } from '../../../lib/db/evidence.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import type { Writing } from './clip-detail.tsx';
import { PictureFigure } from './picture-figure.tsx';

interface Props {
  clip: Clip;
  captures: readonly Capture[];
  pictures: readonly Picture[];
  writing: Writing;
}

/** Whether words and pictures are as they were kept; null until that is computed. */
function useChecked({ clip, captures, pictures }: Omit<Props, 'writing'>): Checked | null {
  const [checked, setChecked] = useState<Checked | null>(null);
  useEffect(() => {
    let mounted = true;
    void checkClip(clip, captures, pictures).then((answer) => mounted && setChecked(answer));
    return () => {
      mounted = false;
    };
  }, [clip, captures, pictures]);
  return checked;
}

const Warning = ({ words }: { words: string }) => (
  <p className="notice row">
    <TriangleAlert className="critical" /> {words}
  </p>
);

/** What stands for the clip: what the screen showed, and whether it and the words are still as they were saved. No more is claimed. */
export function Evidence({ writing, ...kept }: Props) {
  const checked = useChecked(kept);
  const { pictures } = kept;
  const words = checked?.words ?? null;
  if (pictures.length === 0 && words === null) return null;
  return (
    <div className="evidence">
      {words === false && <Warning words={i18n.t('clip.wordsChanged')} />}
      {checked && words !== false && checked.changed.length === 0 && (
        <p className="meta row">
          <Check className="small" /> {i18n.t('clip.unchanged')}
        </p>
      )}
      {pictures.length > 0 && (
        <section className="pictures" aria-labelledby="pictures">
          <h3 className="small-title" id="pictures">
            {i18n.t('clip.picture.title')}
          </h3>
          {pictures.map((picture) => (
            <PictureFigure key={picture.id} picture={picture} platform={kept.clip.platform} writing={writing}>
              {checked?.changed.includes(picture.id) && <Warning words={i18n.t('clip.pictureChanged')} />}
            </PictureFigure>
          ))}
        </section>
      )}
    </div>
  );
}
