import { storage } from 'wxt/utils/storage';
import type { Coverage } from './core/coverage.ts';
import type { Draft } from './core/draft.ts';
import type { Field } from './core/import-columns.ts';
import type { Quadrant } from './core/quadrant.ts';

/** Id of the workspace into which every clip goes. */
export const activeWorkspace = storage.defineItem<string>('local:activeWorkspace', { fallback: 'main' });

/** In `localStorage`, which answers at once: the workspace that was active when one of our pages last looked. */
export const lastWorkspace = 'lastWorkspace';

/** Where to go back to when the sample workspace is removed. */
export const workspaceBeforeSample = storage.defineItem<string>('local:workspaceBeforeSample', { fallback: 'main' });

/** This installation, in the causal contexts of what is edited here: 48 random bits. */
export const actor = storage.defineItem<string>('local:actor', {
  init: () => [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
});

/** Whether single letters are keys in our own pages (WCAG 2.1.4: they can be turned off). */
export const singleKeys = storage.defineItem<boolean>('local:singleKeys', { fallback: true });

/** How well each adapter has read its site of late, by the platform's id. About the adapters, whichever workspace is active; no content. */
export const coverage = storage.defineItem<Record<string, Coverage>>('local:coverage', { fallback: {} });
/** Whether a picture of a clipped post is kept, where the browser gives one: when it is clipped by key, menu or popup. */
export const pictures = storage.defineItem<boolean>('local:pictures', { fallback: true });
interface RememberedMapping {
  /** What tells one kind of table from another (core/import-columns.ts). */
  signature: string;
  mapping: (Field | null)[];
  monthFirst: boolean;
}

/** How the columns of tables were taken that came in before, the newest first. */
export const importMappings = storage.defineItem<RememberedMapping[]>('local:importMappings', { fallback: [] });

const mostMappings = 50;

/** Keeps how a kind of table is taken, in place of what was kept of it before. */
export async function rememberMapping(fresh: RememberedMapping): Promise<void> {
  const others = (await importMappings.getValue()).filter(({ signature }) => signature !== fresh.signature);
  await importMappings.setValue([fresh, ...others].slice(0, mostMappings));
}

/** A clip that could not be saved, with all that another try needs. */
export interface Unsaved {
  workspace: string;
  /** When it failed, ISO 8601. */
  at: string;
  save: { request: string; draft: Draft; brands: string[]; judgement: { brand: string; quadrant: Quadrant; theme?: string; quote?: string } | null };
}
export const unsaved = storage.defineItem<Unsaved[]>('session:unsaved', { fallback: [] });

/** Where automatic backups go; null where there are none. */
export const backupPlan = storage.defineItem<{ to: 'folder'; name: string } | { to: 'downloads' } | null>('local:backupPlan', { fallback: null });

/** What became of a workspace's automatic backups. */
export interface BackupState {
  /** The last one that is known to be whole; null before the first. */
  last: { at: string; name: string; bytes: number; changes: number } | null;
  /** Why the one tried after it is not there. */
  failed: { at: string; why: 'permission' | 'diskFull' | 'notVerified' | 'failed'; words: string } | null;
}
/** By the workspace's id. */
export const backups = storage.defineItem<Record<string, BackupState>>('local:backups', { fallback: {} });
