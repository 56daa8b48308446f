/**
 * A part of a page drawn as SVG from where the browser has put it: words as text, lines, grounds and charts as shapes. So what is taken away
 * is what was seen, and no chart needs a second drawing of itself. What is marked `data-undrawn` (buttons, menus) is left out.
 */
import type { Drawing } from './save-picture.ts';
import { escaped } from './xml.ts';

const edge = 24;
/** Below what was drawn: one line that says of what it is. */
const foot = { gap: 18, size: 12 };

interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const isClear = (color: string): boolean => color === 'transparent' || /,\s*0\)$|\/\s*0\)$/.test(color);
const px = (value: number): string => String(Math.round(value * 100) / 100);
const attributes = (of: Record<string, string>): string =>
  Object.entries(of)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

/** Not drawn: what is not seen, words for screen readers alone, controls, and icons, beside which words stand. */
const isLeftOut = (element: Element): boolean =>
  !element.checkVisibility({ visibilityProperty: true }) || element.matches('.sr, select, .lucide, kbd, [data-undrawn]');

const shapeAttributes = ['d', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'points', 'transform', 'text-anchor'];
const shapeStyles = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'opacity'];

/** A shape of a chart with the style that its classes gave it. */
function shapeOf(element: Element): string {
  if (element.localName === 'title' || element.localName === 'pattern') return '';
  const inner = [...element.children].map(shapeOf).join('');
  if (element.localName === 'g' || element.localName === 'a') return `<g>${inner}</g>`;
  const style = getComputedStyle(element);
  if (style.display === 'none') return '';
  const own = Object.fromEntries(shapeAttributes.flatMap((name) => (element.hasAttribute(name) ? [[name, element.getAttribute(name)!]] : [])));
  const styled = Object.fromEntries(shapeStyles.map((name) => [name, style.getPropertyValue(name)]));
  if (element.localName !== 'text') return `<${element.localName}${attributes({ ...own, ...styled })}/>`;
  const font = { 'font-size': style.fontSize, 'font-weight': style.fontWeight };
  return `<text${attributes({ ...own, fill: style.fill, ...font })}>${escaped(element.textContent ?? '')}</text>`;
}

/** Grounds and borders of an element. */
function boxOf(element: Element): string {
  const style = getComputedStyle(element);
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const drawn: string[] = [];
  if (!isClear(style.backgroundColor))
    drawn.push(
      `<rect${attributes({ x: px(left), y: px(top), width: px(width), height: px(height), rx: px(Number.parseFloat(style.borderTopLeftRadius)), fill: style.backgroundColor })}/>`,
    );
  const side = (name: 'top' | 'bottom', y: number) => {
    const thick = Number.parseFloat(style.getPropertyValue(`border-${name}-width`));
    if (thick > 0 && style.getPropertyValue(`border-${name}-style`) === 'solid')
      drawn.push(
        `<path${attributes({ d: `M${px(left)} ${px(y)}H${px(right)}`, stroke: style.getPropertyValue(`border-${name}-color`), 'stroke-width': px(thick) })}/>`,
      );
  };
  side('top', top + 0.5);
  side('bottom', bottom - 0.5);
  return drawn.join('');
}

/** The words of a text node, line by line, as they were broken. */
function linesOf(node: Text): { words: string; box: DOMRect }[] {
  const range = document.createRange();
  const lines: { words: string; box: DOMRect }[] = [];
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (line && Math.abs(line.box.top - box.top) < box.height / 2) {
      line.words += ` ${word}`;
      line.box = new DOMRect(line.box.left, line.box.top, box.right - line.box.left, box.height);
    } else lines.push({ words: word, box });
  }
  return lines;
}

const textOf = (words: string, x: number, y: number, { color, fontSize, fontWeight, fontStyle }: CSSStyleDeclaration): string =>
  `<text${attributes({ x: px(x), y: px(y), fill: color, 'font-size': fontSize, 'font-weight': fontWeight, 'font-style': fontStyle })}>${escaped(words)}</text>`;

function walk(element: Element, context: CanvasRenderingContext2D, drawn: string[], extent: Extent): void {
  if (isLeftOut(element)) return;
  const grow = ({ left, top, right, bottom }: DOMRect) => {
    extent.left = Math.min(extent.left, left);
    extent.top = Math.min(extent.top, top);
    extent.right = Math.max(extent.right, right);
    extent.bottom = Math.max(extent.bottom, bottom);
  };
  if (element instanceof SVGSVGElement) {
    const box = element.getBoundingClientRect();
    if (box.width === 0) return;
    grow(box);
    drawn.push(`<g transform="translate(${px(box.left)} ${px(box.top)})">${[...element.children].map(shapeOf).join('')}</g>`);
    return;
  }
  drawn.push(boxOf(element));
  const style = getComputedStyle(element);
  let baseline = 0;
  for (const node of element.childNodes) {
    if (node instanceof Element) walk(node, context, drawn, extent);
    if (!(node instanceof Text)) continue;
    context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('x');
    for (const { words, box } of linesOf(node)) {
      grow(box);
      baseline = box.top + (box.height - ascent - descent) / 2 + ascent;
      drawn.push(textOf(words, box.left, baseline, style));
    }
  }
  // The dot between two facts.
  const after = getComputedStyle(element, '::after');
  const said = /^"(.+)"$/.exec(after.content)?.[1];
  if (said && baseline > 0) {
    const right = element.getBoundingClientRect().right - Number.parseFloat(after.marginRight);
    drawn.push(textOf(said, right - context.measureText(said).width, baseline, after));
  }
}

/** What `element` shows, on paper whatever the theme of the screen; `facts` is printed below. */
export function pictureOf(element: HTMLElement, { title, facts }: { title: string; facts: string }): Drawing {
  const root = document.documentElement;
  const theme = root.getAttribute('data-theme');
  // Styles are asked for and put back before anything is painted.
  root.setAttribute('data-theme', 'light');
  root.setAttribute('data-drawing', '');
  try {
    const context = document.createElement('canvas').getContext('2d')!;
    const drawn: string[] = [];
    const extent: Extent = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
    walk(element, context, drawn, extent);
    const style = getComputedStyle(root);
    const patterns = [...element.querySelectorAll('pattern')].map(
      (pattern) =>
        `<pattern${attributes(Object.fromEntries([...pattern.attributes].map(({ name, value }) => [name, value])))}>${[...pattern.children].map(shapeOf).join('')}</pattern>`,
    );
    context.font = `${foot.size}px ${style.fontFamily}`;
    const width = Math.ceil(Math.max(extent.right - extent.left, context.measureText(facts).width) + 2 * edge);
    const height = Math.ceil(extent.bottom - extent.top + foot.gap + foot.size + 2 * edge);
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"${attributes({ 'font-family': style.fontFamily })}>`,
      `<title>${escaped(title)}</title><defs>${patterns.join('')}</defs>`,
      `<rect width="${width}" height="${height}"${attributes({ fill: style.getPropertyValue('--surface') })}/>`,
      `<g transform="translate(${px(edge - extent.left)} ${px(edge - extent.top)})">${drawn.join('')}</g>`,
      `<text x="${edge}" y="${height - edge}" font-size="${foot.size}"${attributes({ fill: style.getPropertyValue('--ink-3') })}>${escaped(facts)}</text>`,
      '</svg>',
    ].join('');
    return { svg, width, height };
  } finally {
    root.removeAttribute('data-drawing');
    if (theme === null) root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
  }
}
