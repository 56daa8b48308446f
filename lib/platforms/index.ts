import { platformAmong } from './find.ts';
import generic from './generic.ts';
import type { Platform } from './shared/platform.ts';

const modules = import.meta.glob<Platform>(['./*.ts', '!./index.ts', '!./find.ts', '!./networks.ts', '!./generic.ts'], {
  eager: true,
  import: 'default',
});

/** All known sites, without the generic clip. */
export const platforms: readonly Platform[] = Object.values(modules);

/** The platform of a page among all known; anything else is `generic`, which always succeeds. */
export const platformOf = (url: URL, document?: Document): Platform => platformAmong(platforms, url, document) ?? generic;
