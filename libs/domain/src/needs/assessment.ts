import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import type { Instant } from '../time';
import { NEED_AREAS, type NeedAnswer, type NeedArea } from './codes';

export type AssessmentId = Brand<string, 'AssessmentId'>;

/** One going through of the areas of need. It is never changed: a later one says how it is now. */
export interface NeedsAssessment {
  readonly id: AssessmentId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  /** The service that keeps it; null for the desk. */
  readonly keptBy: AgencyId | null;
  readonly answers: Readonly<Record<NeedArea, NeedAnswer>>;
  readonly assessedBy: UserId;
  /** When they spoke. */
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
}

export type NeedsRefusal = 'in-the-future' | 'nothing-answered';

/** Whether this may be recorded: it has happened, and at least one area was asked about. */
export function needsRefusal(asked: {
  readonly answers: NeedsAssessment['answers'];
  readonly happenedAt: Instant;
  readonly now: Instant;
}): NeedsRefusal | null {
  if (asked.happenedAt > asked.now) return 'in-the-future';
  return NEED_AREAS.every((area) => asked.answers[area] === 'not-asked') ? 'nothing-answered' : null;
}

/** Every area with an answer; what was left out was not asked. */
export function wholeAnswers(
  given: Readonly<Partial<Record<NeedArea, NeedAnswer>>>,
): NeedsAssessment['answers'] {
  return Object.fromEntries(
    NEED_AREAS.map((area) => [area, given[area] ?? 'not-asked']),
  ) as NeedsAssessment['answers'];
}

/**
 * How each area stands after these assessments, the latest first: the last answer that says anything. One that was not
 * asked later does not take away what was said before.
 */
export function needsNow(latestFirst: readonly NeedsAssessment[]): NeedsAssessment['answers'] {
  const said = (area: NeedArea) =>
    latestFirst.map(({ answers }) => answers[area]).find((answer) => answer !== 'not-asked');
  return wholeAnswers(
    Object.fromEntries(
      NEED_AREAS.map((area) => [area, said(area)]).filter(([, answer]) => answer !== undefined),
    ),
  );
}
