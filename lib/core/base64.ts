/** Bytes as text, where only text can go: into a JSON file, or the browser's storage of a session. */

/** So many bytes at once: a call takes no more arguments than that everywhere. */
const slice = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += slice) text += String.fromCharCode(...bytes.subarray(at, at + slice));
  return btoa(text);
}

/** @throws DOMException where the text is no base64. */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
