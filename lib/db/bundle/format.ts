/** What a bundle consists of; docs/bundle.md describes it for people who want to read one without us. */
import { Workspace } from '../../core/records.ts';
import { z } from '../../core/zod.ts';

export const formatName = 'listening-post-bundle';
export const formatVersion = 1;
export const manifestName = 'manifest.json';
export const lineFile = (table: string) => `${table}.jsonl`;

const Size = z.int().nonnegative();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Manifest = z.object({
  format: z.literal(formatName),
  version: z.int().positive(),
  /** The store's schema version when it was written. */
  schema: z.int().positive(),
  createdAt: z.iso.datetime(),
  workspace: Workspace,
  parts: z
    .array(z.object({ table: z.string().regex(/^[a-zA-Z]{1,40}$/), file: z.string().max(60), records: Size, bytes: Size, sha256: Sha256 }))
    .max(100),
});
export type Manifest = z.infer<typeof Manifest>;

/** In a line, what stands in place of bytes that are a file of their own. */
export const FileRef = z.strictObject({ file: z.string().regex(/^[a-zA-Z]{1,40}\/\d{6,12}\.[a-z0-9]{1,5}$/), bytes: Size, sha256: Sha256 });
export type FileRef = z.infer<typeof FileRef>;

/** Names by number, never by anything a page or a record says. */
export const fileName = (table: string, index: number, type: unknown): string =>
  `${table}/${String(index).padStart(6, '0')}.${/^image\/(webp|png|jpeg)$/.exec(String(type))?.[1] ?? 'bin'}`;

const MiB = 1024 * 1024;

/** What no bundle of ours comes near; more is an attack or not a bundle. */
export const limits = {
  entries: 500_000,
  /** Of the directory at a ZIP's end, which is read whole. */
  directory: 64 * MiB,
  manifest: MiB,
  line: 16 * MiB,
  file: 16 * MiB,
  /** Unpacked ÷ packed, of parts that are more than `ratioFrom` unpacked. Lines of numbers alone come to 40. */
  ratio: 200,
  ratioFrom: 8 * MiB,
  total: 64 * 1024 * MiB,
  /** An old backup is one JSON value, which is read whole. */
  json: 512 * MiB,
} as const;

/**
 * `other`: no bundle at all. `newer`: of a later version of the extension. `locked`: sealed, and no passphrase was given. `passphrase`: the
 * one given does not fit. `damaged`: sealed bytes changed, cut or moved; or a ZIP that cannot be read. `unsafe`: built to do harm.
 */
export type Problem = 'other' | 'newer' | 'locked' | 'passphrase' | 'damaged' | 'unsafe';

/** A file was refused as a whole; nothing of it was taken in. */
export class BundleRefused extends Error {
  override name = 'BundleRefused';
  readonly problem: Problem;
  constructor(problem: Problem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** One record that was not taken in: its table, its line counted from 1, and why. */
export interface Refused {
  table: string;
  line: number;
  why: string;
}

/** How far: of records or bytes, whichever the caller counts. */
export type OnProgress = (done: number, total: number) => void;
