import { useEffect, useState } from 'react';
import { dayIn } from '../../../lib/core/day.ts';
import { i18n, locale } from '../../../lib/i18n/index.ts';
import { download } from '../../download.ts';
import { copyPng, toPng } from '../../save-picture.ts';
import { useStore } from '../../store.tsx';
import { Button } from '../../ui/button.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { days, number } from '../../ui/format.ts';
import { useToast } from '../../ui/toast.tsx';
import { boardPicture } from './board-picture.ts';
import { factsOf, nameOf } from './line-words.ts';
import { changeWords } from './statement-row.tsx';
import type { SwotData } from './swot-data.ts';

/** CSS px of an A4 page on its side within margins of 10 mm, less what lines break otherwise on paper. */
const page = { width: 1047, height: 718 * 0.96 };
/** Width in px at which the board is measured: that of its columns on a desk's screen. */
const measured = 1280;

/** Lays the board out for paper, and makes it as large as fits on one page: widened by as much as it is shrunk. */
function fitPage(): void {
  const { classList, style } = document.documentElement;
  const main = document.querySelector<HTMLElement>('.page');
  if (!main) return;
  classList.add('printing');
  style.setProperty('--print-width', `${measured}px`);
  const zoom = Math.min(page.width / measured, page.height / main.offsetHeight);
  style.setProperty('--print-zoom', String(zoom));
  style.setProperty('--print-width', `${page.width / zoom}px`);
}
const afterPrint = () => document.documentElement.classList.remove('printing');

function picture(data: SwotData) {
  const context = document.createElement('canvas').getContext('2d')!;
  const judgements = data.regions.reduce((sum, { clips }) => sum + clips, 0);
  const foreign = new Map(Object.values(data.market ?? {}).flatMap((lines) => lines.map(({ line, brand }) => [line, brand.name] as const)));
  return boardPicture(
    data.regions.map((region) => ({ ...region, lines: [...region.lines, ...(data.market?.[region.quadrant] ?? []).map(({ line }) => line)] })),
    data.period,
    {
      title: i18n.t('swot.pictureTitle', {
        brand: data.market ? i18n.t('swot.market.own', [data.brand.name]) : data.brand.name,
        days: days(data.period.from, data.period.to),
      }),
      facts: [
        i18n.t('swot.mentions', data.tally.mentions, { n: number(data.tally.mentions) }),
        i18n.t('swot.judgements', judgements, { n: number(judgements) }),
        i18n.t('swot.authors', data.authors, { n: number(data.authors) }),
      ].join(' · '),
      quadrant: (quadrant) => i18n.t(`quadrant.plural.${quadrant}`),
      name: (line) => [foreign.get(line), nameOf(data, line.statement)].filter(Boolean).join(': '),
      lineFacts: (line) => factsOf(line).join(' · '),
      change: ({ change, sources }) => (change ? changeWords(change, sources[0]?.quadrant).words : ''),
      note: i18n.t('swot.note'),
    },
    (words, font) => {
      context.font = font;
      return context.measureText(words).width;
    },
  );
}

/** The board to take away: as a picture, or on paper. */
export function BoardTools({ data }: { data: SwotData }) {
  const { workspace } = useStore();
  const { say } = useToast();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    addEventListener('beforeprint', fitPage);
    addEventListener('afterprint', afterPrint);
    return () => {
      removeEventListener('beforeprint', fitPage);
      removeEventListener('afterprint', afterPrint);
    };
  }, []);

  const words = data.brand.name
    .normalize('NFC')
    .toLocaleLowerCase(locale())
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  const name = `swot-${words.slice(0, 60)}-${dayIn(workspace.timeZone, new Date())}`;
  const run = async (work: () => Promise<string>) => {
    setBusy(true);
    try {
      say(await work());
    } catch (error) {
      say(i18n.t('swot.pictureFailed', { why: errorWords(error) }));
    } finally {
      setBusy(false);
    }
  };
  const saveSvg = async () => {
    download(`${name}.svg`, new Blob([picture(data).svg], { type: 'image/svg+xml' }));
    return i18n.t('swot.pictureSaved');
  };
  const savePng = async () => {
    download(`${name}.png`, await toPng(picture(data)));
    return i18n.t('swot.pictureSaved');
  };
  const copy = async () => {
    await copyPng(picture(data));
    return i18n.t('swot.pictureCopied');
  };
  return (
    <div className="row wrap board-tools">
      <Button small disabled={busy} onClick={() => run(copy)}>
        {i18n.t('swot.copyPicture')}
      </Button>
      <Button small disabled={busy} onClick={() => run(savePng)}>
        {i18n.t('swot.savePng')}
      </Button>
      <Button small disabled={busy} onClick={() => run(saveSvg)}>
        {i18n.t('swot.saveSvg')}
      </Button>
      <Button small onClick={() => print()}>
        {i18n.t('swot.print')}
      </Button>
    </div>
  );
}
