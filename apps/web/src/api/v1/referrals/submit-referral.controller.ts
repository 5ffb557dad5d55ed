import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SubmitReferral, type Repeatable } from '#libs/casework';
import type { StaffActor } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import { refuse } from '../../../errors/refusal';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import { referralInputOf } from './referral-input';
import { ReferralReader } from './referral-reader';
import { MISSING_ANSWERS, SUBMIT_REFUSALS } from './referral.copy';
import { ReferralView, referralView } from './referral.view';
import { SubmitReferralBody } from './submit-referral.dto';

@ApiTags('referrals')
@ApiBearerAuth('bearer')
@Controller('/api/v1/referrals')
export class SubmitReferralController {
  constructor(
    private readonly submitReferral: SubmitReferral,
    private readonly referrals: ReferralReader,
  ) {}

  @ForAct('log-referral')
  @ActAnswers({
    id: 'submitReferral',
    summary: 'Refer a person for first contact',
    description:
      'Answers with the receipt: the reference, both deadlines and the first time a call can be made. Only a report time, a name to ask for, an age, a district and a safe number (or null) are needed.',
    type: ReferralView,
    status: 201,
    etag: true,
  })
  @Post()
  async submit(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: SubmitReferralBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralView> {
    const outcome = resultOf(await this.submitReferral.execute(actor, referralInputOf(body), repeatable));
    switch (outcome.kind) {
      case 'submitted': {
        const status = await this.referrals.read(actor, 'log-referral', outcome.referralId);
        const view = referralView(status, actor);
        reply.headers({ location: `/api/v1/referrals/${view.id}`, etag: view.etag });
        return view;
      }
      case 'incomplete':
        throw invalidInput(outcome.missing.map((answer) => MISSING_ANSWERS[answer]));
      case 'refused':
        return refuse(outcome, SUBMIT_REFUSALS);
    }
  }
}
