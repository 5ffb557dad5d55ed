import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OpenCase } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { deadlinesWithLedger, journalOfCase } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { Answers } from '../openapi/answers.decorator';
import { CaseReader } from './case-reader';
import { CaseView } from './case.view';
import { IdentityView, identityView } from './identity.view';
import { ledgerDeadlineView, LedgerView } from './ledger.view';
import { timelineLineView, TimelineView } from './timeline.view';

@ApiTags('cases')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class CaseController {
  constructor(
    private readonly cases: CaseReader,
    private readonly openCase: OpenCase,
  ) {}

  @ForAct('open-case')
  @Answers({ id: 'readCase', summary: 'One case in codes and times', type: CaseView, etag: true })
  @Get()
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    const view = await this.cases.view(actor, id);
    reply.header('etag', view.etag);
    return view;
  }

  @ForAct('open-case')
  @Answers({
    id: 'readCaseIdentity',
    summary: 'Who a case is about',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: IdentityView,
  })
  @Get('/identity')
  async identity(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
  ): Promise<IdentityView> {
    const outcome = await this.openCase.execute(actor, id as CaseId);
    switch (outcome.kind) {
      case 'opened':
        return identityView(id, outcome.identity);
      case 'not-found':
        throw notFound();
    }
  }

  @ForAct('open-case')
  @Answers({ id: 'readCaseTimeline', summary: 'The journal of a case', type: TimelineView })
  @Get('/timeline')
  timeline(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<TimelineView> {
    return this.cases.with(actor, id, async (manager, { caseId }) => ({
      caseId,
      items: (await journalOfCase(manager, caseId)).map(timelineLineView),
    }));
  }

  @ForAct('open-case')
  @Answers({
    id: 'readCaseDeadlines',
    summary: 'Every version of each deadline, with its working',
    type: LedgerView,
  })
  @Get('/deadlines')
  deadlines(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<LedgerView> {
    return this.cases.with(actor, id, async (manager, { caseId }) => ({
      caseId,
      items: (await deadlinesWithLedger(manager, caseId)).map(ledgerDeadlineView),
    }));
  }
}
