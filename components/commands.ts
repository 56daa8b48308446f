/** The commands that write, brought in when first needed: they carry the schemas, which no first paint waits for. */
export async function commands() {
  const [clips, tags, change] = await Promise.all([import('../lib/db/clips.ts'), import('../lib/db/tags.ts'), import('../lib/db/change.ts')]);
  const { saveClip, clipsOf, setSentiment, setState, trashClip } = clips;
  const { tagClip, refineTag, untag } = tags;
  const { undo } = change;
  return { saveClip, clipsOf, setSentiment, setState, trashClip, tagClip, refineTag, untag, undo };
}
