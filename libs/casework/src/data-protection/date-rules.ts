import {
  localDate,
  openWait,
  stoppedOf,
  type DateRules,
  type InformationRequest,
  type PayloadObject,
} from '#libs/domain';
import type { Transaction } from '../ports';

export interface RulesInForce extends DateRules {
  readonly calendar: { readonly id: string; readonly version: number };
}

/** The bank holidays that the clocks of requests count with: those of the calendar in force. */
export async function dateRules(tx: Transaction): Promise<RulesInForce> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { id, version, hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  const { timezone, holidays, knownUntil } = hours;
  return { timezone, holidays: { holidays, knownUntil }, calendar: { id, version } };
}

/** Everything a version of a clock was worked out from, so that it can be worked out again from its row alone (P2). */
export async function addClockVersion(
  tx: Transaction,
  { request, rules }: { request: InformationRequest; rules: RulesInForce },
): Promise<void> {
  const { nextDueOn } = request;
  if (nextDueOn === null) return;
  const receivedOn = localDate(request.receivedAt, rules.timezone);
  const inputs: PayloadObject = {
    kind: request.kind,
    receivedOn,
    timezone: rules.timezone,
    tzdata: tx.policies.tzdata,
    stopped: stoppedOf(request, rules.timezone).map(({ fromOn, untilOn }) => ({ fromOn, untilOn })),
    waiting: openWait(request) !== null,
    extended: request.extendedAt !== null,
    acknowledgedOn:
      request.acknowledgedAt === null ? null : localDate(request.acknowledgedAt, rules.timezone),
    calendar: { ...rules.calendar },
    holidays: rules.holidays.holidays.filter((on) => on >= receivedOn && on <= nextDueOn),
  };
  await tx.informationRequests.addClock({ request, inputs, at: tx.now });
}
