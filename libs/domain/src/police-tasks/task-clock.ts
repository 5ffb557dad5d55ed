import { HOUR } from '../time';
import type { TaskKind } from './codes';

export interface TaskClock {
  /** Elapsed hours: police response teams work at every hour of the week. */
  readonly hours: number;
  /** How many hours before it is due the team is reminded, once. */
  readonly remindHoursBefore: number;
}

/**
 * How long a police team has. Nobody has published such a figure: ASSUMPTIONS to confirm with each force. A route
 * must come back while most of a 24-hour limb is left; whether the person agrees is asked within one shift; a crime
 * number holds nobody's call up and may take three days.
 */
export const TASK_CLOCKS: Readonly<Record<TaskKind, TaskClock>> = {
  'find-safe-route': { hours: 4, remindHoursBefore: 1 },
  'wrong-number': { hours: 4, remindHoursBefore: 1 },
  'ask-agreement': { hours: 8, remindHoursBefore: 2 },
  'add-crime-number': { hours: 72, remindHoursBefore: 12 },
};

/** An officer who said when they will ask again is held to that, within the promise's own 24 hours. */
export const LONGEST_PROMISED = 24 * HOUR;
