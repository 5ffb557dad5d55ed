import type { FieldError } from '../../errors/problem';
import { FILTER } from './filter.copy';

const KINDS: Readonly<Record<Exclude<keyof typeof FILTER.instead, 'other'>, readonly string[]>> = {
  equality: [
    'sex',
    'gender',
    'age',
    'age-band',
    'ageband',
    'ethnicity',
    'ethnic-group',
    'ethnicgroup',
    'disability',
  ],
  district: ['district', 'districts', 'area', 'place'],
};

/**
 * Why an address that asks for a cut that is no table is refused, at the field where the reader can choose another. A
 * question that is not answered must not look as if it were. Nothing where only known names are asked for.
 */
export function unknownFilter(
  given: Readonly<Record<string, unknown>>,
  { known, field }: { readonly known: readonly string[]; readonly field: string },
): readonly FieldError[] {
  const name = Object.keys(given).find((one) => !known.includes(one));
  return name === undefined ? [] : [{ field, message: filterRefused(name) }];
}

function filterRefused(given: string): string {
  const name = plain(given);
  const asked = name.toLowerCase();
  const { equality, district, other } = FILTER.instead;
  if (KINDS.equality.includes(asked)) return FILTER.cannot(name, equality);
  return FILTER.cannot(name, KINDS.district.includes(asked) ? district : other);
}

/** What was written into the address by hand is said back in letters and hyphens alone. */
function plain(name: string): string {
  return name.replaceAll(/[^a-z-]/gi, '').slice(0, 30);
}
