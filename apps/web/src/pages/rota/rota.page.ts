import { gapsIn, type Instant } from '#libs/domain';
import { calendarDay, dayInFull, momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import { namesInList } from '../colleagues/name-in-words';
import type { Notice } from '../notices/notice';
import { ROTA } from './rota.copy';
import type { RotaRead } from './rota-reading';
import { addDays, shiftsIn, type HalfDay } from './rota-week';

export interface RotaCell {
  readonly lines: readonly { readonly text: string; readonly gap: boolean }[];
}

export interface RotaPage {
  readonly words: typeof ROTA;
  readonly title: string;
  readonly asAt: string;
  readonly notice: Notice | null;
  readonly urgentNow: string;
  readonly nobodyNow: boolean;
  readonly overdueNow: string;
  readonly weekName: string;
  readonly days: readonly {
    readonly name: string;
    readonly note: string | null;
    readonly morning: RotaCell;
    readonly afternoon: RotaCell;
  }[];
  readonly gaps: readonly { readonly text: string; readonly fillPath: string }[];
  readonly shifts: readonly { readonly text: string; readonly changePath: string }[];
  readonly mayKeep: boolean;
  readonly addPath: string;
  readonly paths: { readonly earlier: string; readonly later: string; readonly thisWeek: string };
}

export function rotaPage(
  read: RotaRead,
  { mayKeep, notice }: { mayKeep: boolean; notice: Notice | null },
): RotaPage {
  const { now, timezone, days, shifts, onCall, nameOf, monday } = read;
  const leads = read.people.filter(({ role }) => role === 'duty-lead').map(({ userId }) => nameOf(userId));
  const week = { fromAt: days[0]!.morning.fromAt, toAt: days[6]!.afternoon.toAt };
  const until = onCall && momentInWords(onCall.toAt, { now, timezone });
  return {
    words: ROTA,
    title: ROTA.title,
    asAt: timeOfDay(now, timezone),
    notice,
    urgentNow: onCall === null ? ROTA.nobodyNow : `${nameOf(onCall.userId)}, until ${until}`,
    nobodyNow: onCall === null,
    overdueNow: leads.length === 0 ? ROTA.noLead : namesInList(leads),
    weekName: calendarDay(monday),
    days: days.map(({ date, morning, afternoon }) => ({
      name: dayInFull(morning.fromAt, timezone).replace(/ \d{4}$/, ''),
      note: read.closedOn.has(date) ? ROTA.closed : null,
      morning: cellOf(morning, read),
      afternoon: cellOf(afternoon, read),
    })),
    gaps: gapsIn(week, shifts)
      .filter(({ toAt }) => toAt > now)
      .map(({ fromAt, toAt }) => {
        const from = Math.max(fromAt, now) as Instant;
        return {
          text: `${timeInWords(from, timezone)} to ${timeInWords(toAt, timezone)}`,
          fillPath: `/rota/shifts/new?from=${from}&to=${toAt}`,
        };
      }),
    shifts: shifts.map((shift) => ({
      text: `${nameOf(shift.userId)}: ${timeInWords(shift.fromAt, timezone)} to ${timeInWords(shift.toAt, timezone)}`,
      changePath: `/rota/shifts/${shift.id}`,
    })),
    mayKeep,
    addPath: '/rota/shifts/new',
    paths: {
      earlier: `/rota?week=${addDays(monday, -7)}`,
      later: `/rota?week=${addDays(monday, 7)}`,
      thisWeek: '/rota',
    },
  };
}

/** Who is on call in a half day, and in which part of it nobody is: gaps in words, never only by colour. */
function cellOf(half: HalfDay, { shifts, nameOf, timezone }: RotaRead): RotaCell {
  const inside = shiftsIn(half, shifts);
  const people = inside.map((span) => ({ span, who: nameOf(span.userId), gap: false }));
  const gaps = gapsIn(half, inside).map((span) => ({ span, who: ROTA.nobody as string, gap: true }));
  return {
    lines: [...people, ...gaps]
      .toSorted((a, b) => a.span.fromAt - b.span.fromAt)
      .map(({ span, who, gap }) => ({ text: `${who}${partOf(span, half, timezone)}`, gap })),
  };
}

function partOf(span: HalfDay, half: HalfDay, timezone: string): string {
  const from = span.fromAt > half.fromAt ? ` from ${timeOfDay(span.fromAt, timezone)}` : '';
  const to = span.toAt < half.toAt ? ` until ${timeOfDay(span.toAt, timezone)}` : '';
  return from + to;
}
