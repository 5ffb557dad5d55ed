import { event, MATCH_POLICY, type MatchReviewId, type ReferralId, type ServiceActor } from '#libs/domain';
import type { Ids, MatchCandidate, MatchReviewRecord, Transaction, UnitOfWork, Vault } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { findMatches, type FoundMatch } from './find-matches';
import { markPerson } from './mark-person';
import { openFacts } from './open-facts';

const MATCHING: ServiceActor = { kind: 'service', process: 'timers' };
/** More than these would say that the evidence is worth nothing. */
const MOST_REVIEWS = 3;

/**
 * Looks for people already known among those just referred, or of whom something new was learnt: what was learnt is
 * marked first. It runs after the referral is in, under the service's own
 * rights: nothing of it reaches whoever referred, in what is said or how long it takes (P7).
 */
export class MatchReferrals {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  /** Returns how many referrals were looked at, each alone. */
  async execute({ limit }: { readonly limit: number }): Promise<number> {
    const looked = await eachAlone(this.unitOfWork, {
      actor: MATCHING,
      kind: 'match',
      find: (tx) => tx.matches.tasks(limit),
      work: async (tx, referralId) => {
        if (!(await tx.matches.lockTask(referralId))) return;
        await this.match(tx, referralId);
        await tx.matches.endTask(referralId);
      },
    });
    await this.unitOfWork.run(MATCHING, (tx) => tx.searches.forget(tx.now));
    return looked;
  }

  private async match(tx: Transaction, referralId: ReferralId): Promise<void> {
    const subject = await tx.matches.candidateOf({ referralId });
    if (subject === null || subject.closedAt !== null) return;
    const facts = (await openFacts(this.vault, [subject])).get(subject);
    if (facts === undefined) return;
    const { personId, handlingAgencyId } = subject;
    await markPerson(tx, { vault: this.vault, personId, handlingAgencyId, facts });
    const found = await findMatches(tx, {
      vault: this.vault,
      facts,
      except: personId,
      atLeast: MATCH_POLICY.likely,
      most: MOST_REVIEWS,
    });
    for (const match of found) await this.ask(tx, subject, match);
  }

  private async ask(tx: Transaction, subject: MatchCandidate, match: FoundMatch): Promise<void> {
    const id = this.ids.next<MatchReviewId>();
    const review: MatchReviewRecord = {
      ...newerFirst(subject, match.candidate),
      id,
      score: match.score,
      evidence: match.evidence,
      policyVersion: MATCH_POLICY.version,
      foundAt: tx.now,
      foundBy: 'matching',
      state: 'waiting',
      reason: null,
      decidedBy: null,
      decidedAt: null,
      keptCaseId: null,
      revision: 1,
    };
    if (!(await tx.matches.insert(review))) return;
    const { score, evidence, policyVersion, caseId, otherCaseId } = review;
    await tx.journal.append([
      event({
        subject: { kind: 'match', id },
        type: 'match.found',
        happenedAt: tx.now,
        payload: { caseId, otherCaseId, score, evidence, policyVersion },
      }),
    ]);
  }
}

/** The person of the newer case may be known from the older one, whichever was looked at first. */
function newerFirst(one: MatchCandidate, other: MatchCandidate) {
  return one.openedAt >= other.openedAt ? pairOf(one, other) : pairOf(other, one);
}

export function pairOf(subject: MatchCandidate, other: MatchCandidate) {
  return {
    handlingAgencyId: subject.handlingAgencyId,
    caseId: subject.caseId,
    referralId: subject.referralId,
    personId: subject.personId,
    otherCaseId: other.caseId,
    otherReferralId: other.referralId,
    otherPersonId: other.personId,
  };
}
