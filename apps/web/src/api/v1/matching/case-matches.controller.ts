import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#libs/domain';
import { caseMatches } from '#libs/persistence';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { Answers } from '../openapi/answers.decorator';
import { CaseMatchesView, matchLineView } from './match.view';

@ApiTags('matches')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/matches')
export class CaseMatchesController {
  constructor(private readonly cases: CaseReader) {}

  @ForAct('review-matches')
  @Answers({
    id: 'listCaseMatches',
    summary: 'Whom the person of a case may be, or is linked with, in codes and references',
    type: CaseMatchesView,
  })
  @Get()
  list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<CaseMatchesView> {
    return this.cases.with(actor, id, async (manager, { caseId }) => ({
      caseId,
      items: (await caseMatches(manager, caseId)).map((row) => matchLineView(row, actor)),
    }));
  }
}
