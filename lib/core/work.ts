/** Where the work on a clip stands, how soon it is due and who sees to it. */

export const states = ['inbox', 'reviewed', 'actioned', 'archived'] as const;
export type WorkState = (typeof states)[number];

/** The state after this one; after the last the first. */
export const nextState = (state: WorkState): WorkState => states[(states.indexOf(state) + 1) % states.length]!;

/** In words, the lowest first; kept as 1, 2, 3. */
export const priorities = ['low', 'normal', 'high'] as const;
export type PriorityName = (typeof priorities)[number];
export type Priority = 1 | 2 | 3;

export const priorityName = (level: Priority): PriorityName => priorities[level - 1]!;
export const priorityNamed = (name: PriorityName): Priority => (priorities.indexOf(name) + 1) as Priority;

/** The priority that one key gives next: from none to high, then down to none. */
export const nextPriority = (level: Priority | undefined): Priority | null =>
  level === undefined ? 3 : level === 1 ? null : ((level - 1) as Priority);

/** Fields of a clip's record. */
export const priorityField = 'priority';
export const ownerField = 'owner';

export const isPriority = (value: unknown): value is Priority => value === 1 || value === 2 || value === 3;

/** The longest name of a person. */
export const longestOwner = 100;

/** Whether a value is a person's name as it is kept. */
export const isOwner = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestOwner && value.trim() === value;
