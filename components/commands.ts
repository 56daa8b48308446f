/** The commands that write, brought in when first needed: they carry the schemas, which no first paint waits for. */
export async function commands() {
  const [clips, tags, change, pictures, unsaved] = await Promise.all([
    import('../lib/db/clips.ts'),
    import('../lib/db/tags.ts'),
    import('../lib/db/change.ts'),
    import('../lib/db/pictures.ts'),
    import('../lib/background/unsaved.ts'),
  ]);
  const { saveClip, clipsOf, setSentiment, setState, trashClip } = clips;
  const { tagClip, refineTag, untag } = tags;
  const { undo } = change;
  const { trashPicture } = pictures;
  const { saveOrKeep, dropUnsaved } = unsaved;
  return { saveClip, saveOrKeep, dropUnsaved, clipsOf, setSentiment, setState, trashClip, tagClip, refineTag, untag, trashPicture, undo };
}
