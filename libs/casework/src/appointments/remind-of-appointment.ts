import {
  mayChangeKept,
  type AppointmentId,
  type MessageChannel,
  type RouteId,
  type StaffActor,
} from '#libs/domain';
import { findCareCase } from '../care/care-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import { QueueMessage, type QueueMessageOutcome } from '../person-messages/queue-message';
import type { Ids, Once, Repeatable, UnitOfWork } from '../ports';

export interface RemindOfAppointmentInput {
  readonly appointmentId: AppointmentId;
  readonly routeId: RouteId;
  readonly channel: MessageChannel;
}

export type RemindOfAppointmentOutcome = QueueMessageOutcome | NotFound | Refused<'settled'>;

/**
 * Asks for a reminder of an appointment: the one approved text about its time, by a route that the person said is safe
 * for it. It is an ordinary message to a person; whether it leaves is asked of the gate again when it would (P5).
 */
export class RemindOfAppointment {
  private readonly messages: QueueMessage;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    ids: Ids,
  ) {
    this.messages = new QueueMessage(unitOfWork, ids);
  }

  async execute(
    actor: StaffActor,
    { appointmentId, routeId, channel }: RemindOfAppointmentInput,
    repeatable: Repeatable,
  ): Promise<Once<RemindOfAppointmentOutcome>> {
    const appointment = await this.unitOfWork.run(actor, async (tx) => {
      const found = await tx.appointments.find(appointmentId);
      const caseFile = found && (await findCareCase(tx, 'keep-appointments', found.caseId));
      return found !== null && caseFile !== null && mayChangeKept(caseFile, found) ? found : null;
    });
    if (appointment === null) return { kind: 'done', result: NOT_FOUND };
    if (appointment.settledAt !== null) return { kind: 'done', result: refuse('settled') };
    const { caseId, startsAt: aboutAt } = appointment;
    return this.messages.execute(
      actor,
      { caseId, routeId, channel, kind: 'appointment', aboutAt },
      repeatable,
    );
  }
}
