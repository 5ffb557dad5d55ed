import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AskCorrectedStart, type Repeatable } from '#libs/casework';
import { instant, type ReferralId, type StaffActor } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { refuse } from '../../../errors/refusal';
import { changedSince, IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { resultOf } from '../requests/result-of';
import { CorrectedStartBody } from './corrected-start.dto';
import { CORRECTION_REFUSALS } from './referral.copy';
import { ReferralReader } from './referral-reader';
import { CheckAskedView } from './referral.view';

@ApiTags('referrals')
@ApiBearerAuth('bearer')
@Controller('/api/v1/referrals/:id/corrected-start')
export class CorrectedStartController {
  constructor(
    private readonly askCorrectedStart: AskCorrectedStart,
    private readonly referrals: ReferralReader,
  ) {}

  @ForAct('ask-corrected-start')
  @ActAnswers({
    id: 'askCorrectedStart',
    summary: 'Ask for the start of the clock to be corrected',
    description: 'Nothing moves until a second person has confirmed it.',
    type: CheckAskedView,
    status: 201,
    ifMatch: true,
  })
  @Post()
  async ask(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() version: number,
    @Body() { reportedAt, reason }: CorrectedStartBody,
  ): Promise<CheckAskedView> {
    const { revision } = await this.referrals.read(actor, 'ask-corrected-start', id);
    if (revision !== version) throw changedSince(revision);
    const input = { referralId: id as ReferralId, reportedAt: instant(reportedAt), reason };
    const outcome = resultOf(await this.askCorrectedStart.execute(actor, input, repeatable));
    switch (outcome.kind) {
      case 'asked':
        return { checkId: outcome.checkId };
      case 'not-found':
        throw notFound();
      case 'refused':
        return refuse(outcome, CORRECTION_REFUSALS);
    }
  }
}
