import type { FieldError } from '../../errors/problem';
import { momentView, type MomentView } from '../typed-moments/typed-moment.page';
import { readDate } from '../typed-moments/typed-moment';

export type DayNames<Prefix extends string> = readonly [`${Prefix}Day`, `${Prefix}Month`, `${Prefix}Year`];
export type DayRaw<Prefix extends string> = Readonly<Record<DayNames<Prefix>[number], string>>;

const NOT_A_DATE = 'Enter a real date, such as 27 3 2027';

export function dayNames<Prefix extends string>(prefix: Prefix): DayNames<Prefix> {
  return [`${prefix}Day`, `${prefix}Month`, `${prefix}Year`];
}

export function dayBlank<Prefix extends string>(prefix: Prefix): DayRaw<Prefix> {
  return Object.fromEntries(dayNames(prefix).map((name) => [name, ''])) as DayRaw<Prefix>;
}

/** A civil day as typed, `YYYY-MM-DD`; or what to put right. */
export function readDay(
  raw: Readonly<Record<string, unknown>>,
  prefix: string,
  missing: string,
): { readonly on: string | null; readonly errors: readonly FieldError[] } {
  const part = (name: string) => {
    const typed = raw[`${prefix}${name}`];
    return typeof typed === 'string' ? typed.trim() : '';
  };
  const typed = { day: part('Day'), month: part('Month'), year: part('Year') };
  const wrong = (message: string) => ({ on: null, errors: [{ field: `${prefix}Day`, message }] });
  if (Object.values(typed).every((text) => text === '')) return wrong(missing);
  const on = readDate(typed);
  return on === undefined ? wrong(NOT_A_DATE) : { on, errors: [] };
}

export function dayView(
  prefix: string,
  options: { legend: string; hint: string; raw: object; errors: readonly FieldError[] },
): MomentView {
  const raw = { ...options.raw, [`${prefix}Time`]: '', [`${prefix}Which`]: '' };
  return momentView(prefix, { ...options, raw: raw as never });
}
