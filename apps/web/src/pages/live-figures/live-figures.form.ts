import { FIGURE_SPANS, LIVE_TABLE_IDS, liveTable } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { unknownFilter } from '../figure-filters/unknown-filter';
import { figuresPath, type FiguresAsked } from './figure-address';
import { LIVE, SPAN_NAMES, TABLE_NAMES } from './live-figures.copy';

export interface FiguresChoice {
  readonly asked: FiguresAsked;
  readonly errors: readonly FieldError[];
  /** An address that works, where what was asked for is no table. */
  readonly wayOut: { readonly path: string; readonly text: string } | null;
}

const FIELDS = ['table', 'span', 'until'];

/**
 * The figures that an address asks for. Without an answer: the promise by month, over the longest span, until the newest
 * month. What is no table is refused with the table that there is.
 */
export function readFigures(
  given: Readonly<Record<string, unknown>>,
  { months }: { readonly months: readonly string[] },
): FiguresChoice {
  const newest = months[0] ?? '';
  const table = chosen(given['table'], LIVE_TABLE_IDS, 'promise-by-month');
  const span = chosen(given['span'], FIGURE_SPANS, 'twelve-months');
  const until = chosen(given['until'], months, newest);
  const errors = [
    ...(table.wrong ? [{ field: 'table', message: LIVE.wrongTable }] : []),
    ...(span.wrong ? [{ field: 'span', message: LIVE.wrongSpan }] : []),
    ...(until.wrong ? [{ field: 'until', message: LIVE.wrongUntil }] : []),
    ...unknownFilter(given, { known: FIELDS, field: 'table' }),
  ];
  const answer = liveTable(table.value, span.value);
  if (answer.kind === 'table') {
    const asked = { table: table.value, span: span.value, until: until.value };
    return { asked, errors, wayOut: errors.length === 0 ? null : wayOutOf(asked) };
  }
  const asked = { table: table.value, span: answer.instead, until: until.value };
  const message = LIVE.noSuchTable(TABLE_NAMES[table.value], SPAN_NAMES[answer.instead]);
  return { asked, errors: [...errors, { field: 'span', message }], wayOut: wayOutOf(asked) };
}

function wayOutOf(asked: FiguresAsked) {
  const text = LIVE.wayOut(TABLE_NAMES[asked.table], SPAN_NAMES[asked.span]);
  return { path: figuresPath(asked), text };
}

function chosen<Value extends string>(
  given: unknown,
  values: readonly Value[],
  usual: Value,
): { readonly value: Value; readonly wrong: boolean } {
  if (given === undefined || given === '') return { value: usual, wrong: false };
  const found = values.find((value) => value === given);
  return { value: found ?? usual, wrong: found === undefined };
}
