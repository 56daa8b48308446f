/** Whole numbers in a typed array, which the browser copies in one piece, and no wider than the greatest of them. */
export type Counts = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/**
 * Numbers from 0 to 2³² − 1 as the narrowest array that holds them.
 * @throws RangeError where one is none of these.
 */
export function narrow(numbers: readonly number[]): Counts {
  let most = 0;
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 0 || number > 0xffff_ffff) throw new RangeError(`not a count: ${number}`);
    if (number > most) most = number;
  }
  if (most <= 0xff) return Uint8Array.from(numbers);
  return most <= 0xffff ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}
