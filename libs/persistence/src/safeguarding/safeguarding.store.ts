import type { SafeguardingReport, SafeguardingStore, SealedRecord } from '#libs/casework';
import type {
  CaseId,
  Instant,
  PersonId,
  SafeguardingBody,
  SafeguardingTask,
  SafeguardingTaskId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { SafeguardingReportRow, SafeguardingTaskRow } from './safeguarding-task.row';

/** Whoever must hear that a task is overdue. Whom a wall names is left out when the message is written. */
const NOTICES = `
  insert into app.safeguarding_notice (task_id, noted_at, recipient_user_id)
  select t.task_id, $2, u.user_id
  from app.safeguarding_task t
  join app.staff_user u on u.agency_id = t.handling_agency_id and u.state = 'active'
    and u.role in ('safeguarding-lead', 'duty-lead')
  where t.task_id = any($1::uuid[]) on conflict do nothing`;

export class PostgresSafeguardingStore implements SafeguardingStore {
  constructor(private readonly manager: EntityManager) {}

  async openAtIntake(task: SafeguardingTask): Promise<void> {
    await this.insert(task).execute();
  }

  async open(task: SafeguardingTask): Promise<boolean> {
    const inserted = await this.insert(task).orIgnore().returning('task_id').execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  everOpened(caseId: CaseId, kind: SafeguardingTask['kind']): Promise<boolean> {
    return this.manager.exists(SafeguardingTaskRow, { where: { caseId, kind } });
  }

  find(id: SafeguardingTaskId): Promise<SafeguardingTask | null> {
    return this.manager.findOne(SafeguardingTaskRow, { where: { id } });
  }

  lock(id: SafeguardingTaskId): Promise<SafeguardingTask | null> {
    return this.manager.findOne(SafeguardingTaskRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(task: SafeguardingTask): Promise<void> {
    const { id, state, dueAt, overdueAt, waitUntilAt, waitReason, nextFireAt } = task;
    const { referredTo, referredAt, outcome, settledBy, settledAt } = task;
    const told = { referredTo, referredAt, outcome, settledBy, settledAt };
    const times = { dueAt, overdueAt, waitUntilAt, waitReason, nextFireAt };
    const revision = task.revision + 1;
    await this.manager.update(SafeguardingTaskRow, { id }, { state, ...times, ...told, revision });
  }

  async addReport(report: SafeguardingReport): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(SafeguardingReportRow)
      .values({ ...report })
      .updateEntity(false)
      .execute();
  }

  reportsOf(taskId: SafeguardingTaskId): Promise<readonly SafeguardingReport[]> {
    return this.manager.find(SafeguardingReportRow, {
      where: { taskId },
      order: { toldAt: 'ASC', id: 'ASC' },
    });
  }

  async toldAbout(personId: PersonId): Promise<readonly SafeguardingBody[]> {
    const rows = await this.manager.find(SafeguardingReportRow, { where: { personId } });
    return [...new Set(rows.map(({ body }) => body))];
  }

  async sealedOf(personId: PersonId, recordIds: readonly string[]): Promise<readonly SealedRecord[]> {
    const rows = await this.manager.query<
      { record_id: string; kind: SealedRecord['kind']; sealed: Buffer }[]
    >(
      `select record_id, kind, sealed from vault.person_record
       where person_id = $1 and record_id = any($2::uuid[]) and kind in ('identity', 'safeguarding-note')`,
      [personId, recordIds],
    );
    return rows.map(({ record_id: recordId, kind, sealed }) => ({ recordId, kind, sealed }));
  }

  async addSealed(added: { personId: PersonId; record: SealedRecord; at: Instant }): Promise<void> {
    const { personId, record, at } = added;
    await this.manager.query(
      `insert into vault.person_record (record_id, kind, person_id, sealed, sealed_at)
       values ($1, $2, $3, $4, $5)`,
      [record.recordId, record.kind, personId, record.sealed, dateOf(at)],
    );
  }

  async due(limit: number): Promise<readonly SafeguardingTaskId[]> {
    const rows = await this.manager.query<{ id: SafeguardingTaskId }[]>(
      `select task_id as id from app.safeguarding_task
       where next_fire_at <= app.service_now() and not app.is_set_aside('safeguarding-task', task_id)
       order by next_fire_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  lockDue(id: SafeguardingTaskId): Promise<SafeguardingTask | null> {
    return this.manager
      .createQueryBuilder(SafeguardingTaskRow, 't')
      .where('t.id = :id and t.next_fire_at <= app.service_now()', { id })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
  }

  async saveFired(task: SafeguardingTask, at: Instant): Promise<void> {
    const { id, overdueAt, waitUntilAt, nextFireAt, revision } = task;
    const fired = { overdueAt, waitUntilAt, nextFireAt, revision: revision + 1 };
    await this.manager.update(SafeguardingTaskRow, { id }, fired);
    await this.manager.query(NOTICES, [[id], dateOf(at)]);
  }

  private insert(task: SafeguardingTask) {
    return this.manager
      .createQueryBuilder()
      .insert()
      .into(SafeguardingTaskRow)
      .values({ ...task })
      .updateEntity(false);
  }
}
