import { AGE_BANDS } from '../referral';
import { BIRTH_EVIDENCE, compareBirths, type BirthEvidence } from './compare-births';
import { compareNames, NAME_EVIDENCE, type NameEvidence } from './compare-names';
import type { IdentityFacts } from './identity-facts';
import { crimeKey } from './match-keys';

export const OTHER_EVIDENCE = [
  'same-number',
  'number-of-several-people',
  'same-crime-reference',
  'same-age-band',
  'other-age-band',
] as const;

export const MATCH_EVIDENCE = [...NAME_EVIDENCE, ...BIRTH_EVIDENCE, ...OTHER_EVIDENCE] as const;
export type MatchEvidence = NameEvidence | BirthEvidence | (typeof OTHER_EVIDENCE)[number];

/** How much each piece of evidence weighs and where the lines are: data with a version, kept beside each decision. */
export interface MatchPolicy {
  readonly version: number;
  readonly weights: Readonly<Record<MatchEvidence, number>>;
  /** From here on a responder is asked. */
  readonly likely: number;
  /** From here on a search shows a person. */
  readonly shown: number;
}

/**
 * Weights are rounded logarithms of how much likelier a piece of evidence is between records of one person than of
 * two. The bench `matching` measures recall and precision on the committed model of errors.
 */
export const MATCH_POLICY: MatchPolicy = {
  version: 1,
  weights: {
    'same-name': 6,
    'name-in-another-order': 5.5,
    'name-with-more-parts': 5,
    'short-name': 4.5,
    'name-misspelt': 4.5,
    'name-sounds-alike': 4,
    'name-by-initial': 3,
    'name-much-misspelt': 3,
    'same-single-name': 2.5,
    'part-of-name': 2,
    'one-name-in-common': 0.5,
    'other-name': -4,
    'same-birth': 7,
    'birth-day-and-month-swapped': 6,
    'birth-one-slip': 5,
    'birth-same-day-other-year': 2,
    'other-birth': -5,
    'same-number': 6,
    'number-of-several-people': 2,
    'same-crime-reference': 5,
    'same-age-band': 1,
    'other-age-band': -3,
  },
  likely: 8.5,
  shown: 4.5,
};

export interface MatchScore {
  readonly score: number;
  readonly evidence: readonly MatchEvidence[];
}

export interface MatchContext {
  readonly policy: MatchPolicy;
  /** Numbers that more than one other person uses: a family's, a hostel's, a phone handed on. */
  readonly sharedRoutes: ReadonlySet<string>;
}

/**
 * Whether two records may be of one person: the evidence by name and the sum of its weights. Says the same whichever
 * comes first, and what is unknown on either side says nothing either way.
 */
export function scoreMatch(
  one: IdentityFacts,
  other: IdentityFacts,
  { policy, sharedRoutes }: MatchContext,
): MatchScore {
  const births = compareBirths(one.bornOn, other.bornOn);
  const evidence = [
    compareNames(one.names, other.names),
    births,
    numberEvidence(one, other, sharedRoutes),
    crimeEvidence(one, other),
    births === null ? bandEvidence(one, other) : null,
  ].filter((found) => found !== null);
  return { evidence, score: weigh(evidence, policy) };
}

export function weigh(evidence: readonly MatchEvidence[], { weights }: MatchPolicy): number {
  return evidence.reduce((sum, code) => sum + weights[code], 0);
}

function numberEvidence(
  { routes }: IdentityFacts,
  other: IdentityFacts,
  sharedRoutes: ReadonlySet<string>,
): MatchEvidence | null {
  const theirs = new Set(other.routes.map((route) => route.toLowerCase()));
  const common = routes.map((route) => route.toLowerCase()).filter((route) => theirs.has(route));
  if (common.length === 0) return null;
  return common.every((route) => sharedRoutes.has(route)) ? 'number-of-several-people' : 'same-number';
}

function crimeEvidence(one: IdentityFacts, other: IdentityFacts): MatchEvidence | null {
  const crime = crimeKey(one.crimeReference);
  return crime !== '' && crime === crimeKey(other.crimeReference) ? 'same-crime-reference' : null;
}

/** People have birthdays between two referrals: the next band is no evidence against. */
function bandEvidence({ ageBand }: IdentityFacts, other: IdentityFacts): MatchEvidence | null {
  if (ageBand === null || other.ageBand === null) return null;
  const apart = Math.abs(AGE_BANDS.indexOf(ageBand) - AGE_BANDS.indexOf(other.ageBand));
  if (apart > 1) return 'other-age-band';
  return apart === 0 ? 'same-age-band' : null;
}
