const sorted = (value: unknown): unknown => {
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  return value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
};

/** JSON of a stored row with the names of each object in one order: two rows are equal where these are. */
export const canonical = (row: unknown): string => JSON.stringify(row, (_, value) => sorted(value));
