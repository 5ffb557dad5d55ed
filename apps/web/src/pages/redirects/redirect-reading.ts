import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CaseId, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, redirectsOf } from '#libs/persistence';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { changedPage } from '../cases/case.page';
import { requireAct } from '../form-acts/form-act';

/** What the pages of a redirect read: the case, and the redirect that waits for an answer. */
@Injectable()
export class RedirectReading {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly work: PostgresUnitOfWork,
  ) {}

  async frame(actor: StaffActor, id: CaseId) {
    requireAct(actor, 'redirect-referral');
    const { summary, now, timezone } = await this.cases.summary(actor, 'redirect-referral', id);
    const redirects = await this.work.read(actor, (manager) => redirectsOf(manager, id));
    return { summary, now, timezone, redirect: redirects.find(({ state }) => state === 'waiting') ?? null };
  }

  /** Somebody was quicker: 409, with what changed. */
  async showChanged(reply: FastifyReply, actor: StaffActor, id: CaseId): Promise<FastifyReply> {
    const parts = await this.cases.whole(actor, 'redirect-referral', id);
    return this.pages.show(reply, 'pages/cases/changed.njk', changedPage(parts), 409);
  }
}
