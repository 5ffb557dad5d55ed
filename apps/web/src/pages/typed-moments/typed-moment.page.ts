import { localDateTime, type Instant } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields, type WrongFields } from '../form-acts/wrong-fields';
import { asksWhich, type MomentRaw } from './typed-moment';
import { WHICH } from './typed-moment.copy';

/** Drawn by `momentFields` in typed-moment.njk. */
export interface MomentView {
  readonly prefix: string;
  readonly legend: string;
  readonly hint: string;
  readonly values: Readonly<Record<'day' | 'month' | 'year' | 'time' | 'which', string>>;
  readonly wrong: WrongFields;
  readonly which: typeof WHICH | null;
}

export function momentView<Prefix extends string>(
  prefix: Prefix,
  options: { legend: string; hint: string; raw: MomentRaw<Prefix>; errors: readonly FieldError[] },
): MomentView {
  const { legend, hint, errors } = options;
  const raw: Readonly<Record<string, string>> = options.raw;
  const value = (part: string) => raw[`${prefix}${part}`] ?? '';
  return {
    prefix,
    legend,
    hint,
    values: {
      day: value('Day'),
      month: value('Month'),
      year: value('Year'),
      time: value('Time'),
      which: value('Which'),
    },
    wrong: wrongFields(errors),
    which: asksWhich(errors, raw, prefix) ? WHICH : null,
  };
}

/** A form opens with the time it is now: the usual answer costs nothing. */
export function momentNow<Prefix extends string>(
  prefix: Prefix,
  { now, timezone }: { now: Instant; timezone: string },
): MomentRaw<Prefix> {
  const wall = localDateTime(now, timezone);
  return {
    [`${prefix}Day`]: String(wall.day),
    [`${prefix}Month`]: String(wall.month),
    [`${prefix}Year`]: String(wall.year),
    [`${prefix}Time`]: wall.time.slice(0, 5),
    [`${prefix}Which`]: '',
  } as MomentRaw<Prefix>;
}

export function momentBlank<Prefix extends string>(prefix: Prefix): MomentRaw<Prefix> {
  const parts = ['Day', 'Month', 'Year', 'Time', 'Which'];
  return Object.fromEntries(parts.map((part) => [`${prefix}${part}`, ''])) as MomentRaw<Prefix>;
}
