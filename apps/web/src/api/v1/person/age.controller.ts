import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ChangeAge, type ChangeAgeOutcome, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import type { RefusalCopy } from '../../../errors/refusal';
import { AGE_REFUSALS } from '../../../pages/person/age.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { ageOf, maybeTextOf } from '../referrals/referral-input';
import { done, type ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';
import { CLOSED, UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { CorrectAgeBody } from './age.dto';
import { AgeCorrectedView } from './person.view';

@ApiTags('safeguarding')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/person/age')
export class AgeController {
  constructor(private readonly changeAge: ChangeAge) {}

  /** What stands there is looked at to be sealed beside what is new, so the access row is committed first (P8). */
  @ForAct('correct-age')
  @ActAnswers({
    id: 'correctAge',
    summary: 'Put right how old the person is',
    description:
      'If-Match is the etag of the case. What the age asks for is worked out anew: who is told, who agrees, whose number is called. The look at what stood there is written to the access log.',
    type: AgeCorrectedView,
    ifMatch: true,
  })
  @Post()
  async correct(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() body: CorrectAgeBody,
  ): Promise<AgeCorrectedView> {
    const { reason, words } = body;
    const change = { caseId: id as CaseId, revision, age: ageOf(body), reason, words: maybeTextOf(words) };
    const outcome = done(await this.changeAge.execute(actor, change, repeatable), refusalsOf(body));
    return { caseId: id, ageNow: outcome.band, younger: outcome.younger };
  }
}

/** The sentences of the page, at the one of the two values that was sent. */
function refusalsOf({ bornOn }: CorrectAgeBody): RefusalCopy<ReasonsOf<ChangeAgeOutcome>> {
  const { 'agreement-first': first, ...words } = AGE_REFUSALS;
  const named = inBody(words, { age: bornOn === undefined ? 'ageInYears' : 'bornOn' });
  const withheld = { sentence: first.sentence };
  return { ...named, 'agreement-first': withheld, 'case-closed': CLOSED, unreadable: UNREADABLE };
}
