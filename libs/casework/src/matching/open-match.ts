import { mayDo, type IdentityFacts, type MatchReviewId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { MatchCandidate, MatchReviewRecord, Sealable, SealedRecord, UnitOfWork, Vault } from '../ports';
import { openFacts } from './open-facts';

export interface MatchSide {
  readonly candidate: MatchCandidate;
  /** Null when the person's key is gone or out of reach. */
  readonly facts: IdentityFacts | null;
}

export type MatchOpened =
  | {
      readonly kind: 'opened';
      readonly review: MatchReviewRecord;
      readonly sides: readonly [MatchSide, MatchSide];
      readonly note: string | null;
    }
  | NotFound;

/** Both people of a possible match, side by side. An access row for each is committed first (P8). */
export class OpenMatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, reviewId: MatchReviewId): Promise<MatchOpened> {
    if (!mayDo(actor, 'review-matches')) return NOT_FOUND;
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const review = await tx.matches.find(reviewId);
      if (review === null) return null;
      const own = await tx.matches.candidateOf({ caseId: review.caseId });
      const other = await tx.matches.candidateOf({ caseId: review.otherCaseId });
      if (own === null || other === null) return null;
      const seen = [own, other].map(({ personId, caseId }) => ({ personId, caseId }));
      await tx.accessLog.record(seen.map((one) => ({ ...one, what: 'identity', basis: 'match-review' })));
      const notes = await tx.safeContact.sealedOf(own.personId, [review.id]);
      return { review, own, other, note: notes.find(({ kind }) => kind === 'match-note') };
    });
    if (found === null) return NOT_FOUND;
    const { review, own, other } = found;
    const facts = await openFacts(this.vault, [own, other]);
    const side = (candidate: MatchCandidate) => ({ candidate, facts: facts.get(candidate) ?? null });
    const note = found.note ? await this.openNote(own, found.note) : null;
    return { kind: 'opened', review, sides: [side(own), side(other)], note };
  }

  private async openNote({ personId }: MatchCandidate, record: SealedRecord): Promise<string | null> {
    const subject = await this.vault.of(personId);
    if (subject.kind !== 'open') return null;
    const place = { recordId: record.recordId, kind: 'match-note' } as const;
    const opened: Sealable['match-note'] | null = subject.vault.open(place, record.sealed);
    return opened?.note ?? null;
  }
}
