import type { AttemptFact } from '../contact';
import { event, type DomainEvent } from '../journal';
import { nextState } from '../machine';
import { isoOf, type Instant, type WorkingCalendar } from '../time';
import type { Deadline } from './deadline';
import { deadlineMachine, type DeadlineChange, type DeadlineState } from './deadline-machine';
import { nextFiring, fire, type AlertPlan } from './escalation';
import { judge, type Judgement } from './judge';
import type { DeadlinePolicy, Limb } from './policy';
import { settle } from './settle';

/** What a deadline becomes. `breachedAt` is set when a breach must be recorded, once for the deadline's life. */
export interface DeadlineStep {
  readonly deadline: Deadline;
  readonly breachedAt: Instant | null;
  readonly alert: AlertPlan | null;
  readonly events: readonly DomainEvent[];
}

export interface Surroundings {
  readonly policy: DeadlinePolicy;
  readonly onCall: WorkingCalendar;
  readonly now: Instant;
}

const EVENT_OF: Readonly<Record<DeadlineChange, string>> = {
  meet: 'deadline.met',
  'pass-due': 'deadline.breached',
  'do-late': 'deadline.done-late',
  'confirm-late-entry': 'deadline.met-on-confirmation',
  'correct-to-met': 'deadline.met-on-correction',
  'correct-to-missed': 'deadline.missed-on-correction',
  'correct-to-running': 'deadline.running-again',
  'find-undone': 'deadline.running-again',
  cancel: 'deadline.cancelled',
  reopen: 'deadline.running-again',
};

const KEEPS_RUNNING: readonly DeadlineState[] = ['running', 'breached'];

/** After these somebody must be told anew, whoever answered before. */
const OPENS_AGAIN: readonly DeadlineChange[] = ['correct-to-running', 'find-undone'];

/**
 * What attempts, confirmations and corrected starts make of a deadline. Noticing that the due instant has passed
 * is left to the timer, which also alerts: this step never turns a running clock into a breach on its own.
 */
export function applyAttempts(
  deadline: Deadline,
  { attempts, ...around }: Surroundings & { readonly attempts: readonly AttemptFact[] },
): DeadlineStep {
  const judgement = judge({ dueAt: deadline.dueAt, fact: around.policy.stoppedBy, attempts });
  const change = settle({ state: deadline.state, judgement, dueAt: deadline.dueAt, now: around.now });
  if (change === null || change === 'pass-due') return { deadline: withTimer(deadline, around), ...NOTHING };
  return changed(deadline, { change, judgement, around });
}

/** What the timer of a deadline does when it wakes at `now`. */
export function applyFiring(deadline: Deadline, around: Surroundings): DeadlineStep {
  const limb = limbOf(around.policy, deadline.limb);
  const { escalation } = around.policy;
  const firing = fire({ view: deadline, limb, escalation, onCall: around.onCall, now: around.now });
  const state = firing.breaches ? 'breached' : deadline.state;
  const fired: Deadline = { ...deadline, ...firing.after, state, lastFiredAt: around.now };
  return {
    deadline: withTimer(fired, around),
    breachedAt: firing.breaches ? deadline.dueAt : null,
    alert: firing.alert,
    events: firing.breaches ? [breachEvent(deadline)] : [],
  };
}

const NOTHING = { breachedAt: null, alert: null, events: [] } as const;

function changed(
  deadline: Deadline,
  { change, judgement, around }: { change: DeadlineChange; judgement: Judgement; around: Surroundings },
): DeadlineStep {
  const state = nextState(deadlineMachine, { state: deadline.state, event: change });
  if (state === null) throw new Error(`a ${deadline.state} deadline cannot ${change}`);
  const metAt = 'by' in judgement && judgement.kind !== 'claimed' ? judgement.by.happenedAt : null;
  const missed = state === 'done-late' || (state === 'met-on-confirmation' && deadline.state === 'running');
  const breachedNow = missed && (deadline.state === 'running' || change === 'correct-to-missed');
  const acknowledged = deadline.acknowledged && !OPENS_AGAIN.includes(change);
  const next = withTimer({ ...deadline, state, metAt, acknowledged }, around);
  const changeEvent = event({
    subject: { kind: 'deadline', id: deadline.id },
    caseId: deadline.caseId,
    type: EVENT_OF[change],
    happenedAt: around.now,
    payload: {
      limb: deadline.limb,
      dueAt: isoOf(deadline.dueAt),
      metAt: metAt === null ? null : isoOf(metAt),
    },
  });
  return {
    deadline: next,
    breachedAt: breachedNow ? deadline.dueAt : null,
    alert: null,
    events: breachedNow ? [breachEvent(deadline), changeEvent] : [changeEvent],
  };
}

/** A breach happened at the due instant, not when anybody noticed. */
function breachEvent(deadline: Deadline): DomainEvent {
  return event({
    subject: { kind: 'deadline', id: deadline.id },
    caseId: deadline.caseId,
    type: 'deadline.breached',
    happenedAt: deadline.dueAt,
    payload: { limb: deadline.limb, dueAt: isoOf(deadline.dueAt), binding: deadline.binding },
  });
}

/** Sets when the timer must wake next; the revision moves with it, so older wake-ups become stale. */
export function withTimer(deadline: Deadline, { policy, onCall }: Surroundings): Deadline {
  const firing = KEEPS_RUNNING.includes(deadline.state)
    ? nextFiring({
        view: deadline,
        limb: limbOf(policy, deadline.limb),
        escalation: policy.escalation,
        onCall,
        lastFiredAt: deadline.lastFiredAt,
      })
    : null;
  const nextFireAt = firing?.at ?? null;
  const nextStage = firing?.stage ?? null;
  if (nextFireAt === deadline.nextFireAt && nextStage === deadline.nextStage) return deadline;
  return { ...deadline, nextFireAt, nextStage, revision: deadline.revision + 1 };
}

export function limbOf(policy: DeadlinePolicy, id: string): Limb {
  const limb = policy.limbs.find((candidate) => candidate.id === id);
  if (!limb) throw new Error(`policy ${policy.id} version ${policy.version} has no limb ${id}`);
  return limb;
}

/** A deadline as it starts, with its first timer set; the ledger row is written beside it. */
export function startDeadline(
  seed: Pick<Deadline, 'id' | 'caseId' | 'referralId' | 'handlingAgencyId' | 'limb' | 'dueAt'>,
  around: Surroundings,
): Deadline {
  const { policy } = around;
  const bare: Deadline = {
    ...seed,
    promise: policy.promise,
    binding: seed.limb === policy.bindingLimb,
    policyId: policy.id,
    policyVersion: policy.version,
    state: 'running',
    setAt: around.now,
    adjustedDueAt: null,
    metAt: null,
    version: 1,
    revision: 0,
    warnedThrough: 0,
    repeatNo: 0,
    acknowledged: false,
    lastFiredAt: null,
    nextFireAt: null,
    nextStage: null,
  };
  return withTimer(bare, around);
}

/** Acknowledging stops the repeats; the breach stays what it is. */
export function acknowledgeDeadline(deadline: Deadline, around: Surroundings): Deadline {
  return withTimer({ ...deadline, acknowledged: true }, around);
}

/** A corrected start appends a version: the due instant moves, warnings that lie ahead again will be given. */
export function moveDeadline(
  deadline: Deadline,
  { dueAt, ...around }: Surroundings & { readonly dueAt: Instant },
): Deadline {
  const moved = {
    ...deadline,
    dueAt,
    setAt: around.now,
    version: deadline.version + 1,
    warnedThrough: 0,
    repeatNo: 0,
  };
  return withTimer(moved, around);
}
