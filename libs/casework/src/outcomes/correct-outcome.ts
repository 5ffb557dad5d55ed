import {
  event,
  mayChangeKept,
  outcomeRefusal,
  type CareSettings,
  type CaseId,
  type OutcomeAnswer,
  type OutcomeId,
  type OutcomeRefusal,
  type StaffActor,
} from '#libs/domain';
import { lockCareCase } from '../care/care-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { answerToCount, scoreOf } from './record-outcomes';

export interface CorrectOutcomeInput {
  readonly scoreId: OutcomeId;
  readonly answer: OutcomeAnswer;
  readonly score: number | null;
}

export type CorrectOutcomeOutcome =
  | { readonly kind: 'corrected'; readonly caseId: CaseId; readonly scoreId: OutcomeId }
  | NotFound
  | Refused<OutcomeRefusal | 'corrected-already'>;

/** A score that was typed wrongly: another row stands in its place, on the scale it was given on, and both stay. */
export class CorrectOutcome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly care: CareSettings,
  ) {}

  execute(
    actor: StaffActor,
    input: CorrectOutcomeInput,
    repeatable: Repeatable,
  ): Promise<Once<CorrectOutcomeOutcome>> {
    return this.unitOfWork.once<CorrectOutcomeOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'corrected' },
      (tx) => this.correct(tx, actor, input),
    );
  }

  private async correct(
    tx: Transaction,
    actor: StaffActor,
    { scoreId, answer, score }: CorrectOutcomeInput,
  ): Promise<CorrectOutcomeOutcome> {
    const wrong = await tx.outcomes.find(scoreId);
    const caseFile = wrong && (await lockCareCase(tx, 'record-outcomes', wrong.caseId));
    if (wrong === null || caseFile === null || !mayChangeKept(caseFile, wrong)) return NOT_FOUND;
    if (await tx.outcomes.isCorrected(scoreId)) return refuse('corrected-already');
    const { measure, happenedAt, scaleLowest: lowest, scaleHighest: highest, settingsVersion } = wrong;
    const given = { measure, answer, score };
    const scale = { lowest, highest };
    const refusal = outcomeRefusal({ given: [given], scale, happenedAt, now: tx.now });
    if (refusal !== null) return refuse(refusal);
    const care = { ...this.care, outcomeScale: scale, version: settingsVersion };
    const id = this.ids.next<OutcomeId>();
    const right = scoreOf({ id, given, caseFile, actor, care, happenedAt, now: tx.now, supersedes: scoreId });
    await tx.outcomes.add([right]);
    const { id: caseId } = caseFile;
    const subject = { kind: 'outcome', id } as const;
    const payload = { scoreId: id, supersedes: scoreId, answers: [answerToCount(right)] };
    await tx.journal.append([
      event({ subject, caseId, type: 'outcomes.corrected', happenedAt: tx.now, payload }),
    ]);
    return { kind: 'corrected', caseId, scoreId: id };
  }
}
