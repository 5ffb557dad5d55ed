import { Injectable } from '@nestjs/common';
import { ReadSupportWords } from '#libs/casework';
import {
  mayActOn,
  type Instant,
  type StaffActor,
  type SupportTask,
  type SupportTaskId,
  type UserId,
} from '#libs/domain';
import {
  awayAmong,
  caseSummary,
  policeAgencies,
  PostgresUnitOfWork,
  supportOfCase,
  supportTask,
  supportTasks,
  workingHere,
  type SupportTasksAsked,
} from '#libs/persistence';
import type { EntityManager } from 'typeorm';
import { notFound } from '../../../errors/problem';
import { TaskGround } from '../../../pages/support/task-ground';
import { CaseReader } from '../cases/case-reader';
import type { TaskReader } from './support-task.view';

/** What kinds of support brought, as this person may see it; sealed words are opened once the case may be. */
@Injectable()
export class SupportReader {
  constructor(
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly cases: CaseReader,
    private readonly readWords: ReadSupportWords,
    private readonly grounds: TaskGround,
  ) {}

  tasks(
    actor: StaffActor,
    asked: SupportTasksAsked,
  ): Promise<{ tasks: readonly SupportTask[]; reader: TaskReader }> {
    return this.unitOfWork.read(actor, async (manager, now) => {
      const tasks = await supportTasks(manager, asked);
      return { tasks, reader: await readerOf(manager, { actor, now, tasks }) };
    });
  }

  async task(actor: StaffActor, id: SupportTaskId) {
    const found = await this.unitOfWork.read(actor, async (manager, now) => {
      const task = await supportTask(manager, id);
      const summary = task && (await caseSummary(manager, task.caseId));
      if (task === null || summary === null || !mayActOn(actor, 'see-support', summary.relation)) return null;
      return { task, reader: await readerOf(manager, { actor, now, tasks: [task] }) };
    });
    if (found === null) throw notFound();
    const { caseId } = found.task;
    const words = await this.readWords.execute(actor, { caseId, recordIds: [id] });
    if (words.kind === 'not-found') throw notFound();
    return { ...found, words, ground: await this.grounds.of(actor, found.task) };
  }

  async ofCase(actor: StaffActor, id: string) {
    const found = await this.cases.with(actor, id, async (manager, summary, now) => {
      const support = await supportOfCase(manager, summary.caseId);
      return {
        summary,
        support,
        police: await policeAgencies(manager),
        reader: await readerOf(manager, { actor, now, tasks: support.tasks }),
      };
    });
    const { flag } = found.support;
    const recordIds = flag === null ? [] : [flag.id];
    const words = await this.readWords.execute(actor, { caseId: found.summary.caseId, recordIds });
    if (words.kind === 'not-found') throw notFound();
    return { ...found, words };
  }
}

async function readerOf(
  manager: EntityManager,
  { actor, now, tasks }: { actor: StaffActor; now: Instant; tasks: readonly SupportTask[] },
): Promise<TaskReader> {
  const owners: readonly (UserId | null)[] = tasks.map(({ ownerUserId }) => ownerUserId);
  const worksHere = await workingHere(manager, owners);
  return { actor, now, worksHere, away: await awayAmong(manager, owners) };
}
