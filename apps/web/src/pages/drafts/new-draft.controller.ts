import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StartDraft } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { notFound } from '../../errors/problem';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { ForAct } from '../../sign-in/for-act.decorator';
import { Pages } from '../../views/pages';
import { resultOfForm } from '../form-acts/form-act';
import { DraftReading } from './draft-reading';
import { SaveStep } from './save-step';
import { rawOf } from './step-fields';
import { readStep } from './step.form';
import { stepPage } from './step.page';

/** The first step. Nothing is kept of anybody before it is sent on. */
@Controller('/referrals/new')
export class NewDraftController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly startDraft: StartDraft,
    private readonly saveStep: SaveStep,
    private readonly reading: DraftReading,
    private readonly serverKey: ServerKey,
  ) {}

  @ForAct('keep-draft')
  @Get()
  async open(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const now = await this.work.read(actor, async (_manager, at) => at);
    const raw = rawOf('person', { languageNeed: 'none' });
    const rest = { errors: [], draft: null, revision: 1, after: 'next', prompts: [], changed: null } as const;
    const page = stepPage({ step: 'person', raw, ...rest }, { pack: this.reading.pack, now });
    return this.pages.show(reply, 'pages/drafts/step.njk', page);
  }

  /** The key of the form opens one draft, however often it is sent; what it says is saved into that draft. */
  @ForAct('keep-draft')
  @Post()
  async start(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = readStep('person', request.body);
    const act = this.serverKey.repeatable('form', { request, key: form.idempotencyKey, content: {} });
    const started = resultOfForm(await this.startDraft.execute(actor, act));
    if (started.kind !== 'started') throw notFound();
    return this.saveStep.andGoOn({ actor, request, reply, draftId: started.draftId, step: 'person', form });
  }
}
