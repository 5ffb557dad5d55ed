import { parseInstant, type Instant, type Reading } from '#libs/domain';
import type { Members } from './line-members';
import { CALENDAR_FIELDS } from './opening-hours.form';

export type Fields = Readonly<Record<string, unknown>>;

export type Question =
  | { readonly op: 'due'; readonly start: Instant; readonly seconds: number }
  | { readonly op: 'elapsed'; readonly from: Instant; readonly to: Instant }
  | {
      readonly op: 'working-day';
      readonly start: Instant;
      readonly days: number;
      readonly reading: Reading;
      readonly closesAt: string;
    };

type Read<Value> = { kind: 'read'; value: Value } | { kind: 'refused'; reason: string };

const OPS = ['due', 'elapsed', 'working-day'] as const;
const READINGS = ['A', 'B', 'C'] as const;

const OPTIONAL_FIELDS = ['op', 'explain', ...CALENDAR_FIELDS];

/** What each operation needs. Reading B closes with the opening hours: `closesAt` may be left out. */
const REQUIRED: Readonly<Record<Question['op'], readonly string[]>> = {
  due: ['timezone', 'schedule', 'start', 'seconds'],
  elapsed: ['timezone', 'schedule', 'start', 'end'],
  'working-day': ['timezone', 'schedule', 'start', 'days', 'reading', 'closesAt'],
};

/** Names the operation and refuses a line that lacks a field or has one too many, before anything is computed. */
export function readOp(members: Members, fields: Fields): Read<Question['op']> {
  if (!members.has('op')) return { kind: 'refused', reason: 'missing-op' };
  const op = OPS.find((known) => known === fields.op);
  if (!op) return { kind: 'refused', reason: 'unknown-op' };
  const required = REQUIRED[op];
  const missing = required.find(
    (name) => !members.has(name) && !(name === 'closesAt' && fields.reading === 'B'),
  );
  if (missing) return { kind: 'refused', reason: `missing-${kebab(missing)}` };
  for (const name of members.keys()) {
    if (!required.includes(name) && !OPTIONAL_FIELDS.includes(name))
      return { kind: 'refused', reason: 'unknown-field' };
  }
  if (members.has('explain') && typeof fields.explain !== 'boolean') {
    return { kind: 'refused', reason: 'invalid-explain' };
  }
  return { kind: 'read', value: op };
}

export function readQuestion(op: Question['op'], fields: Fields): Read<Question> {
  const start = readInstant('start', fields.start);
  if (start.kind === 'refused') return start;
  switch (op) {
    case 'due':
      return readBudget(start.value, fields.seconds);
    case 'elapsed': {
      const end = readInstant('end', fields.end);
      return end.kind === 'refused' ? end : { kind: 'read', value: { op, from: start.value, to: end.value } };
    }
    case 'working-day':
      return readWorkingDay(start.value, fields);
  }
}

function readBudget(start: Instant, seconds: unknown): Read<Question> {
  if (typeof seconds !== 'number') return { kind: 'refused', reason: 'invalid-seconds' };
  return { kind: 'read', value: { op: 'due', start, seconds } };
}

function readWorkingDay(start: Instant, fields: Fields): Read<Question> {
  const { days, closesAt = '' } = fields;
  const reading = READINGS.find((known) => known === fields.reading);
  if (!reading) return { kind: 'refused', reason: 'unknown-reading' };
  if (typeof days !== 'number') return { kind: 'refused', reason: 'invalid-days' };
  if (typeof closesAt !== 'string') return { kind: 'refused', reason: 'invalid-closes-at' };
  return { kind: 'read', value: { op: 'working-day', start, days, reading, closesAt } };
}

function readInstant(name: string, value: unknown): Read<Instant> {
  if (typeof value !== 'string') return { kind: 'refused', reason: `invalid-${name}` };
  const parsed = parseInstant(value);
  if (parsed.kind === 'instant') return { kind: 'read', value: parsed.at };
  if (parsed.reason === 'not-an-instant') return { kind: 'refused', reason: `invalid-${name}` };
  return { kind: 'refused', reason: `${name}-${parsed.reason}` };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
