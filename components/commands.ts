/** The commands that write, brought in when first needed: they carry the schemas, which no first paint waits for. */
export async function commands() {
  const [clips, tags, change, pictures, trash] = await Promise.all([
    import('../lib/db/clips.ts'),
    import('../lib/db/tags.ts'),
    import('../lib/db/change.ts'),
    import('../lib/db/pictures.ts'),
    import('../lib/db/trash.ts'),
  ]);
  const { saveClip, clipsOf, setSentiment, setState, trashClip } = clips;
  const { tagClip, refineTag, untag } = tags;
  const { undo, undoAll, undoBatch, inBatch } = change;
  const { trashPicture } = pictures;
  const { restore, restoreAll } = trash;
  return {
    ...{ saveClip, clipsOf, setSentiment, setState, trashClip, tagClip, refineTag, untag, trashPicture, restore, restoreAll },
    ...{ undo, undoAll, undoBatch, inBatch },
  };
}
