import {
  event,
  feedbackRefusal,
  type CaseId,
  type FeedbackId,
  type FeedbackRefusal,
  type PersonFeedback,
  type StaffActor,
} from '#libs/domain';
import { lockCareCase } from '../care/care-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface RecordFeedbackInput extends Pick<
  PersonFeedback,
  'caseId' | 'point' | 'about' | 'answers' | 'happenedAt'
> {
  /** How the person agreed to be asked; null when they did not. */
  readonly consent: PersonFeedback['consent'] | null;
}

export type RecordFeedbackOutcome =
  { readonly kind: 'recorded'; readonly caseId: CaseId } | NotFound | Refused<FeedbackRefusal>;

/** Records what somebody said of services at one point of the journey. Nobody is asked who did not agree to it. */
export class RecordFeedback {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: RecordFeedbackInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordFeedbackOutcome>> {
    return this.unitOfWork.once<RecordFeedbackOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    input: RecordFeedbackInput,
  ): Promise<RecordFeedbackOutcome> {
    const { caseId, consent, point, about, answers, happenedAt } = input;
    const caseFile = await lockCareCase(tx, 'record-feedback', caseId);
    if (caseFile === null) return NOT_FOUND;
    const wrong = feedbackRefusal({ consent, answers, happenedAt, now: tx.now });
    if (wrong !== null || consent === null) return refuse(wrong ?? 'no-consent-to-ask');
    const { personId, handlingAgencyId, keptBy } = caseFile;
    const id = this.ids.next<FeedbackId>();
    const of = { caseId, personId, handlingAgencyId, keptBy, recordedBy: actor.userId, recordedAt: tx.now };
    await tx.feedback.add({ ...of, id, point, about, consent, answers, happenedAt });
    const subject = { kind: 'feedback', id } as const;
    await tx.journal.append([
      event({
        subject,
        caseId,
        type: 'feedback.recorded',
        happenedAt,
        payload: { feedbackId: id, point, about },
      }),
    ]);
    return { kind: 'recorded', caseId };
  }
}
