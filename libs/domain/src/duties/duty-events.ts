import { event, type DomainEvent, type PayloadObject } from '../journal';
import { isoOf, type Instant } from '../time';
import type { Duty } from './duty';
import type { DutyChange } from './duty-machine';

export const DUTY_EVENT = {
  start: 'duty.started',
  wait: 'duty.waits',
  replan: 'duty.planned-anew',
  deliver: 'duty.delivered',
  'deliver-late': 'duty.delivered-late',
  confirm: 'duty.confirmed-in-time',
  miss: 'duty.missed',
  'lose-sight': 'duty.not-known',
  'run-again': 'duty.runs-again',
  'take-back': 'duty.delivery-taken-back',
  decline: 'duty.declined',
  change: 'duty.changed',
  end: 'duty.not-applicable',
  'apply-again': 'duty.applies-again',
  'wait-again': 'duty.waits-again',
} as const satisfies Readonly<Record<DutyChange, string>>;

export const DUTY_OPENED = 'duty.opened';
export const DUTY_PROMPTED = 'duty.prompted';

/**
 * What the journal says of a duty: codes and instants, and enough of them to build it again. It stands under no case, so
 * that a case's own history is not lost among its rights; those have a history of their own.
 */
export function dutyEvent(
  duty: Duty,
  told: { readonly type: string; readonly happenedAt: Instant; readonly reason?: string | null },
): DomainEvent {
  return event({
    subject: { kind: 'duty', id: duty.id },
    type: told.type,
    happenedAt: told.happenedAt,
    reason: told.reason ?? null,
    payload: payloadOf(duty),
  });
}

const maybe = (at: Instant | null) => (at === null ? null : isoOf(at));

function payloadOf(duty: Duty): PayloadObject {
  return {
    entitlement: duty.entitlementId,
    codeVersion: duty.codeVersion,
    round: duty.round,
    timing: duty.timing,
    triggerId: duty.triggerId,
    triggeredAt: isoOf(duty.triggeredAt),
    clockStartedAt: maybe(duty.clockStartedAt),
    dueAt: maybe(duty.dueAt),
    upstreamDueAt: maybe(duty.upstreamDueAt),
    deliveredAt: maybe(duty.deliveredAt),
    deliveredBy: duty.deliveredBy,
    chosenAt: maybe(duty.chosenAt),
  };
}
