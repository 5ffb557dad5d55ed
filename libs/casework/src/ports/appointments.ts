import type { Appointment, AppointmentId, CaseId, Instant, PersonMessageId } from '#libs/domain';

export interface AppointmentStore {
  insert(appointment: Appointment): Promise<void>;
  find(id: AppointmentId): Promise<Appointment | null>;
  lock(id: AppointmentId): Promise<Appointment | null>;
  save(appointment: Appointment): Promise<void>;
  /** Messages about this time that have not left. */
  remindersOf(about: { readonly caseId: CaseId; readonly at: Instant }): Promise<readonly PersonMessageId[]>;
}
