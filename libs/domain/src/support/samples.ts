import type { Brand } from '../brand';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { daysBetween, daysLater } from '../data-protection/dates';
import type { Instant } from '../time';
import { SUPPORT_CLOCKS } from './clock-policy';

export type StoredSampleId = Brand<string, 'StoredSampleId'>;

/** How it ended that samples are kept for somebody. */
export const SAMPLE_ENDS = ['with-police', 'no-longer-kept'] as const;
export type SampleEnd = (typeof SAMPLE_ENDS)[number];

/** That samples are kept for somebody, and until when: never what they are, or what they show. */
export interface StoredSample {
  readonly id: StoredSampleId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  /** Civil days at the place that keeps them, `YYYY-MM-DD`. */
  readonly takenOn: string;
  readonly keptUntil: string;
  /** Whether the person agreed to be reminded before that day. Not asked is no: some want never to hear of it. */
  readonly remind: boolean;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
  readonly ending: SampleEnd | null;
  readonly endedBy: UserId | null;
  readonly endedAt: Instant | null;
  readonly revision: number;
}

export type SampleDatesRefusal =
  'taken-in-the-future' | 'kept-until-before-taken' | 'kept-until-past' | 'kept-too-long';

/** No service keeps samples of somebody who has not reported for longer; a later year is a slip of the finger. */
const LONGEST_DAYS = 31 * 366;

/** Null when the dates can be; they are typed from what the referral centre said, for no period is published here. */
export function sampleDatesRefusal({
  takenOn,
  keptUntil,
  today,
}: {
  takenOn: string;
  keptUntil: string;
  today: string;
}): SampleDatesRefusal | null {
  if (takenOn > today) return 'taken-in-the-future';
  if (keptUntil <= takenOn) return 'kept-until-before-taken';
  if (keptUntil < today) return 'kept-until-past';
  return daysBetween(takenOn, keptUntil) > LONGEST_DAYS ? 'kept-too-long' : null;
}

/** The day on which somebody looks at them: some weeks before they go, and today when that has passed. */
export function samplesReviewOn({ keptUntil, today }: { keptUntil: string; today: string }): string {
  const on = daysLater(keptUntil, -SUPPORT_CLOCKS.samplesLeadDays) ?? today;
  return on < today ? today : on;
}
