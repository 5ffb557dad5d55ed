import {
  computeDue,
  event,
  hoursUnder,
  isoOf,
  ledgerInputs,
  localDate,
  moveDeadline,
  soundCalendarOf,
  startBand,
  type Deadline,
  type Instant,
} from '#libs/domain';
import type { CaseRecord, Transaction } from '../ports';
import { adjustDeadlines } from '../contact-attempts';

/**
 * Appends a deadline version for a corrected start: same policy, same calendar, another start. The old versions stay
 * readable, and each can still be recomputed from its own row (P2).
 */
export async function moveStart(
  tx: Transaction,
  {
    caseFile,
    deadlines,
    startedAt,
  }: { caseFile: CaseRecord; deadlines: readonly Deadline[]; startedAt: Instant },
): Promise<readonly Deadline[]> {
  const report = await tx.referrals.reportOf(caseFile.referralId);
  await tx.referrals.correctReportedAt({ reportId: report.id, reportedAt: startedAt });
  const moved: Deadline[] = [];
  for (const deadline of deadlines) moved.push(await moveOne(tx, { deadline, startedAt }));
  await tx.deadlines.save(moved);
  const exceptions = await tx.exceptions.ofCase(caseFile.id);
  return adjustDeadlines(tx, { deadlines: moved, exceptions, reason: 'corrected-start' });
}

async function moveOne(
  tx: Transaction,
  { deadline, startedAt }: { deadline: Deadline; startedAt: Instant },
): Promise<Deadline> {
  const inForce = await tx.deadlines.versionInForce(deadline);
  const { calendarId, calendarVersion } = inForce.inputs;
  const calendar = await tx.policies.calendarVersion({ id: calendarId, version: calendarVersion });
  const hours = hoursUnder(inForce.inputs, calendar.hours);
  const inputs = { ...inForce.inputs, hours, startedAt };
  const due = computeDue(inputs);
  if (due.kind === 'refused') throw new Error(`no deadline can be computed: ${due.reason}`);
  const policy = await tx.policies.version({ id: deadline.policyId, version: deadline.policyVersion });
  const onCall = soundCalendarOf(policy.escalation.onCall);
  const moved = moveDeadline(deadline, { dueAt: due.at, policy, onCall, now: tx.now });
  await tx.deadlines.appendVersions([
    {
      deadlineId: moved.id,
      version: moved.version,
      dueAt: due.at,
      inputs: ledgerInputs(inputs, due.at),
      reason: 'corrected-start',
    },
  ]);
  await tx.journal.append([
    event({
      subject: { kind: 'deadline', id: moved.id },
      caseId: moved.caseId,
      type: 'deadline.moved',
      happenedAt: tx.now,
      reason: 'corrected-start',
      payload: {
        limb: moved.limb,
        version: moved.version,
        startedAt: isoOf(startedAt),
        monthOn: `${localDate(startedAt, inputs.hours.timezone).slice(0, 7)}-01`,
        ...startBand(startedAt, inputs.hours.timezone),
        dueAt: isoOf(due.at),
      },
    }),
  ]);
  return moved;
}
