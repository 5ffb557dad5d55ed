import type { AppointmentStore } from '#libs/casework';
import type { Appointment, AppointmentId, CaseId, PersonMessageId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { AppointmentRow } from './appointment.row';

const MOST = 100;

export class PostgresAppointmentStore implements AppointmentStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(appointment: Appointment): Promise<void> {
    await this.manager.insert(AppointmentRow, { ...appointment });
  }

  find(id: AppointmentId): Promise<Appointment | null> {
    return this.manager.findOne(AppointmentRow, { where: { id } });
  }

  lock(id: AppointmentId): Promise<Appointment | null> {
    return this.manager.findOne(AppointmentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save({ id, state, reason, settledBy, settledAt, revision }: Appointment): Promise<void> {
    const steps = { state, reason, settledBy, settledAt, revision: revision + 1 };
    await this.manager.update(AppointmentRow, { id }, steps);
  }

  async remindersOf({
    caseId,
    startsAt,
    keptBy,
  }: Pick<Appointment, 'caseId' | 'startsAt' | 'keptBy'>): Promise<readonly PersonMessageId[]> {
    const rows = await this.manager.query<{ id: PersonMessageId }[]>(
      `select message_id as id from app.person_message
       where case_id = $1 and about_at = $2 and kept_by is not distinct from $3 and kind = 'appointment'
         and state = 'queued' order by message_id`,
      [caseId, dateOf(startsAt), keptBy],
    );
    return rows.map(({ id }) => id);
  }
}

/** Appointments of a case: those ahead first, the next first; then the others, the last first. */
export async function appointmentsOfCase(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly Appointment[]> {
  const all = await manager.find(AppointmentRow, {
    where: { caseId },
    order: { startsAt: 'ASC', id: 'ASC' },
    take: MOST,
  });
  const open = ({ settledAt }: Appointment) => settledAt === null;
  return [...all.filter(open), ...all.filter((one) => !open(one)).toReversed()];
}

/** One appointment as the reader may see it. */
export function appointmentOf(manager: EntityManager, id: AppointmentId): Promise<Appointment | null> {
  return manager.findOne(AppointmentRow, { where: { id } });
}
