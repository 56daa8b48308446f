/** Text for comparing: compatibility forms unified, accents and case removed, runs of white space made one space. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
