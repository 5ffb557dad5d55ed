import {
  equalityNow,
  EQUALITY_QUESTION_CODES,
  event,
  isEqualityAnswer,
  type CaseId,
  type EqualityAnswer,
  type EqualityEntry,
  type EqualityId,
  type EqualityQuestion,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface AnswerEqualityInput {
  readonly caseId: CaseId;
  /** What stands afterwards; a question that is left out stays as it is. */
  readonly answers: Readonly<Partial<Record<EqualityQuestion, EqualityAnswer>>>;
}

export type AnswerEqualityOutcome =
  | { readonly kind: 'answered'; readonly caseId: CaseId; readonly changed: number }
  | NotFound
  | Refused<'no-such-answer'>;

/** Keeps the equality answers that the person gave a responder, or why there is none; never as the police said. */
export class AnswerEquality {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: AnswerEqualityInput,
    repeatable: Repeatable,
  ): Promise<Once<AnswerEqualityOutcome>> {
    return this.unitOfWork.once<AnswerEqualityOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'answered' },
      (tx) => this.answer(tx, actor, input),
    );
  }

  private async answer(
    tx: Transaction,
    actor: StaffActor,
    { caseId, answers }: AnswerEqualityInput,
  ): Promise<AnswerEqualityOutcome> {
    const caseFile = await lockCaseFor(tx, 'ask-equality', caseId);
    if (caseFile === null) return NOT_FOUND;
    const given = EQUALITY_QUESTION_CODES.flatMap((question) => {
      const answer = answers[question];
      return answer === undefined ? [] : [{ question, answer }];
    });
    if (given.some(({ question, answer }) => !isEqualityAnswer(question, answer)))
      return refuse('no-such-answer');
    const now = equalityNow(await tx.equality.ofCase(caseId));
    const changed = given.filter(({ question, answer }) => now[question] !== answer);
    const { personId, handlingAgencyId } = caseFile;
    const of = { caseId, personId, handlingAgencyId, recordedBy: actor.userId, recordedAt: tx.now };
    const entries: readonly EqualityEntry[] = changed.map((one) => ({
      ...of,
      ...one,
      id: this.ids.next<EqualityId>(),
    }));
    await tx.equality.add(entries);
    if (entries.length > 0)
      await tx.journal.append([
        event({
          subject: { kind: 'case', id: caseId },
          caseId,
          type: 'equality.answered',
          happenedAt: tx.now,
          // Which were answered, and never what: the history is read by more people than may read the answers.
          payload: { questions: entries.map(({ question }) => question) },
        }),
      ]);
    return { kind: 'answered', caseId, changed: entries.length };
  }
}
