import { Inject, Injectable } from '@nestjs/common';
import type { CaseId, StaffActor, UserId } from '#libs/domain';
import { caseReceivers, casesToGive, PostgresUnitOfWork } from '#libs/persistence';
import { WEB_SETTINGS, type WebSettings } from '../../settings';
import { Colleagues } from '../colleagues/colleagues';

/** Reads what pages need that give cases away: the cases, who owns them, and who may receive them. */
@Injectable()
export class GivingReading {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async read(
    actor: StaffActor,
    which: { readonly ids: readonly CaseId[] } | { readonly ownerUserId: UserId },
  ) {
    const { cases, receivers, now } = await this.work.read(actor, async (manager, at) => ({
      cases: await casesToGive(manager, which),
      receivers: await caseReceivers(manager, actor),
      now: at,
    }));
    const people = cases.flatMap(({ ownerUserId, offered }) => [ownerUserId, offered?.to ?? null]);
    const nameOf = await this.colleagues.names([...receivers, ...people], actor.userId);
    return { cases, receivers, nameOf, time: { now, timezone: this.settings.area.timezone } };
  }
}
