import type { Appointment, AppointmentId, PersonMessageId } from '#libs/domain';

export interface AppointmentStore {
  insert(appointment: Appointment): Promise<void>;
  find(id: AppointmentId): Promise<Appointment | null>;
  lock(id: AppointmentId): Promise<Appointment | null>;
  save(appointment: Appointment): Promise<void>;
  /** Messages about its time that whoever keeps it asked for and that have not left. */
  remindersOf(
    appointment: Pick<Appointment, 'caseId' | 'startsAt' | 'keptBy'>,
  ): Promise<readonly PersonMessageId[]>;
}
