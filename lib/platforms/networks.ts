import type { Platform } from './shared/platform.ts';

/** What is known of a platform without its adapter. */
export type Network = Pick<Platform, 'id' | 'name' | 'hosts' | 'paths' | 'origins' | 'marker'>;

/** Filled in by wxt.config.ts from the adapters' own files, so that a popup knows the networks without carrying what reads them. */
declare const __NETWORKS__: readonly Network[];

/** All known sites, without the generic clip. */
export const networks: readonly Network[] = __NETWORKS__;

/** The pattern that the browser grants for an origin: a whole host, whatever part of it the platform is (Google Maps). */
export const grantFor = (origin: string): string => origin.replace(/^(\w+:\/\/[^/]+)\/.*$/, '$1/*');
