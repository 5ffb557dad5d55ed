import {
  CONTACT_PURPOSES,
  event,
  wordingId,
  type ConsentEntryId,
  type ConsentRecord,
  type UserId,
} from '#libs/domain';
import type { CaseRecord, Ids, Transaction } from '../ports';

/**
 * The person has told an officer that they want no contact: an answer like any other, for every way of contacting them,
 * in that officer's name. It takes back what was agreed before.
 */
export async function keepNoContact(
  tx: Transaction,
  { ids, caseFile, takenBy }: { ids: Ids; caseFile: CaseRecord; takenBy: UserId },
): Promise<void> {
  const { id: caseId, personId, referralId, handlingAgencyId } = caseFile;
  const agreed = (await tx.referrals.find(referralId))?.agreement === 'agreed';
  const records = CONTACT_PURPOSES.map((purpose): ConsentRecord => ({
    id: ids.next<ConsentEntryId>(),
    caseId,
    personId,
    decision: agreed && purpose === 'be-called' ? 'withdrawn' : 'refused',
    recipient: 'this-service',
    purpose,
    dataClass: null,
    giver: 'person',
    basis: null,
    authority: null,
    how: 'told-referrer',
    wording: wordingId(purpose),
    takenBy,
    recordedAt: tx.now,
    expiresAt: null,
  }));
  await tx.consents.append(records.map((record) => ({ ...record, handlingAgencyId })));
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseId },
      caseId,
      type: 'consent.no-contact',
      happenedAt: tx.now,
      payload: { recipient: 'this-service', purposes: [...CONTACT_PURPOSES], how: 'told-referrer' },
    }),
  ]);
}
