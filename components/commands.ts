/** The commands that write, brought in when first needed: they carry the schemas, which no first paint waits for. */
export async function commands() {
  const [clips, tags, change, pictures, trash, statements] = await Promise.all([
    import('../lib/db/clips.ts'),
    import('../lib/db/tags.ts'),
    import('../lib/db/change.ts'),
    import('../lib/db/pictures.ts'),
    import('../lib/db/trash.ts'),
    import('../lib/db/statements.ts'),
  ]);
  const { saveClip, clipsOf, setSentiment, setState, trashClip } = clips;
  const { tagClip, refineTag, flipTag, untag } = tags;
  const { undo, undoAll, undoBatch, inBatch } = change;
  const { trashPicture } = pictures;
  const { restore, restoreAll } = trash;
  const { sayStatement, wordStatement, placeStatement, weighStatement, markStatement, mergeStatements, splitStatement } = statements;
  return {
    ...{ saveClip, clipsOf, setSentiment, setState, trashClip, tagClip, refineTag, flipTag, untag, trashPicture, restore, restoreAll },
    ...{ sayStatement, wordStatement, placeStatement, weighStatement, markStatement, mergeStatements, splitStatement },
    ...{ undo, undoAll, undoBatch, inBatch },
  };
}
