import { districtsOn, type AreaPack } from '#libs/config';
import { localDate, type Instant } from '#libs/domain';

/** How much of the year each district of a day gets: its weight and its code. */
export type DistrictShares = readonly (readonly [weight: number, code: string])[];

export function districtShares(
  { districts, timezone, sampleYear }: Pick<AreaPack, 'districts' | 'timezone' | 'sampleYear'>,
  at: Instant,
): DistrictShares {
  const there = districtsOn(districts, localDate(at, timezone));
  return there.map(({ code }) => [sampleYear.districtWeights[code] ?? 1, code] as const);
}
