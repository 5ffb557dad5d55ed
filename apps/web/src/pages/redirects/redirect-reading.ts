import { Injectable } from '@nestjs/common';
import type { CaseId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, redirectsOf } from '#libs/persistence';
import { CaseReading } from '../cases/case-reading';

/** What the pages of a redirect read: the case, and the redirect that waits for an answer. */
@Injectable()
export class RedirectReading {
  constructor(
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
  ) {}

  async frame(actor: StaffActor, id: CaseId) {
    const { summary, now, timezone } = await this.cases.summary(actor, 'redirect-referral', id);
    const redirects = await this.work.read(actor, (manager) => redirectsOf(manager, id));
    return { summary, now, timezone, redirect: redirects.find(({ state }) => state === 'waiting') ?? null };
  }
}
