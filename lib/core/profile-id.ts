import { fold } from './fold.ts';
import { type BrandWords, isHandle } from './mentions.ts';
import type { ProfileDraft } from './profile.ts';

type Account = Pick<ProfileDraft, 'platform' | 'handle'>;

/** `profile:<platform>:<handle>`, the same on every installation, so that two people who meet an account have one profile. */
export const profileId = ({ platform, handle }: Account): string => `profile:${platform}:${fold(handle)}`;

/** The way a brand lists an account among its handles. */
export const listedHandle = ({ platform, handle }: Account): string => `${platform}:${handle}`;

/** The first brand that lists an account among its handles, or undefined. */
export const brandListing = <B extends Pick<BrandWords, 'handles'>>(brands: readonly B[], { platform, handle }: Account): B | undefined =>
  brands.find(({ handles }) => handles.some((listed) => isHandle(listed, platform, handle)));
