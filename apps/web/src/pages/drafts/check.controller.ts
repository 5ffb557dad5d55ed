import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PreviewPromise, SubmitDraft, type OpenedDraft, type SubmitRefusal } from '#libs/casework';
import type { DraftId, StaffActor } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { refuse, refusalErrors, type RefusalCopy } from '../../errors/refusal';
import { readFields } from '../../request-reading/read-fields';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { limbNamesOf, type LimbNameOf } from '../promise-words/limb-words';
import { readRevision } from '../stale-forms/read-revision';
import { checkPage } from './check.page';
import { draftAsInput, whereToGoOn, type CompleteInput } from './draft-input';
import { draftGone } from './draft-problems';
import { promptsOf } from './draft-prompts';
import { DraftReading } from './draft-reading';
import { CHECKED_ELSEWHERE } from './draft.copy';
import { STEP_ERRORS } from './step.copy';
import { SameCrime } from './same-crime';
import { ThinTime } from './thin-time';

const REFUSALS: RefusalCopy<SubmitRefusal> = {
  'not-allowed': { sentence: '', problem: 'not-found' },
  'reported-in-the-future': { sentence: STEP_ERRORS.inTheFuture, field: 'reportedDay' },
  'reported-too-early': { sentence: STEP_ERRORS.tooEarly, field: 'reportedDay' },
  'calendar-ends': { sentence: STEP_ERRORS.calendarEnds, field: 'reportedDay' },
  'born-after-report': { sentence: STEP_ERRORS.bornAfterReport, field: 'age' },
  'unknown-district': { sentence: STEP_ERRORS.district, field: 'district' },
};

@Controller('/referrals/drafts/:id/check')
export class CheckController {
  private readonly limbName: LimbNameOf;

  constructor(
    private readonly pages: Pages,
    private readonly reading: DraftReading,
    private readonly previewPromise: PreviewPromise,
    private readonly thinTime: ThinTime,
    private readonly sameCrime: SameCrime,
    private readonly submitDraft: SubmitDraft,
    private readonly serverKey: ServerKey,
  ) {
    this.limbName = limbNamesOf(reading.pack.policies);
  }

  @ForAct('keep-draft')
  @Get()
  async check(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: DraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.reading.open(actor, id);
    if (opened.kind === 'sent') return this.reading.alreadySent({ request, reply }, opened);
    const draft = draftAsInput(opened.contents, this.reading.contextAt(opened.now));
    if (draft.kind !== 'complete') return this.pages.redirect(reply, whereToGoOn(id, draft));
    return this.show(actor, reply, { opened, input: draft.input });
  }

  /** Sends what was read on the check page, once; a report whose time is nearly up or past is looked at again first. */
  @ForAct('keep-draft')
  @Post()
  async send(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) draftId: DraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { raw } = readFields(request.body, { single: ['revision', 'time'] });
    const basedOn = readRevision(raw.revision);
    const opened = await this.reading.open(actor, draftId);
    if (opened.kind === 'sent') return this.reading.alreadySent({ request, reply }, opened);
    const draft = draftAsInput(opened.contents, this.reading.contextAt(opened.now));
    if (draft.kind !== 'complete') return this.pages.redirect(reply, whereToGoOn(draftId, draft));
    const { input } = draft;
    if (raw.time !== 'right' && (await this.thinTime.of(actor, input)).length > 0)
      return this.pages.redirect(reply, `/referrals/drafts/${draftId}/late`);
    const crimeMark = this.sameCrime.markOf(actor, input.crimeReference);
    const act = this.serverKey.repeatable('form', { request, key: draftId, content: {} });
    const outcome = await this.submitDraft.execute(actor, { draftId, basedOn, input, crimeMark }, act);
    switch (outcome.kind) {
      case 'sent':
        return this.reading.alreadySent({ request, reply }, outcome);
      case 'not-found':
        throw draftGone();
      case 'refused':
        return this.show(actor, reply, { opened, input, errors: [CHECKED_ELSEWHERE], status: 409 });
      default:
    }
    const result = resultOfForm(outcome);
    switch (result.kind) {
      case 'submitted':
        return this.pages.redirect(reply, `/referrals/${result.referralId}/receipt`);
      case 'incomplete':
        return this.pages.redirect(reply, `/referrals/drafts/${draftId}`);
      case 'refused': {
        if (result.reason === 'not-allowed') return refuse(result, REFUSALS);
        const errors = refusalErrors(result, REFUSALS, 'reportedDay');
        return this.show(actor, reply, { opened, input, errors, status: 400 });
      }
    }
  }

  private async show(
    actor: StaffActor,
    reply: FastifyReply,
    shown: { opened: OpenedDraft; input: CompleteInput; errors?: readonly FieldError[]; status?: number },
  ): Promise<FastifyReply> {
    const { opened, input, errors = [], status = 200 } = shown;
    const { contents, draft, now } = opened;
    const { pack } = this.reading;
    const context = this.reading.contextAt(now);
    const { source, reportedAt } = input;
    const preview = await this.previewPromise.execute(actor, { source, startedAt: reportedAt });
    const same = await this.sameCrime.prompt(actor, { crimeReference: input.crimeReference, now });
    const prompts = [...same, ...promptsOf(contents, context, pack.sarcLine)];
    const view = { draft, contents, preview, prompts, errors };
    const page = checkPage(view, { pack, context, limbName: this.limbName });
    return this.pages.show(reply, 'pages/drafts/check.njk', page, status);
  }
}
