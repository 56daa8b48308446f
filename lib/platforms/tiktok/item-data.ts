/** The video that a page carries as data, as the server sends it. */

export type Data = Record<string, unknown>;

export const dataIn = (data: unknown, ...names: string[]): unknown =>
  names.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Data)[name] : undefined),
    data,
  );

export const wordsIn = (data: unknown, ...names: string[]): string | null => {
  const value = dataIn(data, ...names);
  return typeof value === 'string' || typeof value === 'number' ? String(value) || null : null;
};

function parsed(document: Document, id: string): unknown {
  try {
    return JSON.parse(document.getElementById(id)?.textContent ?? '');
  } catch {
    return null;
  }
}

/**
 * An item by its id: in the rehydration data ("webapp.video-detail" on www, "webapp.reflow.video.detail" on the mobile site), or in the state
 * that pages carried until 2023.
 */
export function itemOf(document: Document, id: string): unknown {
  const scopes = dataIn(parsed(document, '__UNIVERSAL_DATA_FOR_REHYDRATION__'), '__DEFAULT_SCOPE__');
  const items = Object.values((scopes ?? {}) as Data).map((scope) => dataIn(scope, 'itemInfo', 'itemStruct'));
  const found = items.find((item) => wordsIn(item, 'id') === id);
  return found ?? dataIn(parsed(document, 'SIGI_STATE'), 'ItemModule', id) ?? null;
}
