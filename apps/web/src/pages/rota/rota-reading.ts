import { Inject, Injectable } from '@nestjs/common';
import {
  nextOpening,
  soundCalendarOf,
  type CalendarVersion,
  type Instant,
  type OnCallShift,
  type ShiftId,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import { PostgresUnitOfWork, rotaPeople, type RotaPerson } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues, type NameOf } from '../colleagues/colleagues';
import { mondayOf, weekOf, type RotaDay } from './rota-week';

export interface RotaRead {
  readonly now: Instant;
  readonly timezone: string;
  readonly monday: string;
  readonly days: readonly RotaDay[];
  readonly closedOn: ReadonlySet<string>;
  readonly onCall: OnCallShift | null;
  readonly shifts: readonly OnCallShift[];
  readonly people: readonly RotaPerson[];
  readonly nameOf: NameOf;
}

/** What the rota's pages show: the desk's team, its people, and the days on which the desk is shut. */
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
      return {
        now: tx.now,
        monday,
        days,
        closedOn: closedDays(days, calendar),
        onCall: await tx.onCall.onCallAt({ teamId: desk.teamId, at: tx.now }),
        shifts: await tx.onCall.shiftsOf({ teamId: desk.teamId, ...span }),
      };
    });
    return { ...read, timezone, ...(await this.people(actor, read.shifts)) };
  }

  async shift(actor: StaffActor, id: ShiftId): Promise<OnCallShift> {
    const shift = await this.work.run(actor, (tx) => tx.onCall.find(id));
    if (shift === null || shift.agencyId !== actor.agencyId) throw notFound();
    return shift;
  }

  async people(
    actor: StaffActor,
    shifts: readonly OnCallShift[] = [],
  ): Promise<{ readonly people: readonly RotaPerson[]; readonly nameOf: NameOf }> {
    const people = await this.work.read(actor, (manager) => rotaPeople(manager));
    const shown: UserId[] = [...people.map(({ userId }) => userId), ...shifts.map(({ userId }) => userId)];
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
