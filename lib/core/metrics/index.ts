import { groups, type Metric } from '../metric.ts';

const modules = import.meta.glob<Metric>(['./*.ts', '!./index.ts'], { eager: true, import: 'default' });

const place = ({ group, order }: Metric): number => (group === null ? 0 : 10 * (1 + groups.indexOf(group))) + order;

/** All metrics: those of the table, then group by group, in the order of their columns. */
export const metrics: readonly Metric[] = Object.values(modules).sort((a, b) => place(a) - place(b));
