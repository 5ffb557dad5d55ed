import {
  changeAppointment,
  mayChangeKept,
  withdrawSupportTask,
  type Appointment,
  type AppointmentEvent,
  type AppointmentId,
  type AppointmentReason,
  type AppointmentRefusal,
  type AppointmentTimeRefusal,
  type CaseId,
  type StaffActor,
} from '#libs/domain';
import { lockCareCase, type CareCase } from '../care/care-case';
import { subjectFoundBy } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import { cancelMessagesOf } from '../person-messages/cancel-messages-of';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { bookIn, type AppointmentDetails } from './book-appointment';

export type AppointmentChange =
  | { readonly kind: 'move'; readonly reason: AppointmentReason; readonly to: AppointmentDetails }
  | { readonly kind: 'cancel' | 'not-attend'; readonly reason: AppointmentReason }
  | { readonly kind: 'confirm' | 'attend' };

export interface ChangeAppointmentInput {
  readonly appointmentId: AppointmentId;
  readonly revision: number;
  readonly change: AppointmentChange;
}

export type ChangeAppointmentOutcome =
  | { readonly kind: 'changed'; readonly caseId: CaseId; readonly appointmentId: AppointmentId }
  | NotFound
  | Stale
  | Refused<AppointmentRefusal | AppointmentTimeRefusal | 'unreadable' | 'case-closed'>;

/**
 * Confirms, moves or cancels an appointment, or says whether it took place. Once it is moved, cancelled or settled
 * nobody asks about it any more, and a reminder that has not left never leaves (P5).
 */
export class ChangeAppointment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: ChangeAppointmentInput,
    repeatable: Repeatable,
  ): Promise<Once<ChangeAppointmentOutcome>> {
    const { unitOfWork, vault } = this;
    const { appointmentId, change } = input;
    const seals = change.kind === 'move' && change.to.words !== null;
    const sealer = seals
      ? await subjectFoundBy({ unitOfWork, vault }, actor, async (tx) => {
          const found = await tx.appointments.find(appointmentId);
          return found?.personId ?? null;
        })
      : null;
    return unitOfWork.once<ChangeAppointmentOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'changed' },
      (tx) => this.change(tx, { actor, input, sealer }),
    );
  }

  private async change(
    tx: Transaction,
    asked: { actor: StaffActor; input: ChangeAppointmentInput; sealer: SubjectVault | null },
  ): Promise<ChangeAppointmentOutcome> {
    const { actor, input, sealer } = asked;
    const { appointmentId, revision, change } = input;
    const seen = await tx.appointments.find(appointmentId);
    const caseFile = seen && (await lockCareCase(tx, 'keep-appointments', seen.caseId));
    const appointment = caseFile && (await tx.appointments.lock(appointmentId));
    if (caseFile === null || appointment === null || !mayChangeKept(caseFile, appointment)) return NOT_FOUND;
    if (appointment.revision !== revision) return { kind: 'stale', revision: appointment.revision };
    if (change.kind === 'move' && caseFile.closed) return refuse('case-closed');
    const event: AppointmentEvent = change.kind;
    const reason = 'reason' in change ? change.reason : null;
    const changed = changeAppointment(appointment, { event, reason, by: actor.userId, now: tx.now });
    if (changed.kind === 'refused') return changed;
    if (change.kind === 'move') return this.move(tx, { actor, caseFile, changed, to: change.to, sealer });
    await tx.appointments.save(changed.appointment);
    await tx.journal.append(changed.events);
    await letRest(tx, { appointment: changed.appointment, by: actor.userId });
    return { kind: 'changed', caseId: caseFile.id, appointmentId };
  }

  /** The new one first: when its time does not fit, nothing is moved. */
  private async move(
    tx: Transaction,
    move: {
      readonly actor: StaffActor;
      readonly caseFile: CareCase;
      readonly changed: Extract<ReturnType<typeof changeAppointment>, { kind: 'changed' }>;
      readonly to: AppointmentDetails;
      readonly sealer: SubjectVault | null;
    },
  ): Promise<ChangeAppointmentOutcome> {
    const { actor, caseFile, changed, to, sealer } = move;
    const { appointment, events } = changed;
    const booking = { ids: this.ids, actor, caseFile, details: to, sealer, movedFrom: appointment.id };
    const booked = await bookIn(tx, booking);
    if (booked.kind === 'refused') return booked;
    await tx.appointments.save(appointment);
    await tx.journal.append(events);
    await letRest(tx, { appointment, by: actor.userId });
    return { kind: 'changed', caseId: caseFile.id, appointmentId: booked.appointmentId };
  }
}

async function letRest(
  tx: Transaction,
  { appointment, by }: { appointment: Appointment; by: StaffActor['userId'] },
): Promise<void> {
  for (const task of await tx.support.lockLiveAbout(appointment.id)) {
    const step = withdrawSupportTask(task, { outcome: 'appointment-changed', by, now: tx.now });
    if (step.kind === 'refused') continue;
    await tx.support.save(step.task);
    await tx.journal.append(step.events);
  }
  if (appointment.settledAt === null) return;
  const { personId } = appointment;
  for (const messageId of await tx.appointments.remindersOf(appointment))
    await cancelMessagesOf(tx, { personId, because: 'by-staff', messageId });
}
