import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { resolved, type Schema } from '../../api/support/matches-schema';

interface Bounded extends Schema {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** What the description of the API says may be sent; as likely as not refused by a rule all the same. */
export function soundValue(document: OpenAPIObject, described: Schema): fc.Arbitrary<unknown> {
  const schema: Bounded = resolved(document, described);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => soundValue(document, one)));
  if (schema.allOf !== undefined)
    return fc
      .tuple(...schema.allOf.map((one) => soundValue(document, one)))
      .map((parts) => Object.assign({}, ...parts) as unknown);
  const type = [schema.type ?? 'object'].flat()[0];
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(
        exampleOf(schema),
        fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 500 }),
      );
    case 'number':
      return fc.oneof(exampleOf(schema), fc.integer({ min: 0, max: 500 }));
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(soundValue(document, schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(3, schema.maxItems ?? 3)),
      });
    case 'object':
      return soundRecord(document, schema);
    default:
      return soundText(schema);
  }
}

function exampleOf({ example }: Schema): fc.Arbitrary<unknown> {
  return fc.constant(example ?? 1);
}

function soundText({ format, example }: Bounded): fc.Arbitrary<unknown> {
  const shown = fc.constant(example ?? 'Sample words');
  if (format === 'uuid') return fc.oneof(shown, fc.uuid());
  if (format === 'date') return fc.oneof(shown, fc.constantFrom('2026-08-31', '2026-09-02', '1990-02-28'));
  if (format === 'date-time')
    return fc.oneof(shown, fc.constantFrom('2026-09-01T10:00:00Z', '2026-09-02T09:30:00+01:00'));
  return fc.oneof({ weight: 3, arbitrary: shown }, { weight: 1, arbitrary: fc.string({ maxLength: 40 }) });
}

function soundRecord(document: OpenAPIObject, { properties = {}, required = [] }: Schema) {
  const parts = Object.entries(properties).map(
    ([key, property]) => [key, soundValue(document, property)] as const,
  );
  return fc.record(Object.fromEntries(parts), {
    requiredKeys: parts.map(([key]) => key).filter((key) => required.includes(key)),
  });
}

/** Values that break what reads them carelessly. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  'false',
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066',
  '\u{1f469}\u200d\u{1f680}'.repeat(50),
  'x'.repeat(5_000),
  "'; drop table app.journal; --",
  '%00%ff',
  '../../../../etc/passwd',
  '{{7*7}}${7*7}<%= 7*7 %>',
  '<script>alert(1)</script>',
  '=cmd|calc!A1',
  '2026-02-30',
  '2026-02-30T10:00:00Z',
  '9999-12-31T23:59:59.999Z',
  'infinity',
  '00000000-0000-0000-0000-000000000000',
  [],
  [[]],
  [null],
  {},
  { $ne: 1 },
  { length: 1e9 },
  Array.from({ length: 300 }, (_, index) => index),
];

const hostileValue = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE_VALUES) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.anything({ maxDepth: 2 }) },
);

const RAW_BODIES = [
  '{',
  '[]',
  '"text"',
  'null',
  '{"__proto__":{"role":"administrator"}}',
  '{"constructor":{"prototype":{"role":"administrator"}}}',
  '{"reason":"a","reason":"b"}',
  `${'{"a":'.repeat(25)}1${'}'.repeat(25)}`,
  '{"revision":9007199254740993}',
  '{"isAdmin":true}',
];

/** The text of a body: sound, sound but for one part, or nothing that was ever described. */
export function bodyText(document: OpenAPIObject, schema: Schema | null): fc.Arbitrary<string> {
  const raw = fc.constantFrom(...RAW_BODIES);
  const sound = schema === null ? fc.constant<unknown>({}) : soundValue(document, schema);
  const spoilt = fc.tuple(sound, fc.nat(), hostileValue).map(([value, at, bad]) => spoil(value, at, bad));
  const stranger = fc
    .tuple(sound, fc.string({ maxLength: 12 }), hostileValue)
    .map(([value, key, bad]) => ({ ...(value as object), [key]: bad }));
  return fc.oneof(
    { weight: 2, arbitrary: sound.map(jsonOf) },
    { weight: 6, arbitrary: spoilt.map(jsonOf) },
    { weight: 1, arbitrary: stranger.map(jsonOf) },
    { weight: 1, arbitrary: raw },
  );
}

function jsonOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part)) ?? 'null'
  );
}

/** The same value with its `at`-th part, counted through all depths, in the place of something hostile. */
function spoil(value: unknown, at: number, bad: unknown): unknown {
  if (typeof value !== 'object' || value === null) return bad;
  const keys = Object.keys(value);
  if (keys.length === 0) return bad;
  const key = keys[at % keys.length]!;
  const part = (value as Record<string, unknown>)[key];
  const deeper = typeof part === 'object' && part !== null && at % 3 !== 0;
  const put = deeper ? spoil(part, Math.floor(at / keys.length), bad) : bad;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === key ? put : one));
  return { ...value, [key]: put };
}

/** Fields of a form: what it asked for with one thing hostile, a field too many or one sent twice. */
export function formFields(
  names: readonly string[],
): fc.Arbitrary<Readonly<Record<string, string | string[]>>> {
  const text = fc.oneof(
    fc.constantFrom(...HOSTILE_VALUES.filter((one): one is string => typeof one === 'string')),
    fc.constantFrom('1', '0', 'yes', 'no', 'other', '2026', '12', '10:00'),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const value = fc.oneof(
    { weight: 8, arbitrary: text as fc.Arbitrary<string | string[]> },
    { weight: 1, arbitrary: fc.array(text, { maxLength: 4 }) },
  );
  const known = names.length === 0 ? ['revision'] : names;
  return fc.dictionary(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...known) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    ),
    value,
    { maxKeys: Math.min(12, known.length + 2) },
  );
}

/** What may stand in an address where an id or a word is expected, encoded. */
export const addressPart: fc.Arbitrary<string> = fc.oneof(
  fc.uuid(),
  fc.constantFrom('1', 'new', 'null', "1'--", '..', '%00', '%ff', 'constructor', '__proto__', 'A'.repeat(99)),
  fc
    .string({ minLength: 1, maxLength: 20 })
    .map((text) => encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, '')))
    .filter((text) => text !== ''),
);

const QUERY_NAMES = [
  'after',
  'cursor',
  'limit',
  'view',
  'order',
  'page',
  'month',
  'from',
  'to',
  'door',
  'of',
  'q',
  'kind',
];

/** A question mark and what may come after it; often nothing. */
export const queryText: fc.Arbitrary<string> = fc.oneof(
  fc.constant(''),
  fc
    .tuple(
      fc.constantFrom(...QUERY_NAMES),
      fc.oneof(
        fc.constantFrom('1', '-1', 'x', '', '%00', '%ff', 'infinity', '2026-02', "1'--", 'A'.repeat(2_000)),
        fc
          .string({ maxLength: 20 })
          .map((text) => encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, ''))),
      ),
      fc.constantFrom('', '[]', '[a]'),
    )
    .map(([name, value, list]) => `?${name}${list}=${value}`),
);
