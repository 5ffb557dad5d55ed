import { Inject, Injectable } from '@nestjs/common';
import type { AreaPack } from '#libs/config';
import {
  mayActOn,
  type Act,
  type CaseId,
  type StaffActor,
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
  workingHere,
  type SupportOfCase,
} from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { notFound } from '../../errors/problem';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';
import { requireAct } from '../form-acts/form-act';
import type { FormContext } from './case-form';
import { supportPanel } from './panel.page';

/** What the pages of kinds of support read: codes and times alone; words are opened by `ReadSupportWords`. */
@Injectable()
export class SupportReading {
  constructor(
    private readonly cases: CaseReading,
    private readonly colleagues: Colleagues,
    private readonly work: PostgresUnitOfWork,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  async hub(actor: StaffActor, id: CaseId) {
    const parts = await this.cases.summary(actor, 'see-support', id);
    const { support, worksHere, away } = await this.work.read(actor, async (manager) => {
      const found = await supportOfCase(manager, id);
      const owners = ownersOf(found.tasks);
      return {
        support: found,
        worksHere: await workingHere(manager, owners),
        away: await awayAmong(manager, owners),
      };
    });
    const nameOf = await this.colleagues.names(peopleIn(support), actor.userId);
    return { ...parts, support, worksHere, away, nameOf, pack: this.pack };
  }

  /** For the Support tab and the overview of a case: what stands out, and the way to the rest. */
  async panel(actor: StaffActor, id: CaseId) {
    const { support, now } = await this.work.read(actor, async (manager, at) => ({
      support: await supportOfCase(manager, id),
      now: at,
    }));
    return supportPanel(id, support, { actor, now });
  }

  async form(actor: StaffActor, act: Act, id: CaseId): Promise<FormContext> {
    requireAct(actor, act);
    const { summary, now, timezone } = await this.cases.summary(actor, act, id);
    const police = act === 'record-police-report' ? await this.work.read(actor, policeAgencies) : [];
    return {
      actor,
      caseId: id,
      reference: summary.reference,
      summary,
      now,
      timezone,
      pack: this.pack,
      police,
    };
  }

  /** The revision of the flag that stands, for the form that takes it down. */
  async flagRevision(actor: StaffActor, id: CaseId): Promise<number | null> {
    const { flag } = await this.work.read(actor, (manager) => supportOfCase(manager, id));
    return flag?.revision ?? null;
  }

  async task(actor: StaffActor, act: Act, id: SupportTaskId) {
    requireAct(actor, act);
    const { task, summary, worksHere, away, now } = await this.work.read(actor, async (manager, at) => {
      const found = await supportTask(manager, id);
      return {
        task: found,
        summary: found && (await caseSummary(manager, found.caseId)),
        worksHere: await workingHere(manager, [found?.ownerUserId ?? null]),
        away: await awayAmong(manager, [found?.ownerUserId ?? null]),
        now: at,
      };
    });
    if (task === null || summary === null || !mayActOn(actor, act, summary.relation)) throw notFound();
    const people = [task.openedBy, task.ownerUserId, task.settledBy];
    const nameOf = await this.colleagues.names(people, actor.userId);
    return { task, summary, worksHere, away, nameOf, actor, now, timezone: this.pack.timezone };
  }
}

function ownersOf(tasks: SupportOfCase['tasks']): readonly (UserId | null)[] {
  return tasks.map(({ ownerUserId }) => ownerUserId);
}

function peopleIn({ tasks, flag, samples, signposts }: SupportOfCase): readonly (UserId | null)[] {
  return [
    ...tasks.flatMap(({ ownerUserId, settledBy }) => [ownerUserId, settledBy]),
    flag?.raisedBy ?? null,
    ...samples.map(({ recordedBy }) => recordedBy),
    ...signposts.map(({ recordedBy }) => recordedBy),
  ];
}
