import { isAway, mayDo, mayKeepLeaveOf, plus, type Instant, type StaffActor } from '#libs/domain';
import type { LeaveLine } from '#libs/persistence';
import { dayInFull, timeInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import { isOfService } from './leave-reading';
import { LEAVE, ONE_LEAVE, ONE_SERVICE_LEAVE, SERVICE_LEAVE } from './leave.copy';

interface Times {
  readonly now: Instant;
  readonly timezone: string;
}

/** Everybody's leave that is planned or under way. */
export function leaveListPage(
  {
    leaves,
    uncovered,
    nameOf,
    ...times
  }: {
    readonly leaves: readonly LeaveLine[];
    readonly uncovered: number;
    readonly nameOf: NameOf;
  } & Times,
  { actor, notice }: { readonly actor: StaffActor; readonly notice: Notice | null },
) {
  return {
    words: isOfService(actor) ? { ...LEAVE, ...SERVICE_LEAVE } : LEAVE,
    back: isOfService(actor) ? SERVICE_LEAVE.back : LEAVE.back,
    title: isOfService(actor) ? SERVICE_LEAVE.title : LEAVE.title,
    notice,
    uncovered: uncovered === 0 ? null : LEAVE.uncoveredNow(uncovered),
    add: mayDo(actor, 'keep-leave') ? LEAVE.add : LEAVE.addOwn,
    lines: leaves.map((leave) => ({
      who: nameOf(leave.userId),
      href: mayKeepLeaveOf(actor, leave) ? `/leave/${leave.id}` : null,
      away: isAway(leave, times.now),
      ...daysOf(leave, times.timezone),
      cases: isOfService(actor) ? [SERVICE_LEAVE.carried(leave.carried)] : casesOf(leave),
    })),
    asAt: timeOfDay(times.now, times.timezone),
  };
}

export function oneLeavePage(
  { leave, nameOf, now, timezone }: { readonly leave: LeaveLine; readonly nameOf: NameOf } & Times,
  { actor, notice }: { readonly actor: StaffActor; readonly notice: Notice | null },
) {
  const begun = leave.fromAt <= now;
  const live = (leave.state === 'planned' || leave.state === 'away') && leave.toAt > now;
  const own = leave.userId === actor.userId;
  const mayHandOn = mayDo(actor, 'hand-over-cases') && (own || actor.role === 'duty-lead');
  return {
    words: isOfService(actor)
      ? { ...LEAVE, ...ONE_LEAVE, ...SERVICE_LEAVE, ...ONE_SERVICE_LEAVE }
      : { ...LEAVE, ...ONE_LEAVE },
    listTitle: isOfService(actor) ? SERVICE_LEAVE.title : LEAVE.title,
    title: ONE_LEAVE.title(nameOf(leave.userId)),
    notice,
    ended: live ? null : leave.state === 'cancelled' ? ONE_LEAVE.cancelledAlready : ONE_LEAVE.over,
    away: isAway(leave, now),
    ...daysOf(leave, timezone),
    cases: isOfService(actor) ? [SERVICE_LEAVE.carried(leave.carried)] : casesOf(leave),
    atStart:
      leave.uncoveredAtStart === null || isOfService(actor)
        ? null
        : LEAVE.uncoveredAtStart(leave.uncoveredAtStart),
    revision: leave.revision,
    coverHref:
      live && mayHandOn && leave.openCases > 0
        ? `/handovers/reassign?of=${leave.userId}&leave=${leave.id}`
        : null,
    cover: own ? ONE_LEAVE.coverOwn : ONE_LEAVE.cover,
    cancelAction: live && !begun ? `/leave/${leave.id}/cancel` : null,
    comeBackAction: live && begun ? `/leave/${leave.id}/come-back` : null,
    asAt: timeOfDay(now, timezone),
  };
}

/** The last day is the one before somebody is back; an end within a day is told with its time. */
function daysOf({ fromAt, toAt }: LeaveLine, timezone: string) {
  const wholeDay = timeOfDay(toAt, timezone) === 'midnight';
  return {
    from: dayInFull(fromAt, timezone),
    until: wholeDay ? dayInFull(plus(toAt, -1), timezone) : timeInWords(toAt, timezone),
  };
}

function casesOf({ openCases, offered, covered }: LeaveLine): readonly string[] {
  const lines = [
    ...(openCases > 0 ? [LEAVE.toCover(openCases)] : []),
    ...(offered > 0 ? [LEAVE.offered(offered)] : []),
    ...(covered > 0 ? [LEAVE.covered(covered)] : []),
  ];
  return lines.length === 0 ? [LEAVE.noCases] : lines;
}
