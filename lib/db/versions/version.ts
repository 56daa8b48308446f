/**
 * What a version of the schema is: one file each, named by its number and never changed once it was released, whatever the code around it
 * becomes. It imports nothing but this type, so that it means in ten years what it means today.
 */
import type { Transaction } from 'dexie';

export interface SchemaVersion {
  /** Tables with their indexes in Dexie's words; only those that this version adds or changes, `null` for one that it removes. */
  stores: Record<string, string | null>;
  /** Brings the rows that the version before left up to this one. It throws, and nothing at all has changed. */
  upgrade?(transaction: Transaction): Promise<unknown>;
}
