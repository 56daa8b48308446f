/** The commands that write, brought in when first needed: they carry the schemas, which no first paint waits for. */
export async function commands() {
  const [clips, tags, change, pictures, statements] = await Promise.all([
    import('../lib/db/clips.ts'),
    import('../lib/db/tags.ts'),
    import('../lib/db/change.ts'),
    import('../lib/db/pictures.ts'),
    import('../lib/db/statements.ts'),
  ]);
  const { saveClip, clipsOf, setSentiment, setState, trashClip } = clips;
  const { tagClip, refineTag, flipTag, untag } = tags;
  const { undo } = change;
  const { trashPicture } = pictures;
  const { sayStatement, wordStatement, placeStatement, weighStatement, markStatement, mergeStatements, splitStatement } = statements;
  const lines = { sayStatement, wordStatement, placeStatement, weighStatement, markStatement, mergeStatements, splitStatement };
  return { ...lines, saveClip, clipsOf, setSentiment, setState, trashClip, tagClip, refineTag, flipTag, untag, trashPicture, undo };
}
