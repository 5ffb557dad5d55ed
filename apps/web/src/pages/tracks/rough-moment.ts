import { instantAtLocal, localDate, type Instant, type Precision } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readMoment, type MomentRaw } from '../typed-moments/typed-moment';
import type { MomentWords } from '../typed-moments/typed-moment.copy';

export type RoughMoment =
  | { readonly kind: 'moment'; readonly at: Instant; readonly precision: Precision }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

/**
 * What was typed of a moment of which perhaps only the day, the month or the year is known: the first instant of it, and
 * how exactly it is known. What is there must be right; what is left out from the end is not guessed.
 */
export function readRough<Prefix extends string>(
  fields: MomentRaw<Prefix>,
  { prefix, words, timezone }: { prefix: Prefix; words: MomentWords; timezone: string },
): RoughMoment {
  const raw: Readonly<Record<string, string>> = fields;
  const typed = (part: string) => raw[`${prefix}${part}`]?.trim() ?? '';
  if (['Day', 'Month', 'Year', 'Time'].every((part) => typed(part) === '')) return { kind: 'empty' };
  const precision = precisionOf(typed);
  if (precision === 'minute') {
    const exact = readMoment(fields, { prefix, words, timezone });
    return exact.kind === 'invalid' ? exact : { ...exact, precision };
  }
  const whole = {
    ...raw,
    [`${prefix}Day`]: precision === 'day' ? typed('Day') : '1',
    [`${prefix}Month`]: precision === 'year' ? '1' : typed('Month'),
    [`${prefix}Time`]: '12:00',
  } as unknown as MomentRaw<Prefix>;
  const read = readMoment(whole, { prefix, words, timezone });
  if (read.kind === 'invalid') return read;
  return { kind: 'moment', at: startOfDay(read.at, timezone), precision };
}

function precisionOf(typed: (part: string) => string): Precision {
  if (typed('Time') !== '') return 'minute';
  if (typed('Day') !== '') return 'day';
  return typed('Month') === '' ? 'year' : 'month';
}

/** Noon is in every day; the day began at its first instant, whatever the clocks did that night. */
function startOfDay(noon: Instant, timezone: string): Instant {
  const date = localDate(noon, timezone);
  const found = instantAtLocal({ date, time: '00:00', timezone, repeated: 'earlier', missing: 'refuse' });
  return found.kind === 'instant' ? found.at : noon;
}
