import { badRequest, type FieldError } from '../errors/problem';
import { isCleanText, withoutUncleanText } from './clean-text';
import type { FormBody } from './form-body';
import { isIdempotencyKey } from './idempotency-key';

export interface FieldNames<Single extends string, List extends string> {
  readonly single: readonly Single[];
  readonly lists?: readonly List[];
}

export type Fields<Single extends string, List extends string = never> = Readonly<
  Record<Single, string> & Record<List, readonly string[]>
>;

export interface ReadFields<Single extends string, List extends string = never> {
  /** Exactly what was typed, for drawing the form again. A field that was not sent is empty. */
  readonly raw: Fields<Single, List>;
  /** Fields with characters nobody can have meant: add them to the form's own errors. */
  readonly errors: readonly FieldError[];
  /** Made when the form was drawn, so that pressing the button twice acts once. */
  readonly idempotencyKey: string;
}

const TOKENS = ['_csrf', 'idempotencyKey'];
const UNCLEAN = 'Remove any unusual characters, then type or paste this again';

/** A field the form does not have, or one sent twice, was not sent by our form: 400, not a field error. */
export function readFields<Single extends string, List extends string = never>(
  body: unknown,
  names: FieldNames<Single, List>,
): ReadFields<Single, List> {
  if (!isFormBody(body)) throw badRequest('A form was expected.');
  const lists = (names.lists ?? []).map((name) => `${name}[]`);
  refuseUnknown(body, new Set<string>([...names.single, ...lists, ...TOKENS]));
  const single = [...names.single, ...TOKENS];
  const repeated = single.find((name) => (body.get(name) ?? []).length > 1);
  if (repeated !== undefined)
    throw badRequest('The form has a field more than once.', [repeatedField(repeated)]);

  const raw = Object.fromEntries([
    ...names.single.map((name) => [name, shown(body.get(name)?.[0] ?? '')]),
    ...(names.lists ?? []).map((name) => [name, (body.get(`${name}[]`) ?? []).map(shown)]),
  ]) as Fields<Single, List>;
  return { raw, errors: uncleanFields(body), idempotencyKey: keyOf(body) };
}

function isFormBody(body: unknown): body is FormBody {
  return body instanceof Map;
}

function refuseUnknown(body: FormBody, known: ReadonlySet<string>): void {
  for (const name of body.keys()) {
    if (!known.has(name)) throw badRequest('The form has a field that this page does not ask for.');
  }
}

function repeatedField(field: string): FieldError {
  return { field, message: 'Send one answer' };
}

function uncleanFields(body: FormBody): readonly FieldError[] {
  return [...body]
    .filter(([, values]) => !values.every(isCleanText))
    .map(([name]) => ({ field: name.replace(/\[\]$/, ''), message: UNCLEAN }));
}

function shown(value: string): string {
  return isCleanText(value) ? value : withoutUncleanText(value);
}

function keyOf(body: FormBody): string {
  const key = body.get('idempotencyKey')?.[0] ?? '';
  if (!isIdempotencyKey(key)) throw badRequest('The form is missing its key. Open the page again.');
  return key;
}
