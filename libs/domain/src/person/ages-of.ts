import { ageBandOf, type AgeBand } from '../referral/age-band';
import type { WhenBand } from '../referral/codes';
import { dateOf, parseDate } from '../time/civil-date';
import { birthdayOn, birthSpan, youngestOn, type AgeKnown } from './birth-span';

/** How many days ago it happened at most; null when it may be any time ago. */
const DAYS_AGO: Readonly<Record<WhenBand, number | null>> = {
  'within-72-hours': 3,
  'within-7-days': 7,
  'within-21-days': 21,
  'within-12-months': 366,
  'over-12-months': null,
  unknown: null,
};

/** The band at each step that law.md §7 asks for. `atIncident` is null when it may have been at any age. */
export interface AgesAtSteps {
  readonly atIncident: AgeBand | null;
  readonly atReport: AgeBand;
  readonly now: AgeBand;
}

/** The band on a day by the youngest age that the person can have. */
export function bandOn(known: AgeKnown, on: string): AgeBand {
  return ageBandOf(youngestOn(birthSpan(known), on));
}

/**
 * The band when it happened, as young as it can have been: by the earliest day that what was said allows. Null when
 * that day is not known; whoever is under 13 now was under 13 then all the same.
 */
export function bandAtIncident(
  known: AgeKnown,
  told: { when: WhenBand; reportedOn: string },
): AgeBand | null {
  const days = DAYS_AGO[told.when];
  if (days === null) return bandOn(known, told.reportedOn) === 'under-13' ? 'under-13' : null;
  const reported = parseDate(told.reportedOn);
  if (reported === undefined) throw new Error('a report is made on a date that exists');
  return bandOn(known, dateOf(reported - days));
}

/** The ages at which somebody's rights change. */
export const RULE_AGES = [13, 16, 18] as const;
export type RuleAge = (typeof RULE_AGES)[number];

/** The next birthday that changes a rule, and its date; null for an adult, and when the date of birth is not known. */
export function nextRuleChange(
  known: AgeKnown,
  on: string,
): { readonly age: RuleAge; readonly on: string } | null {
  if (known.kind !== 'born') return null;
  const age = RULE_AGES.find((years) => birthdayOn(known.bornOn, years) > on);
  return age === undefined ? null : { age, on: birthdayOn(known.bornOn, age) };
}
