import { event, type PersonId, type StaffActor } from '#libs/domain';
import { stopDuties } from '../duties';
import type { Transaction } from '../ports';
import { saveLoss } from '../shares/lose-ground';

/**
 * What a death ends besides calls, messages, cases and requests, in the same transaction: tasks, reviews, planned and
 * booked contacts, leads, urgent pages, shares, and every duty under the Victims' Code. Only once the stop is in force.
 * Without an actor the worker does it for a record that is linked with theirs.
 */
export async function stopForDeath(
  tx: Transaction,
  { personId, actor }: { readonly personId: PersonId; readonly actor: StaffActor | null },
): Promise<void> {
  const stopped = await tx.deaths.stopAll({ personId, by: actor?.userId ?? null });
  const appointments =
    actor === null ? [] : await tx.deaths.cancelAppointments({ personId, by: actor.userId, at: tx.now });
  await tx.journal.append([
    ...stopped.map(({ kind, id, caseId, type, reason, payload }) =>
      event({ subject: { kind, id }, caseId, type, happenedAt: tx.now, reason, payload }),
    ),
    ...appointments.map(({ id, caseId }) =>
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'appointment.cancelled',
        happenedAt: tx.now,
        reason: 'died',
        payload: { appointmentId: id },
      }),
    ),
  ]);
  for (const share of await tx.shares.lockLiveOf(personId)) {
    await saveLoss(tx, share, { ...share, state: 'closed', closedAt: tx.now, closing: 'not-needed' });
  }
  for (const caseId of await tx.deaths.casesOf(personId)) await stopDuties(tx, caseId);
}
