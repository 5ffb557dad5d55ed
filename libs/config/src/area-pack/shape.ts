import { parseDate } from '#libs/domain';
import type { PackPlace } from './pack-faults';

/** Turns a value of a JSON file into what the program works with, or leaves what is wrong with it at its place. */
export type Shape<Value> = (value: unknown, at: PackPlace) => Value | undefined;
export type ValueOf<Of> = Of extends Shape<infer Value> ? Value : never;

/** A list as the file has it: undefined only where a value was wrong, so that the rest is looked at too. */
export const listOf =
  <Value>(one: Shape<Value>, { atLeast = 0 }: { atLeast?: number } = {}): Shape<readonly Value[]> =>
  (value, at) => {
    if (!Array.isArray(value)) return at.fault('is not a list', 'Write a list in square brackets');
    if (value.length < atLeast)
      return at.fault(`has ${value.length} entries`, `Give at least ${atLeast}: nothing works without`);
    const read = value.map((entry, index) => one(entry, at.at(index)));
    return read.some((entry) => entry === undefined) ? undefined : (read as Value[]);
  };

/** An object with these fields and no others; `$comment` may stand anywhere and says why. */
export const record =
  <Fields extends Readonly<Record<string, Shape<unknown>>>>(
    fields: Fields,
  ): Shape<{ readonly [Name in keyof Fields]: ValueOf<Fields[Name]> }> =>
  (value, at) => {
    if (!isObject(value)) return at.fault('is not an object', 'Write its fields in curly brackets');
    const unknown = Object.keys(value).filter((name) => name !== '$comment' && !(name in fields));
    for (const name of unknown)
      at.at(name).fault('is not a field here', `Take it out, or correct it to one of ${allOf(fields)}`);
    const entries = Object.entries(fields).map(
      ([name, shape]) => [name, shape(value[name], at.at(name))] as const,
    );
    const whole = unknown.length === 0 && entries.every(([, read]) => read !== undefined);
    return whole ? (Object.fromEntries(entries) as never) : undefined;
  };

/** Another word for "left out": the value takes its place. */
export const orElse =
  <Value, Instead>(shape: Shape<Value>, instead: Instead): Shape<Value | Instead> =>
  (value, at) =>
    value === undefined ? instead : shape(value, at);

export const nullable =
  <Value>(shape: Shape<Value>): Shape<Value | null> =>
  (value, at) =>
    value === null ? null : shape(value, at);

export const text =
  <Value extends string = string>(pattern = /\S/, what = 'a text that says something'): Shape<Value> =>
  (value, at) => {
    if (typeof value === 'string' && pattern.test(value)) return value as Value;
    return at.fault(`${shown(value)} is not ${what}`, `Write ${what}`);
  };

export const oneOf =
  <const Values extends readonly string[]>(values: Values): Shape<Values[number]> =>
  (value, at) =>
    typeof value === 'string' && values.includes(value)
      ? value
      : at.fault(`${shown(value)} is not known here`, `Write one of ${values.join(', ')}`);

export const number =
  ({ from, whole = false }: { from: number; whole?: boolean }): Shape<number> =>
  (value, at) => {
    if (typeof value === 'number' && value >= from && (!whole || Number.isInteger(value))) return value;
    const what = `a ${whole ? 'whole ' : ''}number from ${from} on`;
    return at.fault(`${shown(value)} is not ${what}`, `Write ${what}`);
  };

export const yesOrNo: Shape<boolean> = (value, at) =>
  typeof value === 'boolean'
    ? value
    : at.fault(`${shown(value)} is neither true nor false`, 'Write true or false');

/** A calendar day, `YYYY-MM-DD`, that there is. */
export const day: Shape<string> = (value, at) =>
  typeof value === 'string' && parseDate(value) !== undefined
    ? value
    : at.fault(`${shown(value)} is not a day`, 'Write a day such as 2028-04-01');

/** A UUID, as an id of its kind. */
export const id = <Id extends string>(): Shape<Id> =>
  text<Id>(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a UUID in small letters');

export const httpsAddress: Shape<string> = text(/^https:\/\/[^\s]+$/, 'an https address');

/** Kept as it stands, for a rule of the domain that looks at it whole. */
export const anything: Shape<unknown> = (value, at) =>
  value === undefined ? at.fault('is not there', 'Add it') : value;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? 'what is left out' : JSON.stringify(value).slice(0, 60);
}

function allOf(fields: object): string {
  return Object.keys(fields).join(', ');
}
