import { maySendToSarc, type AgencyId, type PersonId } from '#libs/domain';
import type { Transaction } from '../ports';

/** Whether this agency is the referral centre and the person, by age, may not be sent there by us alone. */
export async function sarcIsClosed(
  tx: Transaction,
  { agencyId, personId }: { agencyId: AgencyId; personId: PersonId },
): Promise<boolean> {
  if (!(await tx.ages.isSarc(agencyId))) return false;
  const band = await tx.consents.ageBandOf(personId);
  return !maySendToSarc({ band, told: await tx.safeguarding.toldAbout(personId) });
}
