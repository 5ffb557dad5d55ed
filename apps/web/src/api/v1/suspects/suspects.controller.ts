import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { RecordSuspect, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { SUSPECT_REFUSALS } from '../../../pages/suspects/suspects.copy';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { inBody } from '../requests/in-body';
import { UNREADABLE } from '../requests/refusal.copy';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { SuspectRecordedView } from './conflict.view';
import { RecordSuspectBody } from './suspect.dto';

const REFUSALS = { ...inBody(SUSPECT_REFUSALS, { name: 'names' }), unreadable: UNREADABLE };

@ApiTags('suspects')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/suspects')
export class SuspectsController {
  constructor(private readonly recordSuspect: RecordSuspect) {}

  @ForAct('record-suspect')
  @ActAnswers({
    id: 'recordSuspect',
    summary: 'Write down who the suspect is, if the person wants to say',
    description:
      'It is sealed behind a wall and nobody can read it here again. The answer is the same whether or not anybody is like them.',
    type: SuspectRecordedView,
    status: 201,
  })
  @Post()
  async record(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { names, bornOn }: RecordSuspectBody,
  ): Promise<SuspectRecordedView> {
    const given = { names: names.map((name) => name.trim()), bornOn: bornOn ?? null };
    const input = { ...given, caseId: id as CaseId };
    done(await this.recordSuspect.execute(actor, input, repeatable), REFUSALS);
    return { caseId: id };
  }
}
