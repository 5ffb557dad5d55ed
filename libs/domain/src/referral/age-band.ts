export const AGE_BANDS = ['under-13', '13-15', '16-17', '18-24', '25-39', '40-59', '60-plus'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

const UPPER: readonly (readonly [number, AgeBand])[] = [
  [13, 'under-13'],
  [16, '13-15'],
  [18, '16-17'],
  [25, '18-24'],
  [40, '25-39'],
  [60, '40-59'],
];

/** The band a whole number of years falls in. The bounds at 13, 16 and 18 are where rights change (law.md). */
export function ageBandOf(years: number): AgeBand {
  return UPPER.find(([below]) => years < below)?.[1] ?? '60-plus';
}

/**
 * Age in whole years on a calendar day. Someone born on 29 February comes of age on 1 March in other years
 * (Family Law Reform Act 1969 s.9 counts from the start of the anniversary; there is none on 28 February).
 */
export function ageOn({ bornOn, on }: { bornOn: string; on: string }): number {
  const [bornYear, bornRest] = [Number(bornOn.slice(0, 4)), bornOn.slice(5)];
  const [year, rest] = [Number(on.slice(0, 4)), on.slice(5)];
  return year - bornYear - (rest < bornRest ? 1 : 0);
}
