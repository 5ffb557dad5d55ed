import {
  classesCover,
  mayDo,
  type AgencyId,
  type CareAct,
  type CaseId,
  type PersonId,
  type ReferralId,
  type StaffActor,
  type TeamId,
} from '#libs/domain';
import { findCaseFor, lockCaseFor } from '../cases/case-access';
import { subjectFoundBy } from '../cases/subject-of-case';
import type { CaseRecord, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';

/** A case as somebody keeps records of support in it. */
export interface CareCase {
  readonly id: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly referralId: ReferralId;
  readonly reference: string;
  readonly ownerTeamId: TeamId;
  /** Nothing is added any more. Support that a service has begun goes on when the desk's has ended. */
  readonly closed: boolean;
  /** The service whose record it will be; null for the desk. */
  readonly keptBy: AgencyId | null;
}

/**
 * A case in which this person may do this: the desk's own, or one that they work on at a service, as far as its classes
 * are shared on a ground that stands. Null for every other, whether or not it exists (P6, P7).
 */
export function findCareCase(tx: Transaction, act: CareAct, id: CaseId): Promise<CareCase | null> {
  return ofDeskOrService(tx, { act, id, find: findCaseFor });
}

/** As `findCareCase`; at the desk nobody else changes the case until the transaction ends. */
export function lockCareCase(tx: Transaction, act: CareAct, id: CaseId): Promise<CareCase | null> {
  return ofDeskOrService(tx, { act, id, find: lockCaseFor });
}

async function ofDeskOrService(
  tx: Transaction,
  asked: { readonly act: CareAct; readonly id: CaseId; readonly find: typeof findCaseFor },
): Promise<CareCase | null> {
  const { act, id, find } = asked;
  if (tx.actor.kind === 'staff' && mayDo(tx.actor, 'keep-shared-care')) {
    const shared = await tx.shares.workedOn(id);
    if (shared === null || !classesCover(act, shared.classes)) return null;
    const { id: caseId, personId, handlingAgencyId, referralId, reference, ownerTeamId } = shared;
    const of = { id: caseId, personId, handlingAgencyId, referralId, reference, ownerTeamId };
    return { ...of, closed: false, keptBy: tx.actor.agencyId };
  }
  const caseFile = await find(tx, act, id);
  return caseFile && careCaseOf(caseFile);
}

/** A case of the desk. */
export function careCaseOf(caseFile: CaseRecord): CareCase {
  const { id, personId, handlingAgencyId, referralId, reference, ownerTeamId, closedAt } = caseFile;
  const of = { id, personId, handlingAgencyId, referralId, reference, ownerTeamId };
  return { ...of, closed: closedAt !== null, keptBy: null };
}

/** The vault of whoever such a case is about, opened before the transaction that writes; null out of reach. */
export function subjectOfCare(
  opening: { readonly unitOfWork: UnitOfWork; readonly vault: Vault },
  { actor, act, caseId }: { readonly actor: StaffActor; readonly act: CareAct; readonly caseId: CaseId },
): Promise<SubjectVault | null> {
  return subjectFoundBy(opening, actor, async (tx) => {
    const caseFile = await findCareCase(tx, act, caseId);
    return caseFile?.personId ?? null;
  });
}
