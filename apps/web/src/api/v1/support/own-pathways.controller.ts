import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReferOnOwnPathway, type Repeatable } from '#libs/casework';
import type { Source, StaffActor } from '#libs/domain';
import { invalidInput, notFound } from '../../../errors/problem';
import { refuse } from '../../../errors/refusal';
import { doorsFor } from '../../../pages/doors/doors';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { ReferralReader } from '../referrals/referral-reader';
import { MISSING_ANSWERS } from '../referrals/referral.copy';
import { ReferralView, referralView } from '../referrals/referral.view';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import { OwnPathwayBody } from './own-pathway.dto';
import { ownPathwayInputOf } from './own-pathway-input';
import { OWN_PATHWAY_REFUSALS } from './support.copy';

/** Referrals of people whom nobody finds by a name and who are compared with nobody. */
@ApiTags('referrals')
@ApiBearerAuth('bearer')
@Controller('/api/v1/own-pathways')
export class OwnPathwaysApiController {
  constructor(
    private readonly refer: ReferOnOwnPathway,
    private readonly referrals: ReferralReader,
  ) {}

  @ForAct('open-own-pathway')
  @ActAnswers({
    id: 'referOnOwnPathway',
    summary: 'Take on somebody who stays anonymous, or somebody’s supporter',
    description:
      'Nobody is looked up before, and no search finds them after. Both clocks of the promise run.',
    type: ReferralView,
    status: 201,
    etag: true,
  })
  @Post()
  async take(
    @CurrentActor() actor: StaffActor,
    @RepeatableAct() repeatable: Repeatable,
    @Body() body: OwnPathwayBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralView> {
    const input = ownPathwayInputOf(body, sourceFor(actor));
    const outcome = resultOf(await this.refer.execute(actor, input, repeatable));
    switch (outcome.kind) {
      case 'submitted': {
        const view = referralView(
          await this.referrals.read(actor, 'log-referral', outcome.referralId),
          actor,
        );
        reply.headers({ location: `/api/v1/referrals/${view.id}`, etag: view.etag });
        return view;
      }
      case 'incomplete':
        throw invalidInput(outcome.missing.map((answer) => MISSING_ANSWERS[answer]));
      case 'refused':
        return refuse(outcome, OWN_PATHWAY_REFUSALS);
    }
  }
}

/** A responder keys what the person says; the referral centre refers for those who came to it. */
function sourceFor(actor: StaffActor): Source {
  const sources = doorsFor(actor).map(({ source }) => source);
  const source = (['self', 'sarc'] as const).find((one) => sources.includes(one));
  if (source === undefined) throw notFound();
  return source;
}
