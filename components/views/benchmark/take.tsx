import ChevronDown from 'lucide-react/icons/chevron-down';
import { type RefObject, useId } from 'react';
import { csv, type Field } from '../../../lib/core/csv.ts';
import { dayIn } from '../../../lib/core/day.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import { useDrop } from '../../dashboard/use-drop.ts';
import { download } from '../../download.ts';
import { copyPng, toPng } from '../../save-picture.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { days } from '../../ui/format.ts';
import { useToast } from '../../ui/toast.tsx';
import type { BenchmarkData } from './benchmark-data.ts';
import { networksIn } from './facts.tsx';

interface Props {
  /** What it is called, in words and as a file. */
  title: string;
  file: string;
  /** What its picture is of. */
  of: RefObject<HTMLElement | null>;
  rows(): readonly (readonly Field[])[];
  data: BenchmarkData;
}

/** Days and networks, as they stand below a picture. */
const factsOf = (data: BenchmarkData): string => [days(data.period.from, data.period.to), networksIn(data)].join(' · ');

/** A chart to take away: copied as picture or as CSV, or kept as a file. */
export function Take({ title, file, of, rows, data }: Props) {
  const { workspace } = useStore();
  const { say } = useToast();
  const { open, setOpen, place, button, onKeyDown } = useDrop();
  const id = useId();
  const run = async (work: () => Promise<string>) => {
    setOpen(false);
    button.current?.focus();
    try {
      say(await work());
    } catch (error) {
      say(i18n.t('swot.pictureFailed', { why: errorWords(error) }));
    }
  };
  // The drawing of pictures comes when it is first needed.
  const drawing = async () => (await import('../../picture-of.ts')).pictureOf(of.current!, { title, facts: factsOf(data) });
  const name = `${file}-${dayIn(workspace.timeZone, new Date())}`;
  const acts = {
    copyPicture: async () => {
      await copyPng(drawing());
      return i18n.t('swot.pictureCopied');
    },
    savePng: async () => {
      download(`${name}.png`, await toPng(await drawing()));
      return i18n.t('swot.pictureSaved');
    },
    saveSvg: async () => {
      download(`${name}.svg`, new Blob([(await drawing()).svg], { type: 'image/svg+xml' }));
      return i18n.t('swot.pictureSaved');
    },
    copyCsv: async () => {
      await navigator.clipboard.writeText(csv(rows()));
      return i18n.t('benchmark.copied');
    },
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever inside the focus is
    <span className="drop" ref={place} onKeyDown={onKeyDown} data-undrawn>
      <Button
        small
        look="quiet"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        aria-label={i18n.t('benchmark.take.named', { what: title })}
        onClick={() => setOpen(!open)}
      >
        {i18n.t('benchmark.take.open')} <ChevronDown className="small" />
      </Button>
      {open && (
        <span id={id} className="dropped">
          {(['copyPicture', 'copyCsv', 'savePng', 'saveSvg'] as const).map((act) => (
            <button key={act} type="button" className="drop-act" onClick={() => void run(acts[act])}>
              {i18n.t(act === 'copyCsv' ? 'benchmark.copy' : `swot.${act}`)}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
