import { gapsIn, type ClosureReason, type Instant, type StaffActor } from '#libs/domain';
import { mayDo } from '#libs/domain';
import { calendarDay, timeInWords, timeOfDay } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import { CLOSED_BECAUSE, ROTA } from './rota.copy';
import { rotaGrid, shiftsOnLeave } from './rota-grid.page';
import type { RotaRead } from './rota-reading';
import { addDays } from './rota-week';
import { SWAP } from './swap.copy';
import { swapViews } from './swaps.page';
import type { WhoNowView } from './who-now.page';

export function rotaPage(
  read: RotaRead,
  { actor, whoNow, notice }: { actor: StaffActor; whoNow: WhoNowView | null; notice: Notice | null },
) {
  const { now, timezone, days, shifts, nameOf, monday } = read;
  const week = { fromAt: days[0]!.morning.fromAt, toAt: days[6]!.afternoon.toAt };
  const span = (fromAt: Instant, toAt: Instant) =>
    `${timeInWords(fromAt, timezone)} to ${timeInWords(toAt, timezone)}`;
  return {
    words: ROTA,
    swapWords: SWAP,
    title: ROTA.title,
    asAt: timeOfDay(now, timezone),
    notice,
    whoNow,
    weekName: calendarDay(monday),
    grid: rotaGrid(read),
    gaps: gapsIn(week, shifts)
      .filter(({ toAt }) => toAt > now)
      .map(({ fromAt, toAt }) => {
        const from = Math.max(fromAt, now) as Instant;
        return { text: span(from, toAt), fillPath: `/rota/shifts/new?from=${from}&to=${toAt}` };
      }),
    onLeave: shiftsOnLeave(read),
    centres: read.centres.map(({ service, closure }) => closedWords(service, closure)),
    shifts: shifts.map((shift) => ({
      text: `${nameOf(shift.userId)}: ${span(shift.fromAt, shift.toAt)}`,
      changePath: `/rota/shifts/${shift.id}`,
      swapPath:
        shift.userId === actor.userId && shift.toAt > now && !asked(read, shift.id)
          ? `/rota/shifts/${shift.id}/swap`
          : null,
    })),
    swaps: swapViews(read.swaps, { actor, nameOf, now, timezone }),
    mayKeep: mayDo(actor, 'keep-rota'),
    addPath: '/rota/shifts/new',
    paths: {
      earlier: `/rota?week=${addDays(monday, -7)}`,
      later: `/rota?week=${addDays(monday, 7)}`,
      thisWeek: '/rota',
    },
  };
}

function asked({ swaps }: RotaRead, shiftId: string): boolean {
  return swaps.open.some((swap) => swap.shiftId === shiftId);
}

/** `to` is the day it opens again. */
function closedWords(service: string, closure: { from: string; to: string; why: ClosureReason }): string {
  const last = addDays(closure.to, -1);
  const days =
    last === closure.from
      ? calendarDay(closure.from)
      : `${calendarDay(closure.from)} to ${calendarDay(last)}`;
  return `${service}: closed ${days} (${CLOSED_BECAUSE[closure.why]})`;
}
