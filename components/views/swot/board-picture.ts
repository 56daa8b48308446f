/** The board drawn as SVG, in code: words as text, with what it says under which heading, so that it can be kept, sent and put on a slide. */
import type { Line, Region } from '../../../lib/core/board.ts';
import { daysBetween } from '../../../lib/core/day.ts';
import { letters, type Quadrant } from '../../../lib/core/quadrant.ts';
import { decayed } from '../../../lib/core/voices.ts';
import { escaped } from '../../xml.ts';

/** The words of a picture, ready in the person's language. */
export interface PictureWords {
  title: string;
  facts: string;
  /** The heading of each quadrant. */
  quadrant(quadrant: Quadrant): string;
  name(line: Line): string;
  lineFacts(line: Line): string;
  change(line: Line): string;
  note: string;
}

/** Width in px of words in a CSS font. */
export type Measure = (words: string, font: string) => number;

const size = { width: 1280, edge: 40, gap: 48, trace: 112 };
const column = (size.width - 2 * size.edge - size.gap) / 2;
/** Paper, whatever the theme of the screen: components/ui/tokens.css, light. */
const ink = { text: '#14181b', second: '#424c51', fact: '#5c666b', line: '#7f8a8e', thin: '#dbe1e2', paper: '#ffffff' };
const hues: Record<Quadrant, string> = { strength: '#087567', weakness: '#8f5f05', opportunity: '#2340a6', threat: '#850e32' };
const family = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Helvetica Neue, Arial, sans-serif';
const weights = { strong: 650, fair: 550, thin: 400, opinion: 400 };

interface Text {
  size: number;
  weight?: number;
  fill?: string;
  italic?: boolean;
  anchor?: 'start' | 'end' | 'middle';
}
const text = (words: string, x: number, y: number, { size: px, weight = 400, fill = ink.text, italic, anchor = 'start' }: Text) =>
  `<text x="${x}" y="${y}" font-size="${px}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${italic ? ' font-style="italic"' : ''}>${escaped(words)}</text>`;

/** Words in lines no wider than `width`; a word too long for a line is cut. */
function wrapped(words: string, width: number, font: string, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(/[ \t\n]+/).filter(Boolean)) {
    if (line && measure(`${line} ${word}`, font) > width) {
      lines.push(line);
      line = '';
    }
    line = line ? `${line} ${word}` : word;
    for (let letters = [...line]; letters.length > 1 && measure(line, font) > width; letters = [...line]) {
      let fits = letters.length - 1;
      while (fits > 1 && measure(letters.slice(0, fits).join(''), font) > width) fits--;
      lines.push(letters.slice(0, fits).join(''));
      line = letters.slice(fits).join('');
    }
  }
  return line ? [...lines, line] : lines;
}

const shapes: Record<Quadrant, string> = {
  strength: '<circle cx="12" cy="12" r="10.5"/>',
  weakness: '<rect x="2.5" y="2.5" width="19" height="19" rx="2"/>',
  opportunity: '<path d="M12 3 22 21H2Z"/>',
  threat: '<path d="M2 3.4H22L12 21.4Z"/>',
};
const letterAt: Record<Quadrant, number> = { strength: 16.4, weakness: 16.3, opportunity: 19.3, threat: 12.7 };

function trace({ days, contrary, statement, sources, change }: Line, from: string, to: string, x: number, y: number): string {
  const most = Math.max(2, ...days.values(), ...contrary.values());
  const hue = hues[sources[0]?.quadrant ?? statement.quadrant];
  const span = Math.max(1, daysBetween(from, to));
  const at = (day: string) => (x + 1 + (daysBetween(from, day) / span) * (size.trace - 4)).toFixed(1);
  const faded = (day: string) => Math.max(0.25, decayed(daysBetween(day, to))).toFixed(2);
  const ticks = [...days].map(([day, clips]) => {
    const tall = Math.max(3, (clips / most) * 17);
    return `<rect x="${at(day)}" y="${(y - tall).toFixed(1)}" width="2" height="${tall.toFixed(1)}" fill="${hue}" opacity="${faded(day)}"/>`;
  });
  const against = [...contrary].map(([day, clips]) => {
    const tall = Math.max(3, (clips / most) * 8);
    return `<rect x="${at(day)}" y="${y + 2}" width="2" height="${tall.toFixed(1)}" fill="none" stroke="${hue}" opacity="${faded(day)}"/>`;
  });
  const dashes = days.size === 0 ? ' stroke-dasharray="2 3"' : '';
  const hatch = change?.kind === 'fading' ? `<rect x="${x}" y="${y - 20}" width="${size.trace}" height="30" fill="url(#fading)"/>` : '';
  return `${hatch}<path d="M${x} ${y + 0.5}h${size.trace}" stroke="${ink.line}"${dashes}/>${ticks.join('')}${against.join('')}`;
}

