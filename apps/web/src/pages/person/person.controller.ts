import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenCase } from '#libs/casework';
import { localDate, type CaseId, type StaffActor } from '#libs/domain';
import {
  assessmentsOfCase,
  competenceOfCase,
  personOfCase,
  PostgresUnitOfWork,
  safeguardingOfCase,
} from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { CaseReading } from '../cases/case-reading';
import { Colleagues } from '../colleagues/colleagues';
import { takeNotice } from '../notices/notice';
import { personPage } from './person.page';

@Controller('/cases/:id/person')
export class PersonController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CaseReading,
    private readonly openCase: OpenCase,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
  ) {}

  /** A birthday is read from the identity, so the access row is committed first (P8). */
  @ForAct('see-person')
  @Get()
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.openCase.execute(actor, id);
    if (opened.kind === 'not-found') throw notFound();
    const parts = await this.cases.summary(actor, 'see-person', id);
    const { person, tasks, competence, assessments } = await this.work.read(actor, async (manager) => ({
      person: await personOfCase(manager, id),
      tasks: await safeguardingOfCase(manager, id),
      competence: await competenceOfCase(manager, id),
      assessments: await assessmentsOfCase(manager, id),
    }));
    if (person === null) throw notFound();
    const assessors = [
      ...competence.map(({ assessedBy }) => assessedBy),
      ...assessments.map(({ recordedBy }) => recordedBy),
    ];
    const nameOf = await this.colleagues.names(assessors, actor.userId);
    const bornOn = opened.identity?.bornOn ?? null;
    const today = localDate(parts.now, parts.timezone);
    const page = personPage({ ...parts, person, tasks, competence, assessments, nameOf, bornOn, today });
    return this.pages.show(reply, 'pages/person/person.njk', { ...page, notice: takeNotice(request) });
  }
}
