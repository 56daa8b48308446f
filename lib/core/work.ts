/** Who works on a clip and how soon: fields of the clip's record, beside its state. */

/** In words, the lowest first; kept as 1, 2, 3. */
export const priorities = ['low', 'normal', 'high'] as const;
export type PriorityName = (typeof priorities)[number];
export type Priority = 1 | 2 | 3;

export const priorityName = (level: Priority): PriorityName => priorities[level - 1]!;
export const priorityNamed = (name: PriorityName): Priority => (priorities.indexOf(name) + 1) as Priority;

/** Fields of a clip's record. */
export const priorityField = 'priority';
export const ownerField = 'owner';

export const isPriority = (value: unknown): value is Priority => value === 1 || value === 2 || value === 3;

/** The longest name of a person. */
export const longestOwner = 100;

/** Whether a value is a person's name as it is kept. */
export const isOwner = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longestOwner && value.trim() === value;
