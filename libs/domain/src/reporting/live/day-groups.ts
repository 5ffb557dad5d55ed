import type { Weekday } from '../../time';

/** Days of one kind together, for what the weekend costs. */
export const DAY_GROUPS = {
  'mon-to-thu': ['mon', 'tue', 'wed', 'thu'],
  friday: ['fri'],
  'sat-and-sun': ['sat', 'sun'],
} as const satisfies Readonly<Record<string, readonly Weekday[]>>;
export type DayGroup = keyof typeof DAY_GROUPS;

export function isDayGroup(value: string): value is DayGroup {
  return Object.hasOwn(DAY_GROUPS, value);
}
