import { ApiProperty } from '@nestjs/swagger';
import type { SupportWords } from '#libs/casework';
import {
  APPOINTMENT_PLACES,
  APPOINTMENT_REASONS,
  appointmentMachine,
  isoOf,
  mayChangeKept,
  type Appointment,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { keepsToo, type CareRead } from '../cases/care-reader';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, ETagProperty, IdProperty, InstantProperty, TextProperty } from '../openapi/properties';

const NULLABLE = { nullable: true };
const STATES = Object.keys(appointmentMachine.transitions);

export class AppointmentView {
  @IdProperty('The appointment.')
  id: string;

  @CodeProperty(APPOINTMENT_PLACES, 'Where.')
  place: string;

  @TextProperty(
    'Where exactly; null when there are no words or they cannot be read.',
    'Sample room',
    NULLABLE,
  )
  words: string | null;

  @InstantProperty('From when.')
  startsAt: string;

  @InstantProperty('Until when.')
  endsAt: string;

  @CodeProperty(STATES, 'Where it stands.')
  state: string;

  @CodeProperty(APPOINTMENT_REASONS, 'Why it was moved, cancelled or did not take place.', NULLABLE)
  reason: string | null;

  @IdProperty('Which it was moved from.', NULLABLE)
  movedFrom: string | null;

  @IdProperty('The service that keeps it; null when the desk does.', NULLABLE)
  keptBy: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class CaseAppointmentsView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [AppointmentView], description: 'Those ahead first.' })
  appointments: AppointmentView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class AppointmentChangedView {
  @IdProperty('The appointment; after a move, the new one.')
  id: string;

  @IdProperty('The case.')
  caseId: string;
}

interface Found extends CareRead {
  readonly appointments: readonly Appointment[];
  readonly now: Instant;
}

export function caseAppointmentsView(
  { caseId, open, keptBy, reminds, appointments, now }: Found,
  words: SupportWords,
  actor: StaffActor,
): CaseAppointmentsView {
  const keeps = keepsToo(actor, keptBy, 'keep-appointments');
  const href = `/api/v1/cases/${caseId}/appointments`;
  return {
    caseId,
    appointments: appointments.map((appointment) =>
      viewOf(appointment, {
        words,
        keeps: keeps && mayChangeKept({ keptBy }, appointment),
        reminds,
        now,
      }),
    ),
    availableActions: availableOf([{ action: 'book-appointment', method: 'POST', href, may: open && keeps }]),
  };
}

function viewOf(
  appointment: Appointment,
  reader: {
    readonly words: SupportWords;
    readonly keeps: boolean;
    readonly reminds: boolean;
    readonly now: Instant;
  },
): AppointmentView {
  const { id, place, startsAt, endsAt, state, reason, movedFrom, settledAt, revision } = appointment;
  const { words, keeps, reminds, now } = reader;
  const open = keeps && settledAt === null;
  const begun = startsAt <= now;
  const act = (action: string, may: boolean) =>
    ({ action, method: 'POST', href: `/api/v1/appointments/${id}/${action}`, may: open && may }) as const;
  return {
    id,
    place,
    words: words.noteOf(id),
    startsAt: isoOf(startsAt),
    endsAt: isoOf(endsAt),
    state,
    reason,
    movedFrom,
    keptBy: appointment.keptBy,
    etag: entityTag(revision),
    availableActions: availableOf([
      act('confirm', !begun && state === 'booked'),
      act('remind', !begun && reminds),
      act('move', !begun),
      act('cancel', true),
      act('attend', begun),
      act('not-attend', begun),
    ]),
  };
}
