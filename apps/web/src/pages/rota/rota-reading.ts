import { Inject, Injectable } from '@nestjs/common';
import {
  nextOpening,
  soundCalendarOf,
  type CalendarVersion,
  type Closure,
  type Instant,
  type Leave,
  type OnCallShift,
  type ShiftId,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import {
  leaveWithin,
  PostgresUnitOfWork,
  rotaPeople,
  swapList,
  type RotaPerson,
  type SwapList,
} from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues, type NameOf } from '../colleagues/colleagues';
import { addDays, mondayOf, weekOf, type RotaDay } from './rota-week';

/** A service that is closed for a part of the week. */
export interface CentreClosed {
  readonly service: string;
  readonly closure: Closure;
}

export interface RotaRead {
  readonly now: Instant;
  readonly timezone: string;
  readonly monday: string;
  readonly days: readonly RotaDay[];
  readonly closedOn: ReadonlySet<string>;
  readonly holidays: ReadonlySet<string>;
  readonly centres: readonly CentreClosed[];
  readonly shifts: readonly OnCallShift[];
  readonly leaves: readonly Leave[];
  readonly swaps: SwapList;
  readonly people: readonly RotaPerson[];
  readonly nameOf: NameOf;
}

/** What the rota's pages show: the desk's team, its people, who is away, and the days on which something is shut. */
@Injectable()
export class RotaReading {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async week(actor: StaffActor, given: unknown): Promise<RotaRead> {
    const { timezone } = this.settings.area;
    const read = await this.work.run(actor, async (tx) => {
      const desk = await tx.referrals.desk();
      if (desk.agencyId !== actor.agencyId) throw notFound();
      const monday = mondayOf(given, { now: tx.now, timezone });
      const days = weekOf(monday, timezone);
      const span = { fromAt: days[0]!.morning.fromAt, toAt: days[6]!.afternoon.toAt };
      const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
      const calendar = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
      const services = await tx.directory.current(tx.now);
      return {
        now: tx.now,
        monday,
        days,
        span,
        closedOn: closedDays(days, calendar),
        holidays: new Set(calendar.hours.holidays),
        centres: services
          .filter(({ service }) => service.state === 'open')
          .flatMap(({ service }) => service.closures.map((closure) => ({ service: service.name, closure })))
          .filter(({ closure }) => closure.from < addDays(monday, 7) && closure.to > monday),
        shifts: await tx.onCall.shiftsOf({ teamId: desk.teamId, ...span }),
      };
    });
    const { leaves, swaps } = await this.work.read(actor, async (manager) => ({
      leaves: await leaveWithin(manager, read.span),
      swaps: await swapList(manager),
    }));
    const asked = [...swaps.open, ...swaps.decided].flatMap(({ fromUserId, toUserId }) => [
      fromUserId,
      toUserId,
    ]);
    const who = await this.people(actor, [...read.shifts.map(({ userId }) => userId), ...asked]);
    return { ...read, timezone, leaves, swaps, ...who };
  }

  async shift(actor: StaffActor, id: ShiftId): Promise<OnCallShift> {
    const shift = await this.work.run(actor, (tx) => tx.onCall.find(id));
    if (shift === null || shift.agencyId !== actor.agencyId) throw notFound();
    return shift;
  }

  async people(
    actor: StaffActor,
    others: readonly UserId[] = [],
  ): Promise<{ readonly people: readonly RotaPerson[]; readonly nameOf: NameOf }> {
    const people = await this.work.read(actor, (manager) => rotaPeople(manager));
    const shown: UserId[] = [...people.map(({ userId }) => userId), ...others];
    return { people, nameOf: await this.colleagues.names(shown, actor.userId) };
  }
}

function closedDays(days: readonly RotaDay[], { hours }: CalendarVersion): ReadonlySet<string> {
  const calendar = soundCalendarOf(hours);
  const shut = days.filter(({ morning, afternoon }) => {
    const opening = nextOpening(calendar, morning.fromAt);
    return opening.kind === 'opening' && opening.at >= afternoon.toAt;
  });
  return new Set(shut.map(({ date }) => date));
}
