/**
 * What a spreadsheet would take for a formula, after OWASP "CSV Injection": = + - @ and their full-width twins, also after blanks and control
 * characters that some strip, and a leading tab or line break.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
export const formula = /^[\s\u0000-\u001f\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** RFC 4180, for what is small enough to need no library. A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers. */
export type Field = string | number | null;

function quoted(field: Field): string {
  if (typeof field !== 'string') return field === null ? '' : String(field);
  const harmless = formula.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csv = (rows: readonly (readonly Field[])[]): string => rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
