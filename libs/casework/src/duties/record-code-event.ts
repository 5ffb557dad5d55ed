import { DESK_EVENTS, type CaseId, type DeskEvent, type Instant, type StaffActor } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';
import { answerCases } from './answer-cases';

export interface CodeEventInput {
  readonly caseId: CaseId;
  readonly event: DeskEvent;
  readonly happenedAt: Instant;
}

export type RecordCodeEventOutcome =
  { readonly kind: 'recorded' } | NotFound | Refused<'in-the-future' | 'case-closed' | 'told-by-milestones'>;

/** Records something outside an investigation that the Code answers: a need of language, a complaint, the date of the incident. */
export class RecordCodeEvent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    { caseId, event, happenedAt }: CodeEventInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordCodeEventOutcome>> {
    return this.unitOfWork.once<RecordCodeEventOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      async (tx) => {
        const caseFile = await lockCaseFor(tx, 'keep-rights', caseId);
        if (caseFile === null) return NOT_FOUND;
        if (caseFile.closedAt !== null) return refuse('case-closed');
        if (!DESK_EVENTS.includes(event)) return refuse('told-by-milestones');
        if (happenedAt > tx.now) return refuse('in-the-future');
        const { personId, handlingAgencyId } = caseFile;
        await tx.duties.addEntry({
          entryId: this.ids.next(),
          caseId,
          personId,
          handlingAgencyId,
          trackId: null,
          milestoneId: null,
          event,
          happenedAt,
          precision: null,
          supersedes: null,
          withdrawn: false,
          referredAt: null,
          recordedBy: actor.userId,
        });
        await answerCases(tx, [caseId]);
        return { kind: 'recorded' };
      },
    );
  }
}
