import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenedDraft } from '#libs/casework';
import { nextStepOf, type DraftId, type DraftStep, type StaffActor } from '#libs/domain';
import { SafeIdPipe } from '../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { momentNow } from '../typed-moments/typed-moment.page';
import type { StepContext } from './check-steps';
import { checkedStep } from './draft-input';
import { draftGone } from './draft-problems';
import { promptsOf } from './draft-prompts';
import { DraftReading } from './draft-reading';
import { SameCrime } from './same-crime';
import { SaveStep } from './save-step';
import { isDraftStep, rawOf } from './step-fields';
import { readStep } from './step.form';
import { stepPage } from './step.page';

@Controller('/referrals/drafts/:id')
export class DraftStepsController {
  constructor(
    private readonly pages: Pages,
    private readonly reading: DraftReading,
    private readonly saveStep: SaveStep,
    private readonly sameCrime: SameCrime,
  ) {}

  /** Goes on where the officer left off. */
  @ForAct('keep-draft')
  @Get()
  async goOn(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: DraftId,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const opened = await this.reading.open(actor, id);
    if (opened.kind === 'sent') return this.reading.alreadySent({ request, reply }, opened);
    return this.pages.redirect(reply, `/referrals/drafts/${id}/${nextStepOf(opened.contents) ?? 'check'}`);
  }

  @ForAct('keep-draft')
  @Get('/:step')
  async open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: DraftId,
    @Param('step') step: unknown,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (typeof step !== 'string' || !isDraftStep(step)) throw draftGone();
    const opened = await this.reading.open(actor, id);
    if (opened.kind === 'sent') return this.reading.alreadySent({ request, reply }, opened);
    const { draft, contents, now } = opened;
    const { pack } = this.reading;
    const context = this.reading.contextAt(now);
    const prompts = step === 'agreement' ? await this.promptsOf(actor, opened) : [];
    const raw = rawOf(step, contents[step]?.answers ?? this.blank(step, context));
    const rest = { errors: [], changed: null, after: after === 'check' ? 'check' : 'next' } as const;
    const page = stepPage({ step, raw, draft, revision: draft.revision, prompts, ...rest }, { pack, now });
    return this.pages.show(reply, 'pages/drafts/step.njk', page);
  }

  @ForAct('keep-draft')
  @Post('/:step')
  async save(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) draftId: DraftId,
    @Param('step') step: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (typeof step !== 'string' || !isDraftStep(step)) throw draftGone();
    const form = readStep(step, request.body);
    return this.saveStep.andGoOn({ actor, request, reply, draftId, step, form });
  }

  /** Once the report is written, and before anything is sent. */
  private async promptsOf(actor: StaffActor, { contents, now }: OpenedDraft) {
    const context = this.reading.contextAt(now);
    const crimeReference = checkedStep(contents, 'report', context)?.part?.crimeReference ?? null;
    const same = await this.sameCrime.prompt(actor, { crimeReference, now });
    return [...same, ...promptsOf(contents, context, this.reading.pack.sarcLine)];
  }

  /** What a step opens with: the usual answers cost nothing. */
  private blank(step: DraftStep, { now, timezone }: StepContext) {
    return step === 'report' ? momentNow('reported', { now, timezone }) : {};
  }
}
