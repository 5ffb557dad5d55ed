import { mayActOn, type Act, type CaseId } from '#libs/domain';
import type { CaseRecord, Transaction } from '../ports';

/**
 * A locked case on which this actor may do this; null for one that does not exist or may not be seen: both are
 * answered alike, with a 404 (P7).
 */
export async function lockCaseFor(tx: Transaction, act: Act, id: CaseId): Promise<CaseRecord | null> {
  return allowed(tx, act, await tx.cases.lock(id));
}

export async function findCaseFor(tx: Transaction, act: Act, id: CaseId): Promise<CaseRecord | null> {
  return allowed(tx, act, await tx.cases.find(id));
}

async function allowed(tx: Transaction, act: Act, record: CaseRecord | null): Promise<CaseRecord | null> {
  if (record === null) return null;
  const referral = await tx.referrals.find(record.referralId);
  if (referral === null) return null;
  const relation = {
    handlingAgencyId: record.handlingAgencyId,
    referringAgencyId: referral.referringAgencyId,
    referringTeamId: referral.referringTeamId,
    walls: await tx.walls.binding({ caseId: record.id, personId: record.personId }),
  };
  return mayActOn(tx.actor, act, relation) ? record : null;
}
