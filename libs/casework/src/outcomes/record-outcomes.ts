import {
  event,
  isoOf,
  outcomeRefusal,
  type CareSettings,
  type CaseId,
  type Instant,
  type OutcomeGiven,
  type OutcomeId,
  type OutcomeRefusal,
  type OutcomeScore,
  type PayloadObject,
  type StaffActor,
} from '#libs/domain';
import { lockCareCase, type CareCase } from '../care/care-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';

export interface RecordOutcomesInput {
  readonly caseId: CaseId;
  readonly given: readonly OutcomeGiven[];
  readonly happenedAt: Instant;
}

export type RecordOutcomesOutcome =
  { readonly kind: 'recorded'; readonly scoreIds: readonly OutcomeId[] } | NotFound | Refused<OutcomeRefusal>;

/** Records what the person said of the three measures at one time; also at the very end, when the case has closed. */
export class RecordOutcomes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly care: CareSettings,
  ) {}

  execute(
    actor: StaffActor,
    input: RecordOutcomesInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordOutcomesOutcome>> {
    return this.unitOfWork.once<RecordOutcomesOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    { caseId, given, happenedAt }: RecordOutcomesInput,
  ): Promise<RecordOutcomesOutcome> {
    const caseFile = await lockCareCase(tx, 'record-outcomes', caseId);
    if (caseFile === null) return NOT_FOUND;
    const { care, ids } = this;
    const wrong = outcomeRefusal({ given, scale: care.outcomeScale, happenedAt, now: tx.now });
    if (wrong !== null) return refuse(wrong);
    const scores = given.map((one) =>
      scoreOf({ given: one, caseFile, actor, care, happenedAt, now: tx.now, id: ids.next<OutcomeId>() }),
    );
    await tx.outcomes.add(scores);
    const scoreIds = scores.map(({ id }) => id);
    const [first] = scoreIds;
    if (first === undefined) return refuse('no-measure');
    const subject = { kind: 'outcome', id: first } as const;
    const payload = { scoreIds, answers: scores.map(answerToCount) };
    await tx.journal.append([event({ subject, caseId, type: 'outcomes.recorded', happenedAt, payload })]);
    return { kind: 'recorded', scoreIds };
  }
}

/** A row of a score, under the scale that is in force. */
export function scoreOf(of: {
  readonly id: OutcomeId;
  readonly given: OutcomeGiven;
  readonly caseFile: Pick<CareCase, 'id' | 'personId' | 'handlingAgencyId' | 'keptBy'>;
  readonly actor: StaffActor;
  readonly care: CareSettings;
  readonly happenedAt: Instant;
  readonly now: Instant;
  readonly supersedes?: OutcomeId;
}): OutcomeScore {
  const { id, given, caseFile, actor, care, happenedAt, now, supersedes = null } = of;
  const { id: caseId, personId, handlingAgencyId, keptBy } = caseFile;
  return {
    id,
    caseId,
    personId,
    handlingAgencyId,
    keptBy,
    ...given,
    scaleLowest: care.outcomeScale.lowest,
    scaleHighest: care.outcomeScale.highest,
    settingsVersion: care.version,
    happenedAt,
    recordedBy: actor.userId,
    recordedAt: now,
    supersedes,
  };
}

/** What the figures hear of an answer: codes, the score and its scale. */
export function answerToCount(score: OutcomeScore): PayloadObject {
  const { id, measure, answer, score: given, scaleLowest, scaleHighest, happenedAt, supersedes } = score;
  return {
    scoreId: id,
    measure,
    answer,
    score: given,
    lowest: scaleLowest,
    highest: scaleHighest,
    at: isoOf(happenedAt),
    supersedes,
  };
}
