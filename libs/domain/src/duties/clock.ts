import type { DomainEvent } from '../journal';
import { nextState } from '../machine';
import { plus, SECOND, type Instant } from '../time';
import type { Entitlement } from './catalogue';
import type { CodeCalendar } from './code-calendar';
import { dutyDue, ledgerOf, limitOf, type DutyInputs, type Timing } from './due';
import type { Duty } from './duty';
import { DUTY_EVENT, dutyEvent } from './duty-events';
import { dutyMachine, type DutyChange } from './duty-machine';

/** When a person got Enhanced Rights: from the beginning, or by a grant at an instant; null while they have none. */
export type Enhanced = { readonly from: Instant | null } | null;

/** What rules about duties need besides the duty: the clock, the calendar, and whether Enhanced Rights hold. */
export interface DutyAround {
  readonly now: Instant;
  readonly enhanced: Enhanced;
  readonly calendarId: string;
  readonly calendarVersion: number;
  readonly calendar: CodeCalendar;
  readonly tzdata: string;
}

export type PlanReason =
  'opened' | 'clock-started' | 'milestone-corrected' | 'enhanced-rights' | 'asked-again';

/** A row for the ledger: appended, never changed. */
export interface DutyVersion {
  readonly version: number;
  readonly dueAt: Instant;
  readonly inputs: DutyInputs;
  readonly reason: PlanReason;
}

/** What a duty becomes, with what the journal and the ledger must say of it. */
export interface DutyStep {
  readonly duty: Duty;
  readonly opened: boolean;
  readonly versions: readonly DutyVersion[];
  readonly events: readonly DomainEvent[];
}

const PROMPT_AHEAD_SECONDS = 28 * 86_400;

/** A duty after a change that its machine allows; null when it refuses. The revision moves with it. */
export function moved(duty: Duty, change: DutyChange, more: Partial<Duty> = {}): Duty | null {
  const state = nextState(dutyMachine, { state: duty.state, event: change });
  return state === null ? null : withTimer({ ...duty, ...more, state, revision: duty.revision + 1 });
}

/** The step of one change, told at `happenedAt`. Throws where the machine refuses: whoever calls has looked. */
export function step(
  duty: Duty,
  change: DutyChange,
  told: {
    readonly happenedAt: Instant;
    readonly reason?: string | null;
    readonly more?: Partial<Duty>;
    readonly versions?: readonly DutyVersion[];
  },
): DutyStep {
  const next = moved(duty, change, told.more);
  if (next === null) throw new Error(`a ${duty.state} duty cannot ${change}`);
  const { happenedAt, reason = null, versions = [] } = told;
  const event = dutyEvent(next, { type: DUTY_EVENT[change], happenedAt, reason });
  return { duty: next, opened: false, versions, events: [event] };
}

/** Two steps of one duty as one. */
export function andThen(first: DutyStep, then: (duty: Duty) => DutyStep): DutyStep {
  const second = then(first.duty);
  return {
    duty: second.duty,
    opened: first.opened,
    versions: [...first.versions, ...second.versions],
    events: [...first.events, ...second.events],
  };
}

export function timingOf({ enhanced, now }: Pick<DutyAround, 'enhanced' | 'now'>): Timing {
  return enhanced !== null && (enhanced.from === null || enhanced.from <= now) ? 'enhanced' : 'standard';
}

/**
 * When a duty of this entitlement is due that started at `startedAt`, with the row of the ledger for it; null where it
 * has no limit in numbers.
 */
export function planned(
  entitlement: Entitlement,
  asked: {
    readonly duty: Pick<Duty, 'version' | 'codeVersion'>;
    readonly startedAt: Instant;
    readonly reason: PlanReason;
    readonly around: DutyAround;
  },
): DutyVersion | null {
  const { duty, startedAt, reason, around } = asked;
  const timing = timingOf(around);
  const limit = limitOf(entitlement, timing);
  if (limit === null) return null;
  const from = around.enhanced?.from ?? null;
  const inputs: DutyInputs = {
    startedAt,
    limit,
    timing,
    codeVersion: duty.codeVersion,
    entitlementId: entitlement.id,
    calendarId: around.calendarId,
    calendarVersion: around.calendarVersion,
    calendar: around.calendar,
    tzdata: around.tzdata,
    standard: limitOf(entitlement, 'standard'),
    grantedAt: timing === 'enhanced' && from !== null && from > startedAt ? from : null,
  };
  const dueAt = dutyDue(inputs);
  return { version: duty.version + 1, dueAt, inputs: ledgerOf(inputs, dueAt), reason };
}

/** Sets when the worker looks at a duty next: ahead of a limit of the person's own, and when a limit has passed. */
export function withTimer(duty: Duty): Duty {
  return { ...duty, nextFireAt: nextFireOf(duty) };
}

/** Half-way to a limit of the person's own, and not before its last four weeks. */
export function promptAtOf({
  clockStartedAt,
  dueAt,
}: Pick<Duty, 'clockStartedAt' | 'dueAt'>): Instant | null {
  if (clockStartedAt === null || dueAt === null) return null;
  const half = (clockStartedAt + Math.floor((dueAt - clockStartedAt) / 2 / SECOND) * SECOND) as Instant;
  const late = plus(dueAt, -PROMPT_AHEAD_SECONDS * SECOND);
  return half > late ? half : late;
}

function nextFireOf(duty: Duty): Instant | null {
  if (duty.state !== 'due' || duty.dueAt === null) return null;
  const prompt = duty.limitsThePerson && duty.promptedAt === null ? promptAtOf(duty) : null;
  return prompt ?? plus(duty.dueAt, SECOND);
}
