import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Act, CaseId, StaffActor } from '#libs/domain';
import { Pages } from '../../views/pages';
import { CaseReading } from './case-reading';
import { changedPage } from './case.page';

/** The answer to a form drawn from a case that somebody changed since: 409, with what it is now. */
@Injectable()
export class ChangedCase {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
  ) {}

  /** `act` is what the form was for: whoever may not do it (any more) finds no case. */
  async show(
    reply: FastifyReply,
    { actor, act, id }: { actor: StaffActor; act: Act; id: CaseId },
  ): Promise<FastifyReply> {
    const page = changedPage(await this.cases.whole(actor, act, id));
    return this.pages.show(reply, 'pages/cases/changed.njk', page, 409);
  }
}
