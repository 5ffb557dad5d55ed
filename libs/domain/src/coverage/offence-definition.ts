/**
 * What a count of recorded offences counts. Counts of two definitions are never added and never stand in one table.
 * `sexual-offences`: every sexual offence that the police recorded; `sexual-offences-with-victim`: those with somebody
 * who was harmed and could be referred; `rapes`: offences of rape alone; `rape-victims`: people, not offences.
 */
export const OFFENCE_DEFINITIONS = [
  'sexual-offences-with-victim',
  'sexual-offences',
  'rapes',
  'rape-victims',
] as const;
export type OffenceDefinition = (typeof OFFENCE_DEFINITIONS)[number];

/** Referrals are of every sexual offence: only what counts offences of every kind may be set against them. */
const SET_AGAINST_REFERRALS: readonly OffenceDefinition[] = [
  'sexual-offences-with-victim',
  'sexual-offences',
];

export function countsLikeReferrals(definition: OffenceDefinition): boolean {
  return SET_AGAINST_REFERRALS.includes(definition);
}
