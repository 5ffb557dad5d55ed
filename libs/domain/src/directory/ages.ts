import type { AgesServed } from './service';

/** Whether a service takes somebody of this age in whole years. */
export function servesAge({ from, to }: AgesServed, years: number): boolean {
  return years >= from && (to === null || years <= to);
}

/** A range of possible ages, both ends included, as ages are often known by their band alone. */
export interface AgeRange {
  readonly least: number;
  readonly most: number | null;
}

/** `some` when part of the range is served: the age must be asked before anybody is sent there. */
export function servesAges(ages: AgesServed, { least, most }: AgeRange): 'all' | 'some' | 'none' {
  const below = ages.to !== null && least > ages.to;
  const above = most !== null && most < ages.from;
  if (below || above) return 'none';
  const whole = servesAge(ages, least) && (ages.to === null || (most !== null && most <= ages.to));
  return whole ? 'all' : 'some';
}
