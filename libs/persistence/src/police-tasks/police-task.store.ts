import type { PoliceTaskStore } from '#libs/casework';
import type { CaseId, PoliceTask, PoliceTaskId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { PoliceTaskRow } from './police-task.row';

export class PostgresPoliceTaskStore implements PoliceTaskStore {
  constructor(private readonly manager: EntityManager) {}

  async open(task: PoliceTask): Promise<boolean> {
    const inserted = await this.manager
      .createQueryBuilder()
      .insert()
      .into(PoliceTaskRow)
      .values({ ...task })
      .orIgnore()
      .returning('task_id')
      .updateEntity(false)
      .execute();
    return (inserted.raw as unknown[]).length === 1;
  }

  find(id: PoliceTaskId): Promise<PoliceTask | null> {
    return this.manager.findOne(PoliceTaskRow, { where: { id } });
  }

  lock(id: PoliceTaskId): Promise<PoliceTask | null> {
    return this.manager.findOne(PoliceTaskRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async reachCaseOf(id: PoliceTaskId): Promise<void> {
    await this.manager.query(`select set_config('waymark.answering', $1, true)`, [id]);
  }

  lockOpenOf(caseId: CaseId): Promise<readonly PoliceTask[]> {
    return this.manager.find(PoliceTaskRow, {
      where: { caseId, state: 'open' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async takenBackByClosing(caseId: CaseId): Promise<readonly PoliceTask[]> {
    const where = { caseId, state: 'withdrawn' as const, outcome: 'case-closed' as const };
    const tasks = await this.manager.find(PoliceTaskRow, { where, order: { openedAt: 'ASC', id: 'ASC' } });
    return [...new Map(tasks.map((task) => [task.kind, task])).values()];
  }

  async due(limit: number): Promise<readonly PoliceTaskId[]> {
    const rows = await this.manager.query<{ id: PoliceTaskId }[]>(
      `select task_id as id from app.police_task
       where next_fire_at <= app.service_now() and not app.is_set_aside('police-task', task_id)
       order by next_fire_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  lockDue(id: PoliceTaskId): Promise<PoliceTask | null> {
    return this.manager
      .createQueryBuilder(PoliceTaskRow, 't')
      .where('t.id = :id and t.next_fire_at <= app.service_now()', { id })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
  }

  async save(tasks: readonly PoliceTask[]): Promise<void> {
    for (const task of tasks) {
      const { id, state, remindedAt, overdueAt, askAgainAt, nextFireAt, outcome, settledBy, settledAt } =
        task;
      const revision = task.revision + 1;
      await this.manager.update(
        PoliceTaskRow,
        { id },
        { state, remindedAt, overdueAt, askAgainAt, nextFireAt, outcome, settledBy, settledAt, revision },
      );
    }
  }
}
