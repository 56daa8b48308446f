/**
 * Whether the browser could not open its own files, by Chromium's words in an `UnknownError`. Mostly the disk is full: where its tidying up finds no
 * room it closes the database, and cannot open it again until there is some.
 */
export const isUnopened = ({ message }: Error): boolean => /opening backing store/.test(message);
