/**
 * Where a chain of merges ends. Two that two people merged each into the other are one, under the lesser id: the same for everybody, whatever
 * they read first.
 */
export function rootOf(id: string, into: ReadonlyMap<string, string>): string {
  const path = [id];
  for (let next = into.get(id); next !== undefined; next = into.get(next)) {
    const at = path.indexOf(next);
    if (at >= 0) return path.slice(at).sort()[0]!;
    path.push(next);
  }
  return path.at(-1)!;
}
