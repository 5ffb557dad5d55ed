import type { Brand } from '../brand';
import { daysLater } from '../data-protection/dates';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { event, type DomainEvent } from '../journal';
import { nextState, type Machine } from '../machine';
import { HOUR, isoOf, MINUTE, plus, type Instant } from '../time';

export type AppointmentId = Brand<string, 'AppointmentId'>;

export const APPOINTMENT_PLACES = [
  'at-our-centre',
  'at-another-service',
  'at-home',
  'by-phone',
  'by-video',
  'at-court',
  'at-police-station',
  'somewhere-else',
] as const;
export type AppointmentPlace = (typeof APPOINTMENT_PLACES)[number];

export type AppointmentState = 'booked' | 'confirmed' | 'attended' | 'not-attended' | 'moved' | 'cancelled';
export type AppointmentEvent = 'confirm' | 'attend' | 'not-attend' | 'move' | 'cancel';

/** A move is a new appointment in place of this one, so that how often it was moved can be read. */
export const appointmentMachine: Machine<AppointmentState, AppointmentEvent> = {
  name: 'appointment',
  initial: 'booked',
  terminal: ['attended', 'not-attended', 'moved', 'cancelled'],
  transitions: {
    booked: {
      confirm: 'confirmed',
      attend: 'attended',
      'not-attend': 'not-attended',
      move: 'moved',
      cancel: 'cancelled',
    },
    confirmed: { attend: 'attended', 'not-attend': 'not-attended', move: 'moved', cancel: 'cancelled' },
    attended: {},
    'not-attended': {},
    moved: {},
    cancelled: {},
  },
};

/** Why it was moved, cancelled or did not happen. None of them says that it was the person’s fault. */
export const APPOINTMENT_REASONS = [
  'person-asked',
  'not-safe-then',
  'person-not-ready',
  'we-could-not',
  'place-not-free',
  'did-not-meet',
] as const;
export type AppointmentReason = (typeof APPOINTMENT_REASONS)[number];

/** Codes and times; where exactly is sealed under its id. */
export interface Appointment {
  readonly id: AppointmentId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  /** The service that keeps it; null for the desk. */
  readonly keptBy: AgencyId | null;
  readonly place: AppointmentPlace;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly state: AppointmentState;
  readonly reason: AppointmentReason | null;
  /** Which it was moved from; null for a first one. */
  readonly movedFrom: AppointmentId | null;
  readonly bookedBy: UserId;
  readonly bookedAt: Instant;
  readonly settledBy: UserId | null;
  readonly settledAt: Instant | null;
  readonly revision: number;
}

export type AppointmentTimeRefusal = 'starts-in-the-past' | 'starts-too-far-ahead' | 'minutes-out-of-range';

const FURTHEST = 2 * 366 * 24 * HOUR;
const SHORTEST_MINUTES = 5;
const LONGEST_MINUTES = 12 * 60;

/** When an appointment ends; or why it may not be booked: only ahead, within two years, five minutes to twelve hours. */
export function appointmentTimes(asked: {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly now: Instant;
}):
  | { readonly kind: 'fits'; readonly endsAt: Instant }
  | { readonly kind: 'refused'; readonly reason: AppointmentTimeRefusal } {
  const { startsAt, minutes, now } = asked;
  if (startsAt <= now) return { kind: 'refused', reason: 'starts-in-the-past' };
  if (startsAt - now > FURTHEST) return { kind: 'refused', reason: 'starts-too-far-ahead' };
  if (!Number.isInteger(minutes) || minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES)
    return { kind: 'refused', reason: 'minutes-out-of-range' };
  return { kind: 'fits', endsAt: plus(startsAt, minutes * MINUTE) };
}

/** The day on which somebody asks whether the time still suits: the one before. */
export function dayBefore(date: string): string {
  const before = daysLater(date, -1);
  if (before === undefined) throw new Error(`${date} is not a day`);
  return before;
}

export type AppointmentRefusal =
  'settled' | 'not-begun-yet' | 'has-begun' | 'confirmed-already' | 'reason-missing';

export type AppointmentChanged =
  | { readonly kind: 'changed'; readonly appointment: Appointment; readonly events: readonly DomainEvent[] }
  | { readonly kind: 'refused'; readonly reason: AppointmentRefusal };

/** One step of an appointment: what came of it can be told once it has begun, and it is moved only before that. */
export function changeAppointment(
  appointment: Appointment,
  step: {
    readonly event: AppointmentEvent;
    readonly reason: AppointmentReason | null;
    readonly by: UserId;
    readonly now: Instant;
  },
): AppointmentChanged {
  const { event: happening, reason, by, now } = step;
  const state = nextState(appointmentMachine, { state: appointment.state, event: happening });
  if (state === null) return refused(appointment.settledAt === null ? 'confirmed-already' : 'settled');
  const begun = now >= appointment.startsAt;
  const tells = happening === 'attend' || happening === 'not-attend';
  if (tells && !begun) return refused('not-begun-yet');
  if ((happening === 'move' || happening === 'confirm') && begun) return refused('has-begun');
  const needsReason = happening === 'move' || happening === 'cancel' || happening === 'not-attend';
  if (needsReason && reason === null) return refused('reason-missing');
  const settles = happening !== 'confirm';
  const changed: Appointment = {
    ...appointment,
    state,
    reason: needsReason ? reason : null,
    settledBy: settles ? by : null,
    settledAt: settles ? now : null,
  };
  return {
    kind: 'changed',
    appointment: changed,
    events: [appointmentEvent(changed, `appointment.${changed.state}`, now)],
  };
}

/** What the journal says of an appointment. */
export function appointmentEvent(
  { id, caseId, place, startsAt, endsAt, reason }: Appointment,
  type: string,
  happenedAt: Instant,
): DomainEvent {
  const subject = { kind: 'appointment', id } as const;
  const payload = { appointmentId: id, place, startsAt: isoOf(startsAt), endsAt: isoOf(endsAt) };
  return event({ subject, caseId, type, happenedAt, reason, payload });
}

function refused(reason: AppointmentRefusal): AppointmentChanged {
  return { kind: 'refused', reason };
}
