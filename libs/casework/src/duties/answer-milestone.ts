import {
  CODE_EVENTS,
  mayDo,
  type CaseId,
  type CodeEvent,
  type Instant,
  type MilestoneId,
  type TrackId,
} from '#libs/domain';
import type { Transaction } from '../ports';
import { answerCases } from './answer-cases';

/** A milestone of an investigation, as the Victims' Code sees it. */
export interface MilestoneRecorded {
  readonly caseId: CaseId;
  readonly trackId: TrackId;
  readonly milestoneId: MilestoneId;
  readonly event: CodeEvent;
  readonly happenedAt: Instant;
  /** The milestone that this one corrects: what that one opened is planned anew from this. */
  readonly supersedes: MilestoneId | null;
}

/** A milestone that turned out never to have happened. */
export type MilestoneWithdrawn = Pick<MilestoneRecorded, 'caseId' | 'trackId' | 'milestoneId'>;

/**
 * Opens what a milestone entitles the person to, and delivers what it proves: in this transaction where the desk enters it; what the police or a
 * service enter is told in this transaction and answered by the worker, for neither reads what it opens. The milestone
 * itself is saved before. A correction plans anew what the corrected milestone opened, leaves alone what was declined or
 * delivered, and takes back what the corrected milestone alone had proved. A milestone that means several events is answered once for each. Throws for an event that the
 * Code does not know, and where the milestone is not the actor's own of this transaction.
 */
export async function answerMilestone(
  tx: Transaction,
  { caseId, milestoneId, event, supersedes }: MilestoneRecorded,
): Promise<void> {
  if (!CODE_EVENTS.includes(event)) throw new Error('a milestone means an event that the Code knows');
  await tell(tx, caseId, { milestoneId, event, supersedes, withdrawn: false });
}

/** Ends what a milestone that never happened had opened and takes back what it alone had proved; the rest stays. */
export async function withdrawMilestone(
  tx: Transaction,
  { caseId, milestoneId }: MilestoneWithdrawn,
): Promise<void> {
  await tell(tx, caseId, { milestoneId, event: 'any_contact', supersedes: null, withdrawn: true });
}

async function tell(
  tx: Transaction,
  caseId: CaseId,
  told: Parameters<Transaction['duties']['tellOfMilestone']>[0],
): Promise<void> {
  if (!(await tx.duties.tellOfMilestone(told)))
    throw new Error('a milestone is told of in the transaction that keeps it');
  if (mayDo(tx.actor, 'keep-rights')) await answerCases(tx, [caseId]);
}
