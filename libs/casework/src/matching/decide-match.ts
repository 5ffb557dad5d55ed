import {
  decideMatch,
  event,
  sameWalls,
  type CaseId,
  type MatchDecision,
  type MatchedCase,
  type MatchReason,
  type MatchRefusal,
  type MatchReviewId,
  type PersonId,
  type PersonLinkId,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type {
  CaseRecord,
  Ids,
  MatchReviewRecord,
  Once,
  Repeatable,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';
import { wallsOf } from '../walls/walls-of';
import { endDuplicate } from './end-duplicate';
import { linkPeople } from './link-people';
import { sealNote } from './seal-note';

export interface MatchDecisionInput {
  readonly reviewId: MatchReviewId;
  readonly revision: number;
  readonly decision: MatchDecision;
  readonly reason: MatchReason;
  /** In the responder's own words; kept sealed. */
  readonly note: string | null;
}

export type DecideMatchOutcome =
  | { readonly kind: 'decided'; readonly decision: MatchDecision; readonly keptCaseId: CaseId | null }
  | NotFound
  | Stale
  | Refused<MatchRefusal | 'being-redirected' | 'record-unreadable'>;

/**
 * A responder says whether two records are of one person. One report has one contact task: the other case closes as its
 * duplicate and stands in the figures as that. Two reports of one person go on side by side, linked.
 */
export class DecideMatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: MatchDecisionInput,
    repeatable: Repeatable,
  ): Promise<Once<DecideMatchOutcome>> {
    return this.unitOfWork.once<DecideMatchOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'decided' },
      (tx) => this.decide(tx, actor, input),
    );
  }

  private async decide(
    tx: Transaction,
    actor: StaffActor,
    input: MatchDecisionInput,
  ): Promise<DecideMatchOutcome> {
    const found = await tx.matches.find(input.reviewId);
    if (found === null) return NOT_FOUND;
    const cases = await lockBoth(tx, found);
    const review = await tx.matches.lock(input.reviewId);
    if (cases === null || review === null) return NOT_FOUND;
    if (review.state === 'waiting' && review.revision !== input.revision)
      return { kind: 'stale', revision: review.revision };
    const { decision, reason } = input;
    const decided = decideMatch({
      state: review.state,
      decision,
      reason,
      cases: [await matchedCase(tx, cases[0]), await matchedCase(tx, cases[1])],
      wallsAlike: await wallsAlike(tx, cases),
    });
    if (decided.kind === 'refused') return decided;
    const { duplicate } = decided;
    if (duplicate !== null) {
      const [keep, close] = duplicate.keep === cases[0].id ? cases : [cases[1], cases[0]];
      if (!(await endDuplicate(tx, { keep, close }))) return refuse('being-redirected');
    }
    if (!(await sealNote(tx, { vault: this.vault, review, note: input.note })))
      return refuse('record-unreadable');
    const keptCaseId = duplicate?.keep ?? null;
    await tx.matches.save({
      ...review,
      state: decision,
      reason,
      keptCaseId,
      decidedBy: actor.userId,
      decidedAt: tx.now,
    });
    if (decision !== 'different-person') await this.link(tx, actor, review);
    await tx.journal.append([decisionEvent(tx, { review, decision, reason, keptCaseId })]);
    return { kind: 'decided', decision, keptCaseId };
  }

  private async link(tx: Transaction, actor: StaffActor, review: MatchReviewRecord): Promise<void> {
    const { id: reviewId, handlingAgencyId, personId, otherPersonId } = review;
    const id = this.ids.next<PersonLinkId>();
    const by = { linkedBy: actor.userId, linkedAt: tx.now };
    await linkPeople(tx, { id, reviewId, handlingAgencyId, personId, otherPersonId, ...by });
  }
}

/** Both cases of a review, locked in one order so that two people who decide wait for one another. */
export async function lockBoth(
  tx: Transaction,
  { caseId, otherCaseId }: Pick<MatchReviewRecord, 'caseId' | 'otherCaseId'>,
): Promise<readonly [CaseRecord, CaseRecord] | null> {
  const locked = new Map<CaseId, CaseRecord>();
  for (const id of [caseId, otherCaseId].toSorted()) {
    const caseFile = await lockCaseFor(tx, 'review-matches', id);
    if (caseFile !== null) locked.set(id, caseFile);
  }
  const [own, other] = [locked.get(caseId), locked.get(otherCaseId)];
  return own && other ? [own, other] : null;
}

/** Whether whoever may see one of two people may see the other. */
export async function wallsAlike(
  tx: Transaction,
  [one, other]: readonly [{ readonly personId: PersonId }, { readonly personId: PersonId }],
): Promise<boolean> {
  return sameWalls(await wallsOf(tx, one.personId), await wallsOf(tx, other.personId));
}

async function matchedCase(tx: Transaction, caseFile: CaseRecord): Promise<MatchedCase> {
  const deadlines = await tx.deadlines.lockOfCase(caseFile.id);
  const binding = deadlines.find((deadline) => deadline.binding) ?? deadlines[0];
  return {
    caseId: caseFile.id,
    openedAt: caseFile.openedAt,
    closed: caseFile.closedAt !== null,
    reached: caseFile.contactState === 'reached' || caseFile.contactState === 'not-wanted',
    dueAt: binding?.dueAt ?? caseFile.openedAt,
  };
}

function decisionEvent(
  { now }: Transaction,
  decided: {
    readonly review: MatchReviewRecord;
    readonly decision: MatchDecision;
    readonly reason: MatchReason;
    readonly keptCaseId: CaseId | null;
  },
) {
  const { review, decision, reason, keptCaseId } = decided;
  const { caseId, otherCaseId, score, evidence } = review;
  return event({
    subject: { kind: 'match', id: review.id },
    type: 'match.decided',
    happenedAt: now,
    reason,
    payload: { decision, caseId, otherCaseId, keptCaseId, score, evidence },
  });
}
