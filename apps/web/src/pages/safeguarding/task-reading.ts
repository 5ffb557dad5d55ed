import { Inject, Injectable } from '@nestjs/common';
import { ReadSafeguarding } from '#libs/casework';
import {
  mayDo,
  type Act,
  type SafeguardingTask,
  type SafeguardingTaskId,
  type StaffActor,
} from '#libs/domain';
import { personAtRisk, PostgresUnitOfWork, safeguardingTask } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues } from '../colleagues/colleagues';

/** Reads one task: with the name for its own page, each look on record; without for the forms about it. */
@Injectable()
export class TaskReading {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly readSafeguarding: ReadSafeguarding,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async whole(actor: StaffActor, id: SafeguardingTaskId) {
    const read = await this.readSafeguarding.execute(actor, id);
    if (read.kind === 'not-found') throw notFound();
    const { task, reports } = read;
    const { person, now } = await this.work.read(actor, async (manager, at) => ({
      person: task.settledAt === null ? await personAtRisk(manager, task.personId) : null,
      now: at,
    }));
    const people = [task.openedBy, task.settledBy, ...reports.map(({ recordedBy }) => recordedBy)];
    const nameOf = await this.colleagues.names(people, actor.userId);
    return { read, person, nameOf, actor, now, timezone: this.timezone };
  }

  /** In codes and times alone. */
  async codes(actor: StaffActor, act: Act, id: SafeguardingTaskId) {
    const found = await this.work.read(actor, async (manager, now) => ({
      task: await safeguardingTask(manager, id),
      now,
    }));
    if (found.task === null || !mayDo(actor, act)) throw notFound();
    const task: SafeguardingTask = found.task;
    return { task, now: found.now, timezone: this.timezone };
  }

  get timezone(): string {
    return this.settings.area.timezone;
  }
}
