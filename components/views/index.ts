import type { View } from './view.ts';

const modules = import.meta.glob<View>('./*/view.ts', { eager: true, import: 'default' });

/** All pages of the dashboard, in the order of the top bar. */
export const views: readonly View[] = Object.values(modules).sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity));
