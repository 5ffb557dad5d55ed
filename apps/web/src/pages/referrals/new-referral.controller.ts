import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SubmitReferral, type SubmitRefusal } from '#libs/casework';
import type { AreaPack } from '#libs/config';
import type { StaffActor } from '#libs/domain';
import { PostgresUnitOfWork } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import type { FieldError } from '../../errors/problem';
import { refuse, refusalErrors, type RefusalCopy } from '../../errors/refusal';
import { ServerKey } from '../../security/server-key';
import { CurrentActor } from '../../sign-in/current-actor.decorator';
import { Pages } from '../../views/pages';
import { requireAct, resultOfForm } from '../form-acts/form-act';
import { momentNow } from '../typed-moments/typed-moment.page';
import { REFERRAL_ERRORS } from './new-referral.copy';
import { BLANK_REFERRAL, readNewReferral, type NewReferralRaw } from './new-referral.form';
import { newReferralPage } from './new-referral.page';

const TEMPLATE = 'pages/referrals/new.njk';

const REFUSALS: RefusalCopy<SubmitRefusal> = {
  'not-allowed': { sentence: '', problem: 'not-found' },
  'reported-in-the-future': { sentence: REFERRAL_ERRORS.inTheFuture, field: 'reportedDay' },
  'reported-too-early': { sentence: REFERRAL_ERRORS.tooEarly, field: 'reportedYear' },
  'calendar-ends': { sentence: REFERRAL_ERRORS.calendarEnds, field: 'reportedDay' },
  'born-after-report': { sentence: REFERRAL_ERRORS.bornAfterReport, field: 'bornDay' },
  'unknown-district': { sentence: REFERRAL_ERRORS.district, field: 'district' },
};

@Controller('/referrals/new')
export class NewReferralController {
  constructor(
    private readonly pages: Pages,
    private readonly work: PostgresUnitOfWork,
    private readonly submitReferral: SubmitReferral,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  @Get()
  async open(@CurrentActor() actor: StaffActor, @Res() reply: FastifyReply): Promise<FastifyReply> {
    requireAct(actor, 'log-referral');
    const { timezone, districts } = this.pack;
    const now = await this.work.read(actor, async (_manager, at) => at);
    const raw: NewReferralRaw = {
      ...BLANK_REFERRAL,
      ...momentNow('reported', { now, timezone }),
      languageNeed: 'none',
    };
    return this.pages.show(reply, TEMPLATE, newReferralPage({ raw, errors: [], districts }));
  }

  @Post()
  async submit(
    @CurrentActor() actor: StaffActor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    requireAct(actor, 'log-referral');
    const { timezone, districts } = this.pack;
    const codes = districts.map(({ code }) => code);
    const form = readNewReferral(request.body, { timezone, districts: codes });
    const { raw, idempotencyKey } = form;
    const again = (errors: readonly FieldError[]) =>
      this.pages.show(reply, TEMPLATE, newReferralPage({ raw, errors, idempotencyKey, districts }), 400);
    if (form.kind === 'invalid') return again(form.errors);
    const act = this.serverKey.repeatable('form', { request, key: idempotencyKey, content: raw });
    const outcome = resultOfForm(await this.submitReferral.execute(actor, form.input, act));
    switch (outcome.kind) {
      case 'submitted':
        return this.pages.redirect(reply, `/referrals/${outcome.referralId}/receipt`);
      case 'incomplete':
        throw new Error('the form asks for every answer that the police must give');
      case 'refused':
        if (outcome.reason === 'not-allowed') return refuse(outcome, REFUSALS);
        return again(refusalErrors(outcome, REFUSALS, 'reportedDay'));
    }
  }
}
