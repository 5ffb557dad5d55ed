import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  ChangeComplaint,
  ReadComplaintWords,
  RecordComplaint,
  type ChangeComplaintInput,
  type Repeatable,
} from '#libs/casework';
import { instant, type CaseId, type ComplaintId, type Instant, type StaffActor } from '#libs/domain';
import { complaintOf, complaintsOfCase, openComplaints, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { RECORD_REFUSALS, STEP_REFUSALS } from '../../../pages/complaints/complaints.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { Cursors } from '../paging/cursors';
import { pageOf } from '../paging/page-of';
import { limitOf, PageQuery } from '../paging/page.query.dto';
import { textOf } from '../referrals/referral-input';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { AnswerComplaintBody, ComplaintStepBody, RecordComplaintBody } from './complaints.dto';
import {
  CaseComplaintsView,
  caseComplaintsView,
  ComplaintPageView,
  ComplaintRecordedView,
  complaintView,
  OpenedComplaintView,
} from './complaints.view';

const RECORD = {
  ...inBody(RECORD_REFUSALS, { receivedDay: 'receivedAt', worker: 'aboutUserId' }),
  unreadable: UNREADABLE,
};
const STEP = inBody(STEP_REFUSALS, { finding: 'finding' });
const LIST = 'complaints';

interface ComplaintCursor {
  readonly at: Instant;
  readonly id: ComplaintId;
}

/** Complaints about services. For whoever one is about there is none. */
@ApiTags('complaints')
@ApiBearerAuth('bearer')
@Controller('/api/v1')
export class ComplaintsApiController {
  constructor(
    private readonly cases: CaseReader,
    private readonly unitOfWork: PostgresUnitOfWork,
    private readonly cursors: Cursors,
    private readonly readWords: ReadComplaintWords,
    private readonly recordComplaint: RecordComplaint,
    private readonly changeComplaint: ChangeComplaint,
  ) {}

  @ForAct('see-complaints')
  @Answers({ id: 'readCaseComplaints', summary: 'Complaints of a case', type: CaseComplaintsView })
  @Get('/cases/:id/complaints')
  async ofCase(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
  ): Promise<CaseComplaintsView> {
    const { found, now } = await this.cases.with(actor, id, async (manager, { caseId }, at) => ({
      found: await complaintsOfCase(manager, caseId),
      now: at,
    }));
    return caseComplaintsView(id, found, { actor, now });
  }

  @ForAct('record-complaint')
  @ActAnswers({
    id: 'recordComplaint',
    summary: 'Take a complaint into the register',
    description: 'The history of the case does not say that there is one.',
    type: ComplaintRecordedView,
    status: 201,
  })
  @Post('/cases/:id/complaints')
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) caseId: CaseId,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { about, aboutUserId, words, receivedAt }: RecordComplaintBody,
  ): Promise<ComplaintRecordedView> {
    const said = {
      about,
      aboutUserId: aboutUserId ?? null,
      words: textOf(words),
      receivedAt: instant(receivedAt),
    };
    const { complaintId } = done(
      await this.recordComplaint.execute(actor, { caseId, ...said }, repeatable),
      RECORD,
    );
    return { id: complaintId, caseId };
  }

  @ForAct('handle-complaints')
  @Answers({
    id: 'listComplaints',
    summary: 'Complaints that wait for somebody, the first to be answered first',
    type: ComplaintPageView,
    problems: [400, 401, 404, 422],
  })
  @Get('/complaints')
  async list(@CurrentActor() actor: StaffActor, @Query() query: PageQuery): Promise<ComplaintPageView> {
    const limit = limitOf(query);
    const after = this.cursors.read<ComplaintCursor>(LIST, query.cursor);
    const { found, now } = await this.unitOfWork.read(actor, async (manager, at) => ({
      found: await openComplaints(manager, { after, limit: limit + 1 }),
      now: at,
    }));
    return pageOf(found, {
      limit,
      item: (complaint) => complaintView(complaint, { actor, now }),
      cursor: ({ id, replyDueAt }) => this.cursors.write<ComplaintCursor>(LIST, { at: replyDueAt, id }),
    });
  }

  @ForAct('see-complaints')
  @Answers({
    id: 'readComplaint',
    summary: 'One complaint, in the person’s words',
    description: 'Each reading is written to the access log before the answer leaves.',
    type: OpenedComplaintView,
    etag: true,
  })
  @Get('/complaints/:id')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: ComplaintId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedComplaintView> {
    const { complaint, now } = await this.unitOfWork.read(actor, async (manager, at) => ({
      complaint: await complaintOf(manager, id),
      now: at,
    }));
    const found = complaint && (await this.readWords.execute(actor, id));
    if (complaint === null || found?.kind !== 'read') throw notFound();
    const view = complaintView(complaint, { actor, now });
    reply.header('etag', view.etag);
    return { ...view, words: found.words };
  }

  @ForAct('handle-complaints')
  @ActAnswers({
    id: 'answerComplaint',
    summary: 'Record the answer that the person was given',
    type: ComplaintRecordedView,
    ifMatch: true,
  })
  @Post('/complaints/:id/answer')
  answer(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) complaintId: ComplaintId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { finding }: AnswerComplaintBody,
  ): Promise<ComplaintRecordedView> {
    return this.change(actor, { complaintId, revision, event: 'answer', finding }, repeatable);
  }

  @ForAct('handle-complaints')
  @ActAnswers({
    id: 'moveComplaint',
    summary: 'Acknowledge a complaint, open it again, close it, or take it back for the person',
    type: ComplaintRecordedView,
    ifMatch: true,
  })
  @Post('/complaints/:id/steps')
  step(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) complaintId: ComplaintId,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { step }: ComplaintStepBody,
  ): Promise<ComplaintRecordedView> {
    return this.change(actor, { complaintId, revision, event: step, finding: null }, repeatable);
  }

  private async change(
    actor: StaffActor,
    input: ChangeComplaintInput,
    repeatable: Repeatable,
  ): Promise<ComplaintRecordedView> {
    const { caseId } = done(await this.changeComplaint.execute(actor, input, repeatable), STEP);
    return { id: input.complaintId, caseId };
  }
}
