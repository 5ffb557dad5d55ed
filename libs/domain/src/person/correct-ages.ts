import type { AgeBand } from '../referral/age-band';
import type { WhenBand } from '../referral/codes';
import { ageRules, olderBand } from './age-rules';
import { bandAtIncident, bandOn, type AgesAtSteps } from './ages-of';
import { birthSpan, type AgeKnown } from './birth-span';

/** How it came out that an age was wrong. */
export const AGE_CORRECTION_REASONS = [
  'person-said',
  'document-seen',
  'referrer-corrected',
  'typing-mistake',
] as const;
export type AgeCorrectionReason = (typeof AGE_CORRECTION_REASONS)[number];

export type AgeCorrectionRefusal = 'born-after-report' | 'born-in-the-future' | 'same-age';

export type AgesCorrected =
  | { readonly kind: 'corrected'; readonly ages: AgesAtSteps }
  | { readonly kind: 'refused'; readonly reason: AgeCorrectionRefusal };

/**
 * The bands at each step (law.md §7) for somebody whose age turns out to be another. Dates are `YYYY-MM-DD` in the
 * zone of the desk. The band now is the one of the first of this month, as a birthday never shows on its day
 * (decision 0020), and never younger than the one at the report.
 *
 * Refused when the birth lies after the report or after today, which is a slip of the pen.
 */
export function correctedAges(
  known: AgeKnown,
  { when, reportedOn, today }: { when: WhenBand; reportedOn: string; today: string },
): AgesCorrected {
  const { latest, earliest } = birthSpan(known);
  if (known.kind === 'born' && latest > today) return { kind: 'refused', reason: 'born-in-the-future' };
  if (earliest !== null && earliest > reportedOn) return { kind: 'refused', reason: 'born-after-report' };
  const atReport = bandOn(known, reportedOn);
  const firstOfMonth = `${today.slice(0, 7)}-01`;
  const now = olderBand(atReport, bandOn(known, firstOfMonth));
  return {
    kind: 'corrected',
    ages: { atIncident: bandAtIncident(known, { when, reportedOn }), atReport, now },
  };
}

/**
 * Whether what somebody agreed to as an adult is in doubt: they are younger than was thought, and were under 16 at the
 * report. A correction the other way takes no doubt back: nobody asked them as the adult they were.
 */
export function doubtsConsents(
  before: { readonly atReport: AgeBand; readonly now: AgeBand },
  after: Pick<AgesAtSteps, 'atReport' | 'now'>,
): boolean {
  const younger = gotYounger(before.atReport, after.atReport) || gotYounger(before.now, after.now);
  return younger && ageRules(after.atReport).ownDecision !== 'presumed';
}

/** Whether the youngest that somebody can be has got younger: what was done for an older person is looked at again. */
export function gotYounger(before: AgeBand, after: AgeBand): boolean {
  return before !== after && olderBand(before, after) === before;
}
