import { BookAppointment, ChangeAppointment, type AppointmentChange } from '#libs/casework';
import { HOUR, plus, type AppointmentId, type AppointmentPlace, type CaseId } from '#libs/domain';
import type { Followed } from './followed';
import { localHour } from './local-days';
import type { Scene } from './scene';
import { fresh } from './stage';

/** One appointment: when it is, by the local days from now, and what became of it so many hours before now. */
interface Planned {
  readonly of: number;
  readonly days: number;
  readonly hour: number;
  readonly place: AppointmentPlace;
  readonly then?: {
    readonly hoursAgo: number;
    readonly change: 'attend' | 'not-attend' | 'confirm' | 'move' | 'cancel';
  };
}

/** Kept, missed, coming and confirmed, coming tomorrow and nobody has asked yet, moved, cancelled, and one at court. */
const PLANNED: readonly Planned[] = [
  { of: 0, days: -2, hour: 10, place: 'at-our-centre', then: { hoursAgo: 24, change: 'attend' } },
  { of: 1, days: -2, hour: 14, place: 'by-phone', then: { hoursAgo: 23, change: 'not-attend' } },
  { of: 0, days: 2, hour: 15, place: 'by-video', then: { hoursAgo: 3, change: 'confirm' } },
  { of: 1, days: 1, hour: 16, place: 'at-our-centre' },
  { of: 2, days: 3, hour: 11, place: 'at-another-service', then: { hoursAgo: 30, change: 'move' } },
  { of: 0, days: 4, hour: 10, place: 'at-home', then: { hoursAgo: 5, change: 'cancel' } },
  { of: 0, days: 9, hour: 9.5, place: 'at-court' },
];
const BOOKED_HOURS_AGO = 72;
const MINUTES = 50;

/** Appointments of people who are followed, each booked before the first of them took place. */
export function appointmentStories(life: Followed): readonly Scene[] {
  const { now } = life;
  return PLANNED.flatMap((one, index) => {
    const booked: AppointmentId[] = [];
    const at = plus(now, -BOOKED_HOURS_AGO * HOUR + index * 1_000);
    const book = { at, play: () => bookOne(life, { one, booked }) };
    const { then } = one;
    if (then === undefined) return [book];
    const changeAt = plus(now, -then.hoursAgo * HOUR);
    return [book, { at: changeAt, play: () => changeOne(life, { one, booked }) }];
  });
}

interface Booking {
  readonly one: Planned;
  readonly booked: AppointmentId[];
}

async function bookOne(life: Followed, { one, booked }: Booking): Promise<void> {
  const { stage, cases } = life;
  const caseId: CaseId | undefined = cases[one.of];
  if (caseId === undefined) return;
  const { work, vault, ids, cast } = stage;
  const input = { caseId, ...detailsOf(life, one) };
  const once = await new BookAppointment(work, vault, ids).execute(cast.responder, input, fresh());
  if (once.kind === 'done' && once.result.kind === 'booked') booked.push(once.result.appointmentId);
}

async function changeOne(life: Followed, { one, booked }: Booking): Promise<void> {
  const { work, vault, ids, cast } = life.stage;
  const [appointmentId] = booked;
  if (appointmentId === undefined || one.then === undefined) return;
  const found = await work.run(cast.responder, (tx) => tx.appointments.find(appointmentId));
  if (found === null) return;
  const change = changeOf(life, one, one.then.change);
  const input = { appointmentId, revision: found.revision, change };
  await new ChangeAppointment(work, vault, ids).execute(cast.responder, input, fresh());
}

function changeOf(
  life: Followed,
  one: Planned,
  kind: NonNullable<Planned['then']>['change'],
): AppointmentChange {
  switch (kind) {
    case 'attend':
    case 'confirm':
      return { kind };
    case 'not-attend':
      return { kind, reason: 'person-not-ready' };
    case 'cancel':
      return { kind, reason: 'not-safe-then' };
    case 'move':
      return { kind, reason: 'person-asked', to: detailsOf(life, { ...one, days: one.days + 2 }) };
  }
}

function detailsOf({ now, pack: { timezone } }: Followed, { days, hour, place }: Planned) {
  const startsAt = localHour(now, { days, hour, timezone });
  return { place, words: 'Invented words: the sample room on the first floor.', startsAt, minutes: MINUTES };
}
