import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { Reads } from '../../suggest/reads.tsx';
import { useFeeling } from '../../suggest/use-feeling.ts';
import { Button } from '../../ui/button.tsx';
import type { Names, Writing } from './clip-detail.tsx';

const choices = ['negative', 'neutral', 'positive', 'unset'] as const;

/** How it speaks of each brand it is about, as a person sets it; how its words read, only beside it. Not set is not neutral. */
export function Sentiments({ clip, names: { nameOf }, writing: { write, store } }: { clip: Clip; names: Names; writing: Writing }) {
  const about = clip.brands.flatMap((id) => {
    const name = nameOf(id);
    return name ? [{ id, name }] : [];
  });
  const feeling = useFeeling(clip);
  if (about.length === 0) return null;
  const set = (id: string, name: string, choice: (typeof choices)[number]) =>
    write(
      ({ setSentiment }) => setSentiment(store, clip.id, id, choice === 'unset' ? null : choice),
      i18n.t(`clip.sentimentSaved.${choice}`, { brand: name }),
    );
  return (
    <section aria-labelledby="sentiments">
      <h3 className="small-title" id="sentiments">
        {i18n.t('clip.sentiment')}
      </h3>
      {feeling && (
        <Reads feeling={feeling}>
          {about.map(
            ({ id, name }) =>
              !clip.sentiments[id] && (
                <Button key={id} small onClick={() => void set(id, name, feeling.label)}>
                  {i18n.t(`suggest.speaks.${feeling.label}`, [name])}
                </Button>
              ),
          )}
        </Reads>
      )}
      {about.map(({ id, name }) => (
        <fieldset key={id} className="sentiment">
          <legend className="meta">{i18n.t('clip.sentimentOf', { brand: name })}</legend>
          <div className="choice">
            {choices.map((choice) => (
              <label key={choice}>
                <input
                  type="radio"
                  name={`sentiment-${id}`}
                  checked={(clip.sentiments[id] ?? 'unset') === choice}
                  onChange={() => void set(id, name, choice)}
                />
                {i18n.t(`clip.sentiments.${choice}`)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  );
}
