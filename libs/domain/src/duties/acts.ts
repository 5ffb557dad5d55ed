import type { MilestoneId, UserId } from '../ids';
import type { SaidHow } from '../support';
import type { Instant } from '../time';
import { entitlementOf, openDuty, type DutyFacts } from './open';
import { promptAtOf, step, withTimer, type DutyStep } from './clock';
import type { ChosenReason, DeliveryEvidence, Duty, EarlyReason } from './duty';
import { DUTY_PROMPTED, dutyEvent } from './duty-events';

export type DutyRefusal =
  | 'in-the-future'
  | 'before-its-trigger'
  | 'already-settled'
  | 'nothing-to-confirm'
  | 'own-entry'
  | 'not-delivered'
  | 'may-not-be-declined'
  | 'time-had-run-out'
  | 'not-declined'
  | 'asked-again-already'
  | 'not-yet-due';

export type DutyChanged =
  | { readonly kind: 'changed'; readonly step: DutyStep }
  | { readonly kind: 'refused'; readonly reason: DutyRefusal };

interface By {
  /** Null where the system itself knows it: a referral that came in. */
  readonly by: UserId | null;
  readonly now: Instant;
}

const MINUTE = 60_000;

/**
 * Somebody says that it was delivered at `at`, and what they rest on. Before what opened it is refused unless a reason
 * is given, which stays with it. What this service owed and typed in after its limit counts as late until a second
 * person confirms it (P4); of another body nobody had known, so an act in time is in time.
 */
export function deliverDuty(
  duty: Duty,
  said: By & {
    readonly at: Instant;
    readonly evidence: DeliveryEvidence;
    readonly deliveredBy?: MilestoneId;
    readonly earlyReason: EarlyReason | null;
  },
): DutyChanged {
  const { at, evidence, earlyReason, by, now } = said;
  if (!['not-due', 'due', 'changed', 'missed', 'not-known'].includes(duty.state))
    return refused('already-settled');
  if (at > now) return refused('in-the-future');
  const early = at < duty.triggeredAt - (duty.triggeredAt % MINUTE);
  if (early && earlyReason === null) return refused('before-its-trigger');
  const inTime = duty.dueAt === null || at <= duty.dueAt || duty.state === 'changed';
  const typedLate = duty.dueAt !== null && now > duty.dueAt && duty.state !== 'changed';
  const claimed = inTime && typedLate && (duty.ours || duty.state === 'missed');
  return done(
    step(duty, inTime && !claimed ? 'deliver' : 'deliver-late', {
      happenedAt: at,
      reason: early ? earlyReason : null,
      more: {
        deliveredAt: at,
        evidence,
        deliveredBy: said.deliveredBy ?? null,
        earlyReason: early ? earlyReason : null,
        confirmationAwaited: claimed,
        recordedBy: by,
      },
    }),
  );
}

/** A second person confirms that a late entry tells of an act in time. */
export function confirmDelivery(duty: Duty, { by, now }: By): DutyChanged {
  if (duty.state !== 'delivered-late' || !duty.confirmationAwaited) return refused('nothing-to-confirm');
  if (duty.recordedBy === by) return refused('own-entry');
  return done(step(duty, 'confirm', { happenedAt: now, more: { confirmationAwaited: false } }));
}

/** A delivery was recorded by mistake: the duty is owed again, to the time that it had. */
export function takeBackDelivery(duty: Duty, { by, now }: By): DutyChanged {
  if (duty.state !== 'delivered' && duty.state !== 'delivered-late') return refused('not-delivered');
  const more = {
    deliveredAt: null,
    evidence: null,
    deliveredBy: null,
    earlyReason: null,
    confirmationAwaited: false,
    recordedBy: by,
  };
  const again = duty.clockStartedAt === null ? 'wait-again' : 'take-back';
  return done(step(duty, again, { happenedAt: now, more }));
}

/**
 * The person does not want it, or wants it done another way: its clock stops, and it is neither met nor missed. Said
 * after the limit had passed it takes no miss away (P4).
 */
export function declineDuty(
  duty: Duty,
  said: By & {
    readonly choice: 'declined' | 'changed';
    readonly at: Instant;
    readonly how: SaidHow;
    readonly mayDecline: boolean;
  },
): DutyChanged {
  const { choice, at, how, mayDecline, by, now } = said;
  if (!mayDecline) return refused('may-not-be-declined');
  const open =
    choice === 'declined' ? ['not-due', 'due', 'changed', 'missed', 'not-known'] : ['not-due', 'due'];
  if (!open.includes(duty.state)) return refused('already-settled');
  if (at > now) return refused('in-the-future');
  if (duty.state !== 'changed' && duty.dueAt !== null && at > duty.dueAt) return refused('time-had-run-out');
  const more = { chosenAt: at, chosenHow: how, recordedBy: by };
  return done(step(duty, choice === 'declined' ? 'decline' : 'change', { happenedAt: at, more }));
}

