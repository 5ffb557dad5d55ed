import {
  hindranceToErase,
  type Erasure,
  type ErasureHindrance,
  type ErasureId,
  type InformationRequestId,
  type RecordStanding,
  type StaffActor,
} from '#libs/domain';
import { refuse, type Refused } from '../outcome';
import type { Ids, Transaction } from '../ports';
import { erasureEvent } from './erasure-event';

/**
 * Puts the erasure of a record before a second person. One that the schedule suggested already is taken up, so that
 * there are never two of one person.
 */
export async function openErasure(
  tx: Transaction,
  options: {
    standing: RecordStanding;
    actor: StaffActor;
    ids: Ids;
    requestId: InformationRequestId | null;
  },
): Promise<{ readonly kind: 'proposed'; readonly erasureId: ErasureId } | Refused<ErasureHindrance>> {
  const { standing, actor, ids, requestId } = options;
  const hindrance = hindranceToErase(standing);
  if (hindrance !== null) return refuse(hindrance);
  const proposed = {
    state: 'proposed',
    proposedBy: actor.userId,
    proposedAt: tx.now,
    requestId,
  } as const;
  const suggested = await tx.erasures.lockSuggested(standing.personId);
  if (suggested !== null) {
    const erasure = { ...suggested, ...proposed };
    await tx.erasures.saveDecision(erasure);
    await tx.journal.append([erasureEvent(erasure, { type: 'proposed', at: tx.now })]);
    return { kind: 'proposed', erasureId: erasure.id };
  }
  const { personId, caseId, handlingAgencyId, reference } = standing;
  const erasure: Erasure = {
    ...UNDECIDED,
    id: ids.next<ErasureId>(),
    personId,
    caseId,
    reference,
    handlingAgencyId,
    cause: 'request',
    ...proposed,
  };
  if (!(await tx.erasures.insert(erasure))) return refuse('already-proposed');
  await tx.journal.append([erasureEvent(erasure, { type: 'proposed', at: tx.now })]);
  return { kind: 'proposed', erasureId: erasure.id };
}

const UNDECIDED = {
  outcome: null,
  ruleVersion: null,
  dueOn: null,
  suggestedAt: null,
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  doneAt: null,
  revision: 1,
} as const;
