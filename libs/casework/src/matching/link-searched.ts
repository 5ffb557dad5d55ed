import {
  event,
  MATCH_POLICY,
  scoreMatch,
  type MatchReviewId,
  type PersonLinkId,
  type PersonSearchId,
  type ReferralId,
  type StaffActor,
} from '#libs/domain';
import { refuse, type Refused } from '../outcome';
import type { Ids, MatchCandidate, MatchReviewRecord, Transaction, UnitOfWork, Vault } from '../ports';
import { lockBoth, wallsAlike } from './decide-match';
import { linkPeople } from './link-people';
import { pairOf } from './match-referrals';
import { openFacts } from './open-facts';

export type LinkSearchedOutcome =
  { readonly kind: 'linked'; readonly reviewId: MatchReviewId } | Refused<'nothing-chosen' | 'walled'>;

/**
 * The referral that followed a search is of a person whom the searcher chose there: the two are linked at once, by the
 * same rules as any match. Doing it twice is doing it once.
 */
export class LinkSearched {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    { searchId, referralId }: { readonly searchId: PersonSearchId; readonly referralId: ReferralId },
  ): Promise<LinkSearchedOutcome> {
    return this.unitOfWork.run<LinkSearchedOutcome>(actor, async (tx) => {
      const chosen = (await tx.searches.find(searchId))?.search.chosenCaseId ?? null;
      const subject = await tx.matches.candidateOf({ referralId });
      const other = chosen && (await tx.matches.candidateOf({ caseId: chosen }));
      if (subject === null || other === null || subject.caseId === other.caseId)
        return refuse('nothing-chosen');
      const pair = pairOf(subject, other);
      const cases = await lockBoth(tx, pair);
      if (cases === null) return refuse('nothing-chosen');
      const found = await tx.matches.findPair(subject.personId, other.personId);
      if (found !== null) return { kind: 'linked', reviewId: found.id };
      if (!(await wallsAlike(tx, [subject, other]))) return refuse('walled');
      return { kind: 'linked', reviewId: await this.link(tx, { actor, subject, other }) };
    });
  }

  private async link(
    tx: Transaction,
    { actor, subject, other }: { actor: StaffActor; subject: MatchCandidate; other: MatchCandidate },
  ): Promise<MatchReviewId> {
    const facts = await openFacts(this.vault, [subject, other]);
    const [ours, theirs] = [facts.get(subject), facts.get(other)];
    const context = { policy: MATCH_POLICY, sharedRoutes: new Set<string>() };
    const { score, evidence } =
      ours && theirs ? scoreMatch(ours, theirs, context) : { score: 0, evidence: [] };
    const pair = pairOf(subject, other);
    const review: MatchReviewRecord = {
      ...pair,
      id: this.ids.next<MatchReviewId>(),
      score,
      evidence,
      policyVersion: MATCH_POLICY.version,
      foundAt: tx.now,
      foundBy: 'search',
      state: 'same-person',
      reason: 'details-agree',
      decidedBy: actor.userId,
      decidedAt: tx.now,
      keptCaseId: null,
      revision: 1,
    };
    await tx.matches.insert(review);
    const { id: reviewId, handlingAgencyId, personId, otherPersonId, caseId, otherCaseId } = review;
    const by = { linkedBy: actor.userId, linkedAt: tx.now };
    const id = this.ids.next<PersonLinkId>();
    await linkPeople(tx, { id, reviewId, handlingAgencyId, personId, otherPersonId, ...by });
    await tx.journal.append([
      event({
        subject: { kind: 'match', id: reviewId },
        type: 'match.decided',
        happenedAt: tx.now,
        reason: 'details-agree',
        payload: { decision: 'same-person', caseId, otherCaseId, keptCaseId: null, score, evidence },
      }),
    ]);
    return reviewId;
  }
}