/** The person asks for what they had declined: a new duty, with a new clock from when they asked. */
export function askAgain(
  duty: Duty,
  { at, facts }: { readonly at: Instant; readonly facts: DutyFacts },
): DutyChanged {
  if (duty.state !== 'declined') return refused('not-declined');
  if (at > facts.around.now) return refused('in-the-future');
  if (duty.chosenAt !== null && at < duty.chosenAt) return refused('before-its-trigger');
  const later = facts.duties.some(
    (other) =>
      other.entitlementId === duty.entitlementId &&
      other.triggerId === duty.triggerId &&
      other.round > duty.round,
  );
  if (later) return refused('asked-again-already');
  const told = { id: duty.triggerId, trackId: duty.trackId, event: duty.event, happenedAt: at };
  return done(
    openDuty(entitlementOf(facts, duty), {
      told,
      round: duty.round + 1,
      codeVersion: duty.codeVersion,
      startedAt: at,
      reason: 'asked-again',
      facts,
    }),
  );
}

/** It does not apply, for a reason that is kept. A miss of this service's own stays one (P4). */
export function endDuty(
  duty: Duty,
  { reason, by, now }: By & { readonly reason: ChosenReason },
): DutyChanged {
  if (!['not-due', 'due', 'changed', 'not-known'].includes(duty.state)) return refused('already-settled');
  if (duty.ours && duty.dueAt !== null && now > duty.dueAt) return refused('time-had-run-out');
  return done(step(duty, 'end', { happenedAt: now, reason, more: { endReason: reason, recordedBy: by } }));
}

/** The person, or the body, says that it was not done in time. */
export function sayNotDelivered(duty: Duty, { by, now }: By): DutyChanged {
  const passed = duty.dueAt !== null && now > duty.dueAt;
  if (duty.state !== 'not-known' && duty.state !== 'due') return refused('already-settled');
  if (!passed) return refused('not-yet-due');
  return done(
    step(duty, 'miss', { happenedAt: duty.dueAt ?? now, reason: 'said-so', more: { recordedBy: by } }),
  );
}

/**
 * What the timer of a duty does at `now`: ahead of a limit of the person's own it asks the case's people to remind them
 * if that is safe; once a limit has passed it is a miss where this service owed it, and else not known. It happened at
 * the due instant, whenever anybody looked. Null when there is nothing to do.
 */
export function fireDuty(
  duty: Duty,
  { now, safe }: { readonly now: Instant; readonly safe: boolean },
): DutyStep | null {
  const { state, dueAt } = duty;
  if (state !== 'due' || dueAt === null) return null;
  if (now > dueAt) return step(duty, duty.ours ? 'miss' : 'lose-sight', { happenedAt: dueAt });
  const promptAt = duty.limitsThePerson && duty.promptedAt === null ? promptAtOf(duty) : null;
  if (promptAt === null || promptAt > now) return null;
  const prompted = withTimer({ ...duty, promptedAt: now, revision: duty.revision + 1 });
  const events = safe ? [dutyEvent(prompted, { type: DUTY_PROMPTED, happenedAt: now })] : [];
  return { duty: prompted, opened: false, versions: [], events };
}

/** The person has died: whatever is open ends, and nothing is alerted any more. */
export function stopForDeath(duty: Duty, now: Instant): DutyStep | null {
  if (!['not-due', 'due', 'changed'].includes(duty.state)) return null;
  const passed = duty.dueAt !== null && now > duty.dueAt && duty.state === 'due';
  if (passed) return fireDuty(duty, { now, safe: false });
  return step(duty, 'end', { happenedAt: now, reason: 'person-died', more: { endReason: 'person-died' } });
}

/** The death was recorded by mistake: what it ended runs again, to the time that it always had. */
export function restartAfterMistake(duty: Duty, now: Instant): DutyStep | null {
  if (duty.state !== 'not-applicable' || duty.endReason !== 'person-died') return null;
  const change = duty.clockStartedAt === null ? 'wait-again' : 'apply-again';
  return step(duty, change, { happenedAt: now, more: { endReason: null } });
}

function done(changed: DutyStep): DutyChanged {
  return { kind: 'changed', step: changed };
}

function refused(reason: DutyRefusal): DutyChanged {
  return { kind: 'refused', reason };
}
