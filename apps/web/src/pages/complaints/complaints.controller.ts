import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangeComplaint, ReadComplaintWords, RecordComplaint } from '#libs/casework';
import {
  complaintMachine,
  type CaseId,
  type ComplaintEvent,
  type ComplaintId,
  type StaffActor,
} from '#libs/domain';
import { caseReceivers, complaintOf, complaintsOfCase, PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { RecordPages, type FormPlace } from '../case-records/record-pages';
import { Colleagues } from '../colleagues/colleagues';
import type { CaseForm } from '../support/case-form';
import { ABOUT_WORDS, COMPLAINTS } from './complaints.copy';
import { complaintForm, stepForm } from './complaints.forms';
import { complaintsPage } from './complaints.page';

/** Complaints about services; whoever one is about finds nothing here. */
@Controller('/cases/:id/complaints')
export class ComplaintsController {
  constructor(
    private readonly records: RecordPages,
    private readonly work: PostgresUnitOfWork,
    private readonly colleagues: Colleagues,
    private readonly readWords: ReadComplaintWords,
    private readonly record: RecordComplaint,
    private readonly change: ChangeComplaint,
  ) {}

  @ForAct('see-complaints')
  @Get()
  async show(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.records.parts(actor, 'see-complaints', id);
    const complaints = await this.work.read(actor, (manager) => complaintsOfCase(manager, id));
    const view = complaintsPage(parts, { complaints, opened: null });
    return this.records.list(reply, { request, parts, view });
  }

  @ForAct('record-complaint')
  @Get('/new')
  async openNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.recording(actor, id));
  }

  @ForAct('record-complaint')
  @Post('/new')
  async sendNew(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.recording(actor, id));
  }

  /** The access row of the words is committed before the page leaves (P8). */
  @ForAct('see-complaints')
  @Get('/:complaint')
  async read(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('complaint', SafeIdPipe) complaint: ComplaintId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const parts = await this.records.parts(actor, 'see-complaints', id);
    const complaints = await this.work.read(actor, (manager) => complaintsOfCase(manager, id));
    if (!complaints.some((one) => one.id === complaint)) throw notFound();
    const found = await this.readWords.execute(actor, complaint);
    if (found.kind === 'not-found') throw notFound();
    const view = complaintsPage(parts, { complaints, opened: { id: complaint, words: found.words } });
    return this.records.list(reply, { request, parts, view });
  }

  @ForAct('handle-complaints')
  @Get('/:complaint/:step')
  async openStep(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('complaint', SafeIdPipe) complaint: ComplaintId,
    @Param('step') step: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.open(reply, await this.stepping(actor, { id, complaint, step }));
  }

  @ForAct('handle-complaints')
  @Post('/:complaint/:step')
  async sendStep(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('complaint', SafeIdPipe) complaint: ComplaintId,
    @Param('step') step: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.records.send(reply, request, await this.stepping(actor, { id, complaint, step }));
  }

  private async recording(actor: StaffActor, id: CaseId): Promise<FormPlace> {
    const context = await this.records.context(actor, 'record-complaint', id);
    const colleagues = await this.work.read(actor, (manager) => caseReceivers(manager, actor));
    const workers = colleagues.filter((userId) => userId !== actor.userId);
    const nameOf = await this.colleagues.names(workers, actor.userId);
    const form = complaintForm(this.record, { workers, nameOf });
    return place(id, { form, context, end: 'new', revision: null });
  }

  private async stepping(
    actor: StaffActor,
    { id, complaint, step }: { id: CaseId; complaint: ComplaintId; step: string },
  ): Promise<FormPlace> {
    const context = await this.records.context(actor, 'handle-complaints', id);
    const found = await this.work.read(actor, (manager) => complaintOf(manager, complaint));
    if (found?.caseId !== id) throw notFound();
    const steps = Object.values(complaintMachine.transitions).flatMap((of) => Object.keys(of));
    const event = [...new Set(steps)].find((one) => one === step) as ComplaintEvent | undefined;
    if (event === undefined) throw notFound();
    const form: CaseForm = stepForm(this.change, event, complaint);
    const received = momentInWords(found.receivedAt, context);
    const about = COMPLAINTS.one(ABOUT_WORDS[found.about], received);
    return place(id, { form, context, end: `${complaint}/${event}`, revision: found.revision, about });
  }
}

function place(
  id: CaseId,
  drawn: Pick<FormPlace, 'form' | 'context' | 'revision' | 'about'> & { readonly end: string },
): FormPlace {
  const { end, ...rest } = drawn;
  const path = `/cases/${id}/complaints`;
  return { ...rest, action: `${path}/${end}`, back: { href: path, text: COMPLAINTS.title } };
}