/** One quadrant from (x, y) down; with its height. */
function region({ quadrant, lines }: Region, x: number, y: number, period: { from: string; to: string }, words: PictureWords, measure: Measure) {
  const drawn: string[] = [
    `<g transform="translate(${x} ${y})" fill="${hues[quadrant]}">${shapes[quadrant]}</g>`,
    text(letters[quadrant], x + 12, y + letterAt[quadrant], { size: 11.5, weight: 700, fill: ink.paper, anchor: 'middle' }),
    text(words.quadrant(quadrant), x + 34, y + 18, { size: 17, weight: 600, fill: hues[quadrant] }),
  ];
  let at = y + 36;
  const room = column - size.trace - 20;
  for (const [index, line] of lines.entries()) {
    const weight = weights[line.word];
    const italic = line.word === 'opinion';
    const name = wrapped(words.name(line), room, `${italic ? 'italic ' : ''}${weight} 15px ${family}`, measure);
    const facts = wrapped(words.lineFacts(line), room, `400 12px ${family}`, measure);
    if (index > 0) drawn.push(`<path d="M${x} ${at - 0.5}h${column}" stroke="${ink.thin}"/>`);
    drawn.push(trace(line, period.from, period.to, x + column - size.trace, at + 28));
    drawn.push(text(words.change(line), x + column, at + 54, { size: 12, weight: 550, fill: ink.second, anchor: 'end' }));
    let row = at + 22;
    for (const part of name) {
      drawn.push(text(part, x, row, { size: 15, weight, italic }));
      row += 20;
    }
    for (const part of facts) {
      drawn.push(text(part, x, row - 1, { size: 12, fill: ink.fact }));
      row += 16;
    }
    at = Math.max(row - 4, at + 62);
  }
  return { drawn: drawn.join(''), height: at - y };
}

/** The board as an SVG document; all its lines, nothing cut. */
export function boardPicture(regions: readonly Region[], period: { from: string; to: string }, words: PictureWords, measure: Measure) {
  const { width, edge, gap } = size;
  const [right, middle] = [edge + column + gap, width / 2];
  const top = edge + 72;
  const [s, w, o, t] = regions as [Region, Region, Region, Region];
  const upper = [region(s, edge, top, period, words, measure), region(w, right, top, period, words, measure)];
  const line = top + Math.max(...upper.map(({ height }) => height)) + 20;
  const below = line + 28;
  const lower = [region(o, edge, below, period, words, measure), region(t, right, below, period, words, measure)];
  const end = below + Math.max(...lower.map(({ height }) => height)) + 16;
  const note = wrapped(words.note, width - 2 * edge, `400 12px ${family}`, measure);
  const height = Math.ceil(end + 24 + note.length * 16 + edge / 2);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}">`,
    `<title>${escaped(words.title)}</title><rect width="${width}" height="${height}" fill="${ink.paper}"/>`,
    `<defs><pattern id="fading" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" stroke="${ink.thin}" stroke-width="2"/></pattern></defs>`,
    text(words.title, edge, edge + 20, { size: 24, weight: 600 }),
    text(words.facts, edge, edge + 44, { size: 12, fill: ink.fact }),
    ...[...upper, ...lower].map(({ drawn }) => drawn),
    `<path d="M${edge} ${line}H${width - edge}M${middle} ${top}V${end}" stroke="${ink.line}"/>`,
    ...note.map((part, index) => text(part, edge, end + 28 + index * 16, { size: 12, fill: ink.fact })),
    '</svg>',
  ].join('');
  return { svg, width, height };
}
