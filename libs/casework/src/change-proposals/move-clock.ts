import {
  event,
  isoOf,
  ledgerInputs,
  localDate,
  momentOfAct,
  moveDeadline,
  proclaim,
  soundCalendarOf,
  type Deadline,
} from '#libs/domain';
import type { HolidayAct, Transaction } from '../ports';

const REASON = 'holiday-proclaimed';

/**
 * One deadline after a bank holiday was proclaimed: moved, with a new ledger row and a journal event that its owner
 * reads on the case, or the same object when the holiday changes nothing for it. One that is due by now stays.
 */
export async function moveClock(
  tx: Transaction,
  { act, deadline, held }: { act: HolidayAct; deadline: Deadline; held: readonly Deadline[] },
): Promise<Deadline> {
  const now = momentOfAct(tx.now, held);
  if (deadline.state !== 'running' || deadline.dueAt < now) return deadline;
  const { inputs } = await tx.deadlines.versionInForce(deadline);
  if (inputs.calendarId !== act.calendarId || inputs.calendarVersion >= act.version) return deadline;
  const calendar = { id: inputs.calendarId, version: inputs.calendarVersion };
  const { hours } = await tx.policies.calendarVersion(calendar);
  const proclaimed = { calendarVersion: act.version, dates: act.dates };
  const found = proclaim(inputs, { hours, dueAt: deadline.dueAt, proclaimed });
  if (found === null) return deadline;
  const policy = await tx.policies.version({ id: deadline.policyId, version: deadline.policyVersion });
  const onCall = soundCalendarOf(policy.escalation.onCall);
  const moved = moveDeadline(deadline, { dueAt: found.dueAt, policy, onCall, now });
  await tx.deadlines.appendVersions([
    {
      deadlineId: moved.id,
      version: moved.version,
      dueAt: found.dueAt,
      inputs: ledgerInputs(found.inputs, found.dueAt),
      reason: REASON,
    },
  ]);
  await tx.journal.append([
    event({
      subject: { kind: 'deadline', id: moved.id },
      caseId: moved.caseId,
      type: 'deadline.moved',
      happenedAt: now,
      reason: REASON,
      payload: {
        limb: moved.limb,
        version: moved.version,
        startedAt: isoOf(inputs.startedAt),
        monthOn: `${localDate(inputs.startedAt, hours.timezone).slice(0, 7)}-01`,
        dueAt: isoOf(found.dueAt),
        proclaimedIn: `${act.calendarId} v${act.version}`,
      },
    }),
  ]);
  return moved;
}
