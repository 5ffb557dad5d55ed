import type { DraftId, ReferralId, StaffActor } from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork, Vault } from '../ports';
import { SubmitReferral, type ReferralInput, type SubmitOutcome } from '../referrals';
import { findOpenDraft, type DraftSent } from './draft-access';

export type DraftSubmitted = Once<SubmitOutcome> | DraftSent | NotFound | Refused<'changed-elsewhere'>;

export interface DraftSubmission {
  readonly draftId: DraftId;
  /** The revision that the check page was drawn from: what is sent is what was read. */
  readonly basedOn: number;
  readonly input: ReferralInput;
  /** A keyed hash of the crime number, for telling the same team of a second referral; null without one. */
  readonly crimeMark: Buffer | null;
}

/**
 * Sends a draft: the referral comes to be and the draft is gone in one transaction, so the same draft makes one
 * referral however often it is sent and from however many tabs (P11).
 */
export class SubmitDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    submission: DraftSubmission,
    repeatable: Repeatable,
  ): Promise<DraftSubmitted> {
    const work = new EndingDraft(this.unitOfWork, submission);
    try {
      return await new SubmitReferral(work, this.vault, this.ids).execute(
        actor,
        submission.input,
        repeatable,
      );
    } catch (error) {
      if (error instanceof DraftHasEnded) return error.answer;
      throw error;
    }
  }
}

/** The unit of work of a referral that ends its draft in the same transaction. */
class EndingDraft implements UnitOfWork {
  constructor(
    private readonly inner: UnitOfWork,
    private readonly submission: Pick<DraftSubmission, 'draftId' | 'basedOn' | 'crimeMark'>,
  ) {}

  run: UnitOfWork['run'] = (actor, work) => this.inner.run(actor, work);

  once: UnitOfWork['once'] = (request, work) =>
    this.inner.once(request, async (tx) => {
      const draft = await this.lock(tx);
      const result = await work(tx);
      const referralId = referralIdOf(result);
      if (referralId === null) return result;
      await tx.drafts.end({ ...draft, state: 'sent', referralId, changedAt: tx.now });
      // The team that sends, as the mark itself: the author may have changed teams since the draft was begun.
      const teamId = tx.actor.kind === 'staff' ? tx.actor.teamId : null;
      const mark = this.submission.crimeMark;
      if (mark !== null && teamId !== null) await tx.drafts.markCrime({ teamId, mark, referralId });
      return result;
    });

  private async lock(tx: Transaction) {
    const { draftId, basedOn } = this.submission;
    const found = await findOpenDraft(tx, draftId);
    if (found.kind !== 'open') throw new DraftHasEnded(found.kind === 'sent' ? found : NOT_FOUND);
    if (found.draft.revision !== basedOn) throw new DraftHasEnded(refuse('changed-elsewhere'));
    return found.draft;
  }
}

/** Leaves the transaction without a trace; never seen outside this file. */
class DraftHasEnded extends Error {
  constructor(readonly answer: DraftSent | NotFound | Refused<'changed-elsewhere'>) {
    super(answer.kind);
  }
}

function referralIdOf(result: object): ReferralId | null {
  return 'referralId' in result ? (result.referralId as ReferralId) : null;
}
