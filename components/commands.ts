/** The commands that write, brought in when first needed: they carry the schemas, which no first paint waits for. */
export async function commands() {
  const [clips, bulk, tags, change, pictures, trash, statements, themes, views, unsaved] = await Promise.all([
    import('../lib/db/clips.ts'),
    import('../lib/db/bulk.ts'),
    import('../lib/db/tags.ts'),
    import('../lib/db/change.ts'),
    import('../lib/db/pictures.ts'),
    import('../lib/db/trash.ts'),
    import('../lib/db/statements.ts'),
    import('../lib/db/themes.ts'),
    import('../lib/db/views.ts'),
    import('../lib/background/unsaved.ts'),
  ]);
  const { saveClip, clipsOf, setSentiment, trashClip } = clips;
  const { changeClips, trashClips } = bulk;
  const { tagClip, refineTag, flipTag, untag } = tags;
  const { undo, undoAll, undoBatch, inBatch } = change;
  const { trashPicture } = pictures;
  const { restore, restoreAll } = trash;
  const { sayStatement, wordStatement, placeStatement, weighStatement, markStatement, mergeStatements, splitStatement } = statements;
  const { addTheme, editTheme, trashTheme, mergeThemes, partTheme, splitTheme } = themes;
  const { saveView, renameView, pinView, deleteView } = views;
  const { saveOrKeep, dropUnsaved } = unsaved;
  return {
    ...{ saveClip, saveOrKeep, dropUnsaved, clipsOf, setSentiment, trashClip, tagClip, refineTag, flipTag, untag, trashPicture },
    ...{ sayStatement, wordStatement, placeStatement, weighStatement, markStatement, mergeStatements, splitStatement },
    ...{ changeClips, trashClips },
    ...{ addTheme, editTheme, trashTheme, mergeThemes, partTheme, splitTheme },
    ...{ saveView, renameView, pinView, deleteView },
    ...{ restore, restoreAll, undo, undoAll, undoBatch, inBatch },
  };
}
