import { v7 } from 'uuid';
import { browser } from 'wxt/browser';
import { clipKeys, nativeKey } from '../core/clip-id.ts';
import type { Action, Clip } from '../core/records.ts';
import { undo } from '../db/change.ts';
import { meetClips, noteGone } from '../db/meet.ts';
import { meetProfile } from '../db/profiles.ts';
import { brandsOf, themesOf } from '../db/queries.ts';
import { activeStore } from '../db/store.ts';
import { flipTag, refineTag } from '../db/tags.ts';
import type { PageMark, Reply } from '../messages/protocol.ts';
import type { Handlers } from '../messages/serve.ts';
import { pictures } from '../settings.ts';
import { showMentions } from './badge.ts';
import { chord } from './chord.ts';
import { addCoverage, fallenOf } from './coverage.ts';
import { injectAdapter, injectRing } from './page.ts';
import { openPanelBeside } from './panel.ts';
import { dropPicture, keepPicture, pictureOfClip } from './picture.ts';
import { saveOrKeep } from './unsaved.ts';

const saved = ({ id, clip, tag, already }: Action): Reply<'save'> => ({ action: id, clip: clip ?? '', tag, already });

function markOf(clip: Clip, brands: ReadonlyMap<string, string>, themes: ReadonlyMap<string, string>): PageMark {
  const newest = clip.tags.reduce<Clip['tags'][number] | null>((latest, tag) => (latest && latest.at > tag.at ? latest : tag), null);
  return {
    clip: clip.id,
    quadrant: newest?.quadrant ?? null,
    brand: newest ? (brands.get(newest.brand) ?? null) : null,
    theme: newest?.theme ? (themes.get(newest.theme) ?? null) : null,
    clippedAt: clip.clippedAt,
    seenAt: clip.seenAt,
  };
}

const names = (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));

/** What the background does for content scripts. Requests have been parsed when they arrive here. */
export const handlers: Handlers = {
  async context() {
    const store = await activeStore();
    const [brands, themes] = await Promise.all([brandsOf(store), themesOf(store)]);
    const [keys, pictured] = await Promise.all([chord(), pictures.getValue()]);
    const offered = themes.map(({ id, name }) => ({ id, name }));
    return { workspace: { id: store.workspace.id, name: store.workspace.name }, brands, themes: offered, chord: keys, pictures: pictured };
  },
  async marks({ posts }) {
    const store = await activeStore();
    const keys = posts.map(clipKeys);
    const clips = await store.db.clips.where('keys').anyOf(keys.flat()).distinct().toArray();
    if (clips.length === 0) return { marks: posts.map(() => null) };
    const [brands, themes] = [names(await brandsOf(store)), names(await themesOf(store))];
    const byKey = new Map(clips.flatMap((clip) => clip.keys.map((key) => [key, clip] as const)));
    return {
      marks: posts.map((post, index) => {
        const native = nativeKey(post);
        // A match by words alone counts only where one of the two has no id of its own.
        const clip = keys[index]!.map((key) => byKey.get(key)).find(
          (found) => found && (!native || found.keys.includes(native) || found.nativeId === null),
        );
        return clip ? markOf(clip, brands, themes) : null;
      }),
    };
  },
  async save({ request, draft, brands, judgement }) {
    return saved(await saveOrKeep(activeStore(), { draft, brands, judgement, request }));
  },
  async meet({ drafts }) {
    return { kept: await meetClips(await activeStore(), drafts) };
  },
  async gone(post) {
    await noteGone(await activeStore(), nativeKey(post)!);
    return {};
  },
  async profile({ profile }) {
    return { kept: await meetProfile(await activeStore(), profile) };
  },
  async badge({ mentions }, { tab }) {
    if (tab?.id !== undefined) await showMentions(tab.id, mentions);
    return {};
  },
  async coverage({ platform, counts }) {
    await addCoverage(platform, counts);
    return {};
  },
  async health({ platform }) {
    return { fallen: await fallenOf(platform) };
  },
  async refine({ tag, theme, quote }) {
    return saved(await refineTag(await activeStore(), tag, { ...(theme && { theme }), ...(quote && { quote }) }));
  },
  async flip({ tag, brand, quadrant }) {
    return saved(await flipTag(await activeStore(), tag, { brand, quadrant }));
  },
  async undo({ action }) {
    await undo(await activeStore(), action);
    return {};
  },
  async adapter({ platform }, { tab, frameId }) {
    if (tab?.id !== undefined) await injectAdapter(tab.id, platform, frameId);
    return {};
  },
  async ring(_request, { tab, frameId }) {
    if (tab?.id !== undefined) await injectRing(tab.id, frameId);
    return {};
  },
  async openPanel(_request, sender) {
    if (sender.tab) await openPanelBeside(sender.tab);
    return {};
  },
  async keepPicture({ picture, action }) {
    return { kept: await keepPicture(picture, action) };
  },
  async dropPicture({ picture }) {
    await dropPicture(picture);
    return {};
  },
  async takePicture({ tab, action }, { url }) {
    // Only our own pages know what was clipped outside of the ring.
    const ours = url?.startsWith(browser.runtime.getURL('/')) ?? false;
    return { kept: ours && (await pictures.getValue()) && (await pictureOfClip(tab, v7(), action)) };
  },
};
