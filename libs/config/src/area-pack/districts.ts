import type { AreaDistrict } from './area-pack';

/** The districts of one day, such as `2028-04-01`: a row counts from its first day up to the day before its last. */
export function districtsOn(
  districts: readonly AreaDistrict[],
  day: string,
): readonly { readonly code: string; readonly name: string }[] {
  return districts
    .filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to))
    .map(({ code, name }) => ({ code, name }));
}

/**
 * Every district that ever was, one entry a code under its newest name: for reading what old records say, never for
 * choosing from.
 */
export function districtsEver(
  districts: readonly AreaDistrict[],
): readonly { readonly code: string; readonly name: string }[] {
  const names = new Map(
    districts
      .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
      .map(({ code, name }) => [code, name]),
  );
  return [...names].map(([code, name]) => ({ code, name }));
}
