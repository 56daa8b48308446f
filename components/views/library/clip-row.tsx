import type { Clip } from '../../../lib/core/records.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { authorOf, kindOf, newestTag, numbersOf, whenOf, wordsOf } from '../../clip-words.ts';
import { useLast } from '../../dashboard/use-last.ts';
import { WorkFacts } from '../../judge/work-facts.tsx';
import type { Rows } from '../../list/use-rows.ts';
import { useStore } from '../../store.tsx';
import { DefinedWords } from '../../ui/defined.tsx';
import { list } from '../../ui/format.ts';
import { QuadrantMark } from '../../ui/quadrant-mark.tsx';
import { Voice } from '../../ui/voice.tsx';

interface Props {
  /** undefined as long as it is not read yet. */
  clip: Clip | undefined;
  /** What makes it a row of a long list. */
  row: ReturnType<Rows['row']>;
  /** Its place among how many; -1 where nobody counted. */
  place: { 'aria-posinset': number; 'aria-setsize': number };
  /** Names of brands and themes. */
  names: ReadonlyMap<string, string>;
  /** What themes mean, by id. */
  definitions: ReadonlyMap<string, string>;
  /** The judgement that the list asks for, else the newest is shown. */
  asked(tag: Clip['tags'][number]): boolean;
  href: string;
  open: boolean;
  selected: boolean;
  /** `range`: all from the one selected last. */
  onSelect(range: boolean): void;
}

const known = (names: ReadonlyMap<string, string>, ids: readonly string[]): string[] => [...new Set(ids.flatMap((id) => names.get(id) ?? []))];

/** One clip of a list: judgement, voice, who and where; the brands, themes and day at the right. The whole row opens it. */
export function ClipRow({ clip: read, row, place, names, definitions, asked, href, open, selected, onSelect }: Props) {
  const { workspace } = useStore();
  const clip = useLast(read);
  if (!clip) return <li {...row} {...place} className="clip-row unread" aria-busy="true" />;
  const tag = newestTag(clip, asked) ?? newestTag(clip);
  const quotes = clip.tags.filter(({ quadrant }) => quadrant === tag?.quadrant).map(({ quote }) => quote);
  const themes = [...new Set(clip.tags.flatMap(({ theme }) => (theme !== null && names.has(theme) ? [theme] : [])))];
  return (
    <li {...row} {...place} className={`clip-row ${tag ? `q-${tag.quadrant}` : ''} ${open ? 'open' : ''} ${selected ? 'selected' : ''}`}>
      <label className="pick">
        <input
          type="checkbox"
          checked={selected}
          onChange={({ nativeEvent }) => onSelect(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
          aria-label={i18n.t('library.select', { author: authorOf(clip) })}
        />
      </label>
      <QuadrantMark quadrant={tag?.quadrant ?? null} label={i18n.t(tag ? `quadrant.${tag.quadrant}` : 'quadrant.unjudged')} />
      <div className="grow">
        <a id={`clip-${clip.id}`} className="clip-link" href={href} aria-current={open ? 'true' : undefined}>
          <Voice as="span" text={wordsOf(clip)} lang={clip.lang} lines={2} quotes={quotes} />
        </a>
        <p className="meta dots">
          <b className="ink-2">{authorOf(clip)}</b>
          <span>{kindOf(clip)}</span>
          {clip.goneAt && <span>{i18n.t('clip.siteGoneShort')}</span>}
          <WorkFacts clip={clip} />
          {numbersOf(clip).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </p>
      </div>
      <div className="about">
        <p className="control">{list(known(names, clip.brands))}</p>
        {themes.length > 0 && (
          <p className="meta dots">
            {themes.map((theme) => (
              <span key={theme}>
                <DefinedWords words={names.get(theme)!} definition={definitions.get(theme) ?? ''} />
              </span>
            ))}
          </p>
        )}
        <p className="meta">{whenOf(clip, workspace.timeZone)}</p>
      </div>
    </li>
  );
}
