import fc from 'fast-check';
import type { AgencyId, CaseId, PersonId, UserId } from '../ids';
import { HOUR, instant, MINUTE, plus } from '../time';
import {
  APPOINTMENT_REASONS,
  appointmentMachine,
  appointmentTimes,
  changeAppointment,
  dayBefore,
  type Appointment,
  type AppointmentEvent,
  type AppointmentId,
} from './appointment';

const NOW = instant('2026-03-02T10:00:00Z');
const STARTS = plus(NOW, 48 * HOUR);
const USER = 'user' as string as UserId;
const anAppointment: Appointment = {
  id: 'appointment' as string as AppointmentId,
  caseId: 'case' as string as CaseId,
  personId: 'person' as string as PersonId,
  handlingAgencyId: 'agency' as string as AgencyId,
  keptBy: null,
  place: 'at-home',
  startsAt: STARTS,
  endsAt: plus(STARTS, HOUR),
  state: 'booked',
  reason: null,
  movedFrom: null,
  bookedBy: USER,
  bookedAt: NOW,
  settledBy: null,
  settledAt: null,
  revision: 1,
};

const EVENTS: readonly AppointmentEvent[] = ['confirm', 'attend', 'not-attend', 'move', 'cancel'];

describe('an appointment, whatever happens in whatever order', () => {
  it('is settled once, is told of only once it has begun, and is moved only before', () => {
    const step = fc.record({
      event: fc.constantFrom(...EVENTS),
      hours: fc.integer({ min: 0, max: 96 }),
      reason: fc.option(fc.constantFrom(...APPOINTMENT_REASONS)),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        let appointment = anAppointment;
        for (const { event, hours, reason } of steps.toSorted((a, b) => a.hours - b.hours)) {
          const now = plus(NOW, hours * HOUR);
          const changed = changeAppointment(appointment, { event, reason, by: USER, now });
          if (changed.kind === 'refused') continue;
          expect(appointment.settledAt).toBeNull();
          const begun = now >= STARTS;
          if (event === 'attend' || event === 'not-attend') expect(begun).toBe(true);
          if (event === 'move' || event === 'confirm') expect(begun).toBe(false);
          ({ appointment } = changed);
          expect(appointment.settledAt !== null).toBe(
            appointmentMachine.terminal.includes(appointment.state),
          );
          expect(appointment.reason !== null).toBe(
            ['not-attended', 'moved', 'cancelled'].includes(appointment.state),
          );
        }
      }),
    );
  });

  it('takes as long as was said, and is booked only ahead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100, max: 20_000 }),
        fc.integer({ min: 0, max: 900 }),
        (ahead, minutes) => {
          const startsAt = plus(NOW, ahead * HOUR);
          const times = appointmentTimes({ startsAt, minutes, now: NOW });
          const fits = ahead > 0 && ahead <= 2 * 366 * 24 && minutes >= 5 && minutes <= 720;
          expect(times.kind).toBe(fits ? 'fits' : 'refused');
          if (times.kind === 'fits') expect(times.endsAt - startsAt).toBe(minutes * MINUTE);
        },
      ),
    );
  });

  it.each([
    ['2026-03-01', '2026-02-28'],
    ['2028-03-01', '2028-02-29'],
    ['2026-01-01', '2025-12-31'],
  ])('on %s is asked about on %s', (on, before) => {
    expect(dayBefore(on)).toBe(before);
  });
});
