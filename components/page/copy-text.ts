import { h } from './element.ts';

/** Puts text on the clipboard; false where the browser refuses. A page without https has no clipboard but the old command. */
export async function copyText(text: string, parent: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h('textarea', { class: 'hidden' }, text);
    parent.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}
