import { mayDo, type StaffActor, type UserId } from '#libs/domain';
import type { Transaction } from '../ports';

/** People who answer pages: active, of the agency, and in a role that handles cases. */
export async function mayBeOnCall(tx: Transaction, actor: StaffActor, userId: UserId): Promise<boolean> {
  const person = await tx.staff.find(userId);
  if (person === null || person.agencyId !== actor.agencyId || person.state !== 'active') return false;
  const { agencyId, teamId, role } = person;
  return mayDo({ kind: 'staff', userId, agencyId, teamId, role }, 'answer-urgent-page');
}
