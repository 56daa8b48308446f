/** What can be read of the records that name something, for a recount: one that was spoilt keeps no other from being counted. */
import type { Mergeable } from '../core/mergeable.ts';
import * as strict from './project.ts';

const orNothing =
  <T>(read: (record: Mergeable) => T | null) =>
  (record: Mergeable): T | null => {
    try {
      return read(record);
    } catch {
      return null;
    }
  };

export const brandOf = orNothing(strict.brandOf);
export const themeOf = orNothing(strict.themeOf);
export const profileOf = orNothing(strict.profileOf);
