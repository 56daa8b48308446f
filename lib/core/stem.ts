/**
 * A word without the endings that do not change what it is about. The index and every query go through this, so a wrong cut only makes two
 * words one where both are words. Conservative therefore: the clitics of Indonesian, French elision, the English possessive, plurals in -s
 * and -x. Not the prefixes me-, di-, ber-, pe-: they melt into the first letter (kirim, mengirim, pengiriman), which cannot be told from
 * words that begin so by nature (berita, dingin, media, perak) without a dictionary.
 */

/** l'arrivée, d’un, jusqu'à, qu'il; the apostrophe is already the plain one. */
const elision = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'(?=.{2})/;
const possessive = /'s?$/;
/** What is left must be a word yet: `hanya`, `punya`, `tanya`, `salah`, `telah`, `buku`, `kamu` and `haiku` are whole. */
const clitic = /(?<=.{3})(?:nya|pun)$|(?<=.{4})(?:lah|kah|ku|mu)$/;
/** End like a clitic, and without it would be another common word: masalah (problem) is not masa (time). */
const whole = new Set(['masalah']);
const plural = /(?<=[a-z]{3}[a-rt-z])[sx]$/;
const latin = /^[a-z']+$/;

export function stem(word: string): string {
  if (!latin.test(word) || whole.has(word)) return word;
  return word.replace(elision, '').replace(possessive, '').replace(clitic, '').replace(plural, '');
}
