import { Inject, Injectable } from '@nestjs/common';
import { mayDo, mayKeepLeaveOf, type LeaveId, type Role, type StaffActor, type UserId } from '#libs/domain';
import {
  colleaguesWith,
  countUncovered,
  leaveLine,
  liveLeave,
  PostgresUnitOfWork,
  rotaPeople,
  type LeaveLine,
} from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues, type NameOf } from '../colleagues/colleagues';

/** What the pages of leave show: who is away when, and which cases that leaves without cover. */
@Injectable()
export class LeaveReading {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async list(actor: StaffActor) {
    const read = await this.work.read(actor, async (manager, now) => ({
      leaves: await liveLeave(manager),
      uncovered: await countUncovered(manager),
      now,
    }));
    const nameOf = await this.colleagues.names(
      read.leaves.map(({ userId }) => userId),
      actor.userId,
    );
    return { ...read, nameOf, timezone: this.settings.area.timezone };
  }

  /** One leave that the reader may keep; for everybody else there is none. */
  async one(actor: StaffActor, id: LeaveId) {
    const { leave, now } = await this.work.read(actor, async (manager, at) => ({
      leave: await leaveLine(manager, id),
      now: at,
    }));
    const nameOf = await this.colleagues.names([leave?.userId ?? null], actor.userId);
    return { leave: kept(actor, leave), nameOf, now, timezone: this.settings.area.timezone };
  }

  nameOf(actor: StaffActor, people: readonly (UserId | null)[]): Promise<NameOf> {
    return this.colleagues.names(people, actor.userId);
  }

  /** Whose leave the reader may plan: their own, or any colleague's for whoever leads. */
  async people(actor: StaffActor) {
    const all = await this.work.read(actor, (manager) =>
      isOfService(actor) ? colleaguesWith(manager, PROVIDER_ROLES) : rotaPeople(manager),
    );
    const people = mayDo(actor, 'keep-leave') ? all : all.filter(({ userId }) => userId === actor.userId);
    const nameOf = await this.colleagues.names(
      people.map(({ userId }) => userId),
      actor.userId,
    );
    return { people, nameOf };
  }
}

const PROVIDER_ROLES: readonly Role[] = ['provider-worker', 'provider-coordinator'];

/** Whether somebody works for a service, where a coordinator answers for whoever is away. */
export function isOfService({ role }: Pick<StaffActor, 'role'>): boolean {
  return PROVIDER_ROLES.includes(role);
}

function kept(actor: StaffActor, leave: LeaveLine | null): LeaveLine {
  if (leave === null || !mayKeepLeaveOf(actor, leave)) throw notFound();
  return leave;
}
