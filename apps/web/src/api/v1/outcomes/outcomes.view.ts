import { ApiProperty } from '@nestjs/swagger';
import {
  isoOf,
  mayChangeKept,
  OUTCOME_ANSWERS,
  OUTCOME_MEASURES,
  outcomeChanges,
  standingScores,
  type OutcomeScore,
  type StaffActor,
} from '#libs/domain';
import { keepsToo, type CareRead } from '../cases/care-reader';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  YesNoProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

export class OutcomeScoreView {
  @IdProperty('The answer.')
  id: string;

  @CodeProperty(OUTCOME_MEASURES, 'Which measure.')
  measure: string;

  @CodeProperty(OUTCOME_ANSWERS, 'A score, or why there is none.')
  answer: string;

  @NumberProperty('The score.', 3, NULLABLE)
  score: number | null;

  @NumberProperty('The low end of the scale that it was given on.', 1)
  scaleLowest: number;

  @NumberProperty('The high end.', 5)
  scaleHighest: number;

  @InstantProperty('When the person said so.')
  happenedAt: string;

  @IdProperty('Who recorded it.')
  recordedBy: string;

  @IdProperty('Which answer it corrects.', NULLABLE)
  supersedes: string | null;

  @IdProperty('The service that keeps it; null when the desk does.', NULLABLE)
  keptBy: string | null;

  @YesNoProperty('Whether it stands: no other corrects it.', true)
  stands: boolean;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class OutcomeChangeView {
  @CodeProperty(OUTCOME_MEASURES, 'Which measure.')
  measure: string;

  @NumberProperty('How often it was scored.', 2)
  scored: number;

  @NumberProperty('The first score that stands.', 2, NULLABLE)
  first: number | null;

  @NumberProperty('The last score that stands.', 4, NULLABLE)
  last: number | null;

  @CodeProperty(['better', 'same', 'worse'], 'How it changed; null with fewer than two scores.', NULLABLE)
  direction: string | null;
}

/** How it goes for the person, as they see it. */
export class CaseOutcomesView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [OutcomeChangeView] })
  changes: OutcomeChangeView[];

  @ApiProperty({ type: [OutcomeScoreView], description: 'Corrected ones too, the earliest first.' })
  scores: OutcomeScoreView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class OutcomesRecordedView {
  @IdProperty('The case.')
  caseId: string;
}

export function caseOutcomesView(
  { caseId, keptBy }: Pick<CareRead, 'caseId' | 'keptBy'>,
  scores: readonly OutcomeScore[],
  actor: StaffActor,
): CaseOutcomesView {
  const records = keepsToo(actor, keptBy, 'record-outcomes');
  const standing = new Set(standingScores(scores).map(({ id }) => id));
  const path = `/api/v1/cases/${caseId}/outcomes`;
  return {
    caseId,
    changes: outcomeChanges(scores).map((change) => ({ ...change })),
    scores: scores.map((score) =>
      scoreView(score, {
        stands: standing.has(score.id),
        records: records && mayChangeKept({ keptBy }, score),
      }),
    ),
    availableActions: availableOf([{ action: 'record-outcomes', method: 'POST', href: path, may: records }]),
  };
}

function scoreView(
  score: OutcomeScore,
  { stands, records }: { readonly stands: boolean; readonly records: boolean },
): OutcomeScoreView {
  const { id, measure, answer, scaleLowest, scaleHighest, happenedAt, recordedBy, supersedes, keptBy } =
    score;
  return {
    id,
    measure,
    answer,
    score: score.score,
    scaleLowest,
    scaleHighest,
    happenedAt: isoOf(happenedAt),
    recordedBy,
    supersedes,
    keptBy,
    stands,
    availableActions: availableOf([
      {
        action: 'correct-outcome',
        method: 'POST',
        href: `/api/v1/outcomes/${id}/correct`,
        may: stands && records,
      },
    ]),
  };
}
