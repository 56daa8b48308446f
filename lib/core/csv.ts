/** RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP "CSV Injection"); numbers stay numbers. */
export type Field = string | number | null;

function quoted(field: Field): string {
  if (typeof field !== 'string') return field === null ? '' : String(field);
  const harmless = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csv = (rows: readonly (readonly Field[])[]): string => rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
