import { localDate, type Instant } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import type { RecordContext } from '../support/case-form';
import { dayBlank, dayNames, dayView, readDay } from '../support/day-fields';
import { choices, type FormField } from '../support/form-fields';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { momentBlank, momentNow, momentView } from '../typed-moments/typed-moment.page';
import type { MomentWords } from '../typed-moments/typed-moment.copy';

type Raw = Readonly<Record<string, string>>;
type Found<Value> = { readonly value: Value } | { readonly errors: readonly FieldError[] };

/** One question of a form about a record: its fields, what they begin with, what was answered, and how it is drawn. */
export interface Question<Value> {
  readonly names: (name: string) => readonly string[];
  readonly blank: (name: string, context: RecordContext) => Raw;
  readonly read: (name: string, raw: Raw, context: RecordContext) => Found<Value>;
  readonly view: (
    name: string,
    drawn: { readonly raw: Raw; readonly errors: readonly FieldError[]; readonly context: RecordContext },
  ) => FormField;
}

const one = (name: string) => [name];
const empty = (name: string) => ({ [name]: '' });
const wrong = (field: string, message: string) => ({ errors: [{ field, message }] });

/** One of a list of codes. */
export function oneOf<Code extends string>(
  codes: readonly Code[],
  asked: {
    readonly legend: string;
    readonly hint?: string;
    readonly words: Readonly<Record<Code, string>>;
    readonly hints?: Readonly<Partial<Record<Code, string>>>;
    readonly missing: string;
    /** What is chosen before anybody chooses. */
    readonly start?: Code;
  },
): Question<Code> {
  const { legend, hint, words, hints, missing, start } = asked;
  return {
    names: one,
    blank: (name) => ({ [name]: start ?? '' }),
    read: (name, raw) => {
      const value = codes.find((code) => code === raw[name]);
      return value === undefined ? wrong(name, missing) : { value };
    },
    view: (name, { raw }) => ({
      type: 'radios',
      name,
      legend,
      hint,
      items: choices(codes, words, hints),
      value: raw[name] ?? '',
    }),
  };
}

/** Words; null when they may be left out and were. */
export function words(asked: {
  readonly label: string;
  readonly hint?: string;
  readonly missing: string | null;
  readonly tooLong: string;
  readonly longest: number;
  readonly lines?: boolean;
}): Question<string | null> {
  const { label, hint, missing, tooLong, longest, lines = true } = asked;
  return {
    names: one,
    blank: empty,
    read: (name, raw) => {
      const text = raw[name]?.trim() ?? '';
      if (text.length > longest) return wrong(name, tooLong);
      if (text !== '') return { value: text };
      return missing === null ? { value: null } : wrong(name, missing);
    },
    view: (name, { raw }) => ({ type: lines ? 'area' : 'line', name, label, hint, value: raw[name] ?? '' }),
  };
}

/** A whole number. */
export function wholeNumber(asked: {
  readonly label: string;
  readonly hint?: string;
  readonly missing: string;
  readonly start: (context: RecordContext) => number;
}): Question<number> {
  const { label, hint, missing, start } = asked;
  return {
    names: one,
    blank: (name, context) => ({ [name]: String(start(context)) }),
    read: (name, raw) => {
      const text = raw[name]?.trim() ?? '';
      return /^\d{1,4}$/.test(text) ? { value: Number(text) } : wrong(name, missing);
    },
    view: (name, { raw }) => ({ type: 'line', name, label, hint, value: raw[name] ?? '' }),
  };
}

/** A civil day, `YYYY-MM-DD`. */
export function day(asked: {
  readonly legend: string;
  readonly hint: string;
  readonly missing: string;
  readonly start?: (context: RecordContext) => string;
}): Question<string> {
  const { legend, hint, missing, start } = asked;
  return {
    names: dayNames,
    blank: (name, context) => {
      const [year, month, date] = start?.(context).split('-') ?? [];
      if (year === undefined || month === undefined || date === undefined) return dayBlank(name);
      return {
        [`${name}Day`]: String(Number(date)),
        [`${name}Month`]: String(Number(month)),
        [`${name}Year`]: year,
      };
    },
    read: (name, raw) => {
      const { on, errors } = readDay(raw, name, missing);
      return on === null ? { errors } : { value: on };
    },
    view: (name, { raw, errors }) => ({ type: 'date', view: dayView(name, { legend, hint, raw, errors }) }),
  };
}

/** A date and a time at the desk. */
export function moment(asked: {
  readonly legend: string;
  readonly hint: string;
  readonly words: MomentWords;
  /** `now`: what has happened; `empty`: what lies ahead. */
  readonly start: 'now' | 'empty';
}): Question<Instant> {
  const { legend, hint, words: said, start } = asked;
  return {
    names: momentNames,
    blank: (name, { now, timezone }) =>
      start === 'now' ? momentNow(name, { now, timezone }) : momentBlank(name),
    read: (name, raw, { timezone }) => {
      const found = readMoment(raw, { prefix: name, words: said, timezone });
      return found.kind === 'moment' ? { value: found.at } : { errors: found.errors };
    },
    view: (name, { raw, errors }) => ({
      type: 'moment',
      view: momentView(name, { legend, hint, raw, errors }),
    }),
  };
}

/** The civil day at the desk. */
export function todayOf({ now, timezone }: Pick<RecordContext, 'now' | 'timezone'>): string {
  return localDate(now, timezone);
}
