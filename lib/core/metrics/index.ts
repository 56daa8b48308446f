import type { Metric } from '../metric.ts';

const modules = import.meta.glob<Metric>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' });

/** All metrics, in the order of their columns. */
export const metrics: readonly Metric[] = Object.values(modules).sort((a, b) => a.order - b.order);
