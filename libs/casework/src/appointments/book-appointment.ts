import {
  appointmentEvent,
  appointmentTimes,
  dayBefore,
  type Appointment,
  type AppointmentId,
  type AppointmentPlace,
  type AppointmentTimeRefusal,
  type CaseId,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { lockCareCase, subjectOfCare, type CareCase } from '../care/care-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { dayAtDesk, todayAtDesk } from '../support/desk-day';
import { openSupportTask } from '../support/open-support-task';
import { sealWords } from '../support/seal-words';

export interface AppointmentDetails {
  readonly place: AppointmentPlace;
  /** Where exactly, or how to get in; sealed. */
  readonly words: string | null;
  readonly startsAt: Instant;
  readonly minutes: number;
}

export interface BookAppointmentInput extends AppointmentDetails {
  readonly caseId: CaseId;
}

export type BookAppointmentOutcome =
  | { readonly kind: 'booked'; readonly caseId: CaseId; readonly appointmentId: AppointmentId }
  | NotFound
  | Refused<AppointmentTimeRefusal | 'case-closed' | 'unreadable'>;

/** Books an appointment. Nothing is sent by it: a reminder is a message of its own, behind the safe-contact gate. */
export class BookAppointment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: BookAppointmentInput,
    repeatable: Repeatable,
  ): Promise<Once<BookAppointmentOutcome>> {
    const { unitOfWork, vault, ids } = this;
    const asked = { actor, act: 'keep-appointments', caseId: input.caseId } as const;
    const sealer = input.words === null ? null : await subjectOfCare({ unitOfWork, vault }, asked);
    return unitOfWork.once<BookAppointmentOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'booked' },
      async (tx) => {
        const caseFile = await lockCareCase(tx, 'keep-appointments', input.caseId);
        if (caseFile === null) return NOT_FOUND;
        if (caseFile.closed) return refuse('case-closed');
        return bookIn(tx, { ids, actor, caseFile, details: input, sealer, movedFrom: null });
      },
    );
  }
}

/**
 * Writes one appointment of a locked case; at the desk with the task of asking the day before whether the time still
 * suits. Tasks are the desk's: a service asks by its own list of who is seen next.
 */
export async function bookIn(
  tx: Transaction,
  booking: {
    readonly ids: Ids;
    readonly actor: StaffActor;
    readonly caseFile: CareCase;
    readonly details: AppointmentDetails;
    readonly sealer: SubjectVault | null;
    readonly movedFrom: AppointmentId | null;
  },
): Promise<
  | { readonly kind: 'booked'; readonly caseId: CaseId; readonly appointmentId: AppointmentId }
  | Refused<AppointmentTimeRefusal | 'unreadable'>
> {
  const { ids, actor, caseFile, details, sealer, movedFrom } = booking;
  const { place, words, startsAt, minutes } = details;
  const times = appointmentTimes({ startsAt, minutes, now: tx.now });
  if (times.kind === 'refused') return times;
  if (words !== null && sealer === null) return refuse('unreadable');
  const { id: caseId, personId, handlingAgencyId, keptBy } = caseFile;
  const appointment: Appointment = {
    id: ids.next<AppointmentId>(),
    caseId,
    personId,
    handlingAgencyId,
    keptBy,
    place,
    startsAt,
    endsAt: times.endsAt,
    state: 'booked',
    reason: null,
    movedFrom,
    bookedBy: actor.userId,
    bookedAt: tx.now,
    settledBy: null,
    settledAt: null,
    revision: 1,
  };
  await tx.appointments.insert(appointment);
  if (words !== null && sealer !== null)
    await sealWords(tx, sealer, { personId, recordId: appointment.id, words });
  await tx.journal.append([appointmentEvent(appointment, 'appointment.booked', tx.now)]);
  if (keptBy !== null) return { kind: 'booked', caseId, appointmentId: appointment.id };
  const before = dayBefore(await dayAtDesk(tx, startsAt));
  if (before > (await todayAtDesk(tx))) {
    const task = { kind: 'confirm-appointment', aboutId: appointment.id, plannedOn: before } as const;
    const by = { openedBy: actor.userId, ownerUserId: actor.userId };
    await openSupportTask(tx, { ...task, ...by, ids, caseFile });
  }
  return { kind: 'booked', caseId, appointmentId: appointment.id };
}
