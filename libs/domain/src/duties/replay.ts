import { nextState } from '../machine';
import { instant, type Instant } from '../time';
import { DUTY_EVENT, DUTY_OPENED } from './duty-events';
import { dutyMachine, type DutyChange, type DutyState } from './duty-machine';

/** What the journal alone says about a duty. */
export interface ReplayedDuty {
  readonly state: DutyState;
  readonly dueAt: Instant | null;
  readonly clockStartedAt: Instant | null;
  readonly deliveredAt: Instant | null;
}

/** An event of a duty's journal, with its payload as it was written. */
export interface DutyJournalEvent {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const CHANGE_OF = new Map<string, DutyChange>(
  Object.entries(DUTY_EVENT).map(([change, type]) => [type, change as DutyChange]),
);

/**
 * A duty built again from its events in their order, by the machine and nothing else. Throws on an event that the
 * machine refuses: a journal that cannot have happened.
 */
export function replayDuty(events: readonly DutyJournalEvent[]): ReplayedDuty {
  let state: DutyState | null = null;
  for (const { type } of events) {
    if (type === DUTY_OPENED) {
      if (state !== null) throw new Error('a duty is opened once');
      state = dutyMachine.initial;
      continue;
    }
    const change = CHANGE_OF.get(type);
    if (change === undefined) continue;
    const next: DutyState | null = state === null ? null : nextState(dutyMachine, { state, event: change });
    if (next === null) throw new Error(`a ${String(state)} duty cannot ${change}`);
    state = next;
  }
  const last = events.at(-1);
  if (state === null || last === undefined) throw new Error('a duty begins by being opened');
  const at = (name: string) => {
    const value = last.payload[name];
    return typeof value === 'string' ? instant(value) : null;
  };
  return {
    state,
    dueAt: at('dueAt'),
    clockStartedAt: at('clockStartedAt'),
    deliveredAt: at('deliveredAt'),
  };
}
