import { gapsIn, type Leave, type UserId } from '#libs/domain';
import { timeOfDay, dayInFull } from '../../formatting/moments';
import { nameWithIs } from '../colleagues/name-in-words';
import { ROTA } from './rota.copy';
import type { RotaRead } from './rota-reading';
import { shiftsIn, type HalfDay } from './rota-week';

export interface GridCell {
  /** What stands in the cell; empty when there is nothing to say. */
  readonly lines: readonly string[];
  /** `gap`: nobody would answer, or whoever is on call is away. */
  readonly kind: 'gap' | 'on-call' | 'leave' | 'none';
}

export interface GridRow {
  readonly name: string;
  readonly cells: readonly GridCell[];
}

export interface RotaGrid {
  readonly days: readonly { readonly name: string; readonly note: string }[];
  readonly halves: readonly string[];
  readonly gaps: GridRow;
  readonly people: readonly GridRow[];
}

/** A row a person, a column a half day; what nobody covers has a row of its own and is said in words. */
export function rotaGrid(read: RotaRead): RotaGrid {
  const { days, people, shifts, nameOf, timezone } = read;
  const halves = days.flatMap(({ morning, afternoon }) => [morning, afternoon]);
  const listed = new Set(people.map(({ userId }) => userId));
  const others = shifts.map(({ userId }) => userId).filter((userId) => !listed.has(userId));
  const rows: readonly UserId[] = [...listed, ...new Set(others)];
  return {
    days: days.map(({ date, morning }) => ({
      name: shortDay(dayInFull(morning.fromAt, timezone)),
      note: read.holidays.has(date) ? ROTA.bankHoliday : read.closedOn.has(date) ? ROTA.closed : ROTA.open,
    })),
    halves: days.flatMap(() => [ROTA.am, ROTA.pm]),
    gaps: { name: ROTA.nobody, cells: halves.map((half) => gapCell(half, read)) },
    people: rows.map((userId) => ({
      name: nameOf(userId),
      cells: halves.map((half) => personCell(half, userId, read)),
    })),
  };
}

/** "Mon 2 Mar": fourteen columns stand side by side. */
function shortDay(inFull: string): string {
  const [weekday = '', day = '', month = ''] = inFull.split(' ');
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}

function gapCell(half: HalfDay, { shifts, timezone }: RotaRead): GridCell {
  const gaps = gapsIn(half, shiftsIn(half, shifts));
  const lines = gaps.map((gap) => `${ROTA.gap}${partOf(gap, half, timezone)}`);
  return { lines, kind: gaps.length > 0 ? 'gap' : 'none' };
}

function personCell(half: HalfDay, userId: UserId, read: RotaRead): GridCell {
  const { shifts, leaves, timezone } = read;
  const on = shiftsIn(half, shifts).filter((shift) => shift.userId === userId);
  const away = leaves.filter((leave) => leave.userId === userId && touches(leave, half));
  const lines = [
    ...on.map((shift) => `${ROTA.onCall}${partOf(shift, half, timezone)}`),
    ...(away.length > 0 ? [ROTA.leave] : []),
  ];
  if (on.length > 0) return { lines, kind: away.length > 0 ? 'gap' : 'on-call' };
  return { lines, kind: away.length > 0 ? 'leave' : 'none' };
}

function touches({ fromAt, toAt }: Leave, half: HalfDay): boolean {
  return fromAt < half.toAt && half.fromAt < toAt;
}

function partOf(span: HalfDay, half: HalfDay, timezone: string): string {
  const from = span.fromAt > half.fromAt ? ` from ${timeOfDay(span.fromAt, timezone)}` : '';
  const to = span.toAt < half.toAt ? ` until ${timeOfDay(span.toAt, timezone)}` : '';
  return from + to;
}

/** Shifts of somebody who is on leave then: nobody would answer, and the rota does not mend itself. */
export function shiftsOnLeave({ shifts, leaves, nameOf, timezone }: RotaRead): readonly string[] {
  return shifts
    .filter((shift) => leaves.some((leave) => leave.userId === shift.userId && touches(leave, shift)))
    .map(({ userId, fromAt }) => ROTA.onLeaveThen(nameWithIs(nameOf(userId)), dayInFull(fromAt, timezone)));
}
