import {
  event,
  sampleDatesRefusal,
  samplesReviewOn,
  type CaseId,
  type SampleDatesRefusal,
  type StaffActor,
  type StoredSample,
  type StoredSampleId,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { todayAtDesk } from './desk-day';
import { openSupportTask } from './open-support-task';

export interface RecordSamplesInput {
  readonly caseId: CaseId;
  readonly takenOn: string;
  /** As the referral centre said; no period is published for this area, so it is always typed. */
  readonly keptUntil: string;
  readonly remind: boolean;
}

export type RecordSamplesOutcome =
  | { readonly kind: 'recorded'; readonly sampleId: StoredSampleId }
  | NotFound
  | Refused<SampleDatesRefusal | 'case-closed'>;

/**
 * That the referral centre keeps samples for somebody, and until when: never what they are. Some weeks before, somebody
 * looks at it; the person is reminded only if they agreed, and then by a call that passes the safe-contact gate.
 */
export class RecordSamples {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: RecordSamplesInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordSamplesOutcome>> {
    return this.unitOfWork.once<RecordSamplesOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    { caseId, takenOn, keptUntil, remind }: RecordSamplesInput,
  ): Promise<RecordSamplesOutcome> {
    const caseFile = await lockCaseFor(tx, 'record-samples', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const today = await todayAtDesk(tx);
    const wrong = sampleDatesRefusal({ takenOn, keptUntil, today });
    if (wrong !== null) return refuse(wrong);
    const { personId, handlingAgencyId } = caseFile;
    const sample: StoredSample = {
      id: this.ids.next<StoredSampleId>(),
      caseId,
      personId,
      handlingAgencyId,
      takenOn,
      keptUntil,
      remind,
      recordedBy: actor.userId,
      recordedAt: tx.now,
      ending: null,
      endedBy: null,
      endedAt: null,
      revision: 1,
    };
    await tx.support.addSample(sample);
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'samples.recorded',
        happenedAt: tx.now,
        payload: { sampleId: sample.id, keptUntil, remind },
      }),
    ]);
    const by = { openedBy: actor.userId, ownerUserId: null };
    const about = { kind: 'sample-review', aboutId: sample.id } as const;
    const plannedOn = samplesReviewOn({ keptUntil, today });
    await openSupportTask(tx, { ...by, ...about, ids: this.ids, caseFile, plannedOn, mayContact: remind });
    return { kind: 'recorded', sampleId: sample.id };
  }
}
