import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ClaimCase, ReleaseClaim } from '#libs/casework';
import { isoOf, type CaseId, type StaffActor } from '#libs/domain';
import { notFound } from '../../../errors/problem';
import { IdempotencyKey } from '../../../request-reading/idempotency-key';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { doneIn } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { ClaimBody } from './claim.dto';
import { ClaimView, ReleasedView } from './claim.view';

/** Said twice a claim is renewed and a release changes nothing, so neither needs a stored answer. */
@ApiTags('cases')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/claim')
export class ClaimsController {
  constructor(
    private readonly claimCase: ClaimCase,
    private readonly releaseClaim: ReleaseClaim,
  ) {}

  @ForAct('claim-case')
  @ActAnswers({
    id: 'claimCase',
    summary: 'Say that you are calling',
    description: 'Colleagues see it for a quarter of an hour. It stops nobody: insist to call all the same.',
    type: ClaimView,
  })
  @Post()
  async claim(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @IdempotencyKey() _key: string,
    @Body() { insist }: ClaimBody,
  ): Promise<ClaimView> {
    const outcome = await this.claimCase.execute(actor, { caseId: id as CaseId, insist });
    switch (outcome.kind) {
      case 'claimed':
        return { caseId: id, claimed: true, heldBy: null, since: null };
      case 'held':
        return { caseId: id, claimed: false, heldBy: outcome.by, since: isoOf(outcome.since) };
      case 'not-found':
        throw notFound();
    }
  }

  @ForAct('claim-case')
  @UseInterceptors(NoBody)
  @ActAnswers({ id: 'releaseClaim', summary: 'Say that you are done calling', type: ReleasedView })
  @Post('/release')
  async release(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @IdempotencyKey() _key: string,
  ): Promise<ReleasedView> {
    doneIn(await this.releaseClaim.execute(actor, id as CaseId), {});
    return { caseId: id };
  }
}
