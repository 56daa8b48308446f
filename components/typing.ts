/** Whether a key pressed here is being typed: single-letter keys of ours then mean nothing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isButton = target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type);
  return !isButton && (target.matches('input, textarea, select') || target.isContentEditable);
}
