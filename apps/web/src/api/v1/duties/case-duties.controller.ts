import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { GrantEnhancedRights, RecordCodeEvent, type Repeatable } from '#libs/casework';
import { instant, isoOf, mayDo, type CaseId, type DutyId, type StaffActor } from '#libs/domain';
import { dutiesOfCase, dutyLedger, enhancedRightsOf } from '#libs/persistence';
import { notFound } from '../../../errors/problem';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { availableOf } from '../access/available-action.view';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CareReader } from '../cases/care-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ENHANCED_REFUSALS, EVENT_REFUSALS } from './duty.copy';
import { CodeEventBody, EnhancedRightsBody } from './duty.dto';
import { DutyLedgerView, dutyLedgerView } from './duty-ledger.view';
import { CaseDutiesView, CodeEventRecordedView, dutyView, EnhancedGrantedView } from './duty.view';

const MOST = 500;

/** What the Victims' Code gives the person of a case. */
@ApiTags('victims code')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id')
export class CaseDutiesController {
  constructor(
    private readonly care: CareReader,
    private readonly recordEvent: RecordCodeEvent,
    private readonly grantEnhanced: GrantEnhancedRights,
  ) {}

  @ForAct('see-rights', 'keep-shared-care')
  @Answers({
    id: 'listDuties',
    summary: 'What the Victims’ Code gives this person, who owes each and by when',
    type: CaseDutiesView,
  })
  @Get('/duties')
  list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: CaseId): Promise<CaseDutiesView> {
    return this.care.with(actor, { id, act: 'see-rights' }, async (manager, { caseId, open }, now) => {
      const duties = await dutiesOfCase(manager, caseId);
      const enhanced = await enhancedRightsOf(manager, [caseId]);
      const may = mayDo(actor, 'keep-rights');
      const path = `/api/v1/cases/${caseId}`;
      return {
        caseId,
        enhanced: enhanced.map(({ category, grantedAt }) => ({
          category,
          grantedAt: grantedAt && isoOf(grantedAt),
        })),
        duties: duties.slice(0, MOST).map((duty) => dutyView(duty, { actor, now })),
        availableActions: availableOf([
          {
            action: 'record-code-event',
            method: 'POST',
            href: `${path}/code-events`,
            may: may && open,
          },
          { action: 'grant-enhanced-rights', method: 'POST', href: `${path}/enhanced-rights`, may },
        ]),
      };
    });
  }

  @ForAct('see-rights', 'keep-shared-care')
  @Answers({
    id: 'readDutyLedger',
    summary: 'Every due time that one duty has had, with its working day by day',
    type: DutyLedgerView,
  })
  @Get('/duties/:dutyId/ledger')
  ledger(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: CaseId,
    @Param('dutyId', SafeIdPipe) dutyId: DutyId,
  ): Promise<DutyLedgerView> {
    return this.care.with(actor, { id, act: 'see-rights' }, async (manager, { caseId }) => {
      const duty = (await dutiesOfCase(manager, caseId)).find((one) => one.id === dutyId);
      if (!duty) throw notFound();
      return dutyLedgerView(duty, await dutyLedger(manager, { caseId, dutyId }));
    });
  }

  @ForAct('keep-rights')
  @ActAnswers({
    id: 'recordCodeEvent',
    summary: 'Record something outside an investigation that the Code answers',
    type: CodeEventRecordedView,
    status: 201,
  })
  @Post('/code-events')
  async tell(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { event, happenedAt }: CodeEventBody,
  ): Promise<CodeEventRecordedView> {
    const input = { caseId: id as CaseId, event, happenedAt: instant(happenedAt) };
    done(await this.recordEvent.execute(actor, input, repeatable), EVENT_REFUSALS);
    return { caseId: id };
  }

  @ForAct('keep-rights')
  @ActAnswers({
    id: 'grantEnhancedRights',
    summary: 'Add a ground for Enhanced Rights',
    description: 'Open duties get the shorter times; what is settled stays as it is.',
    type: EnhancedGrantedView,
    status: 201,
  })
  @Post('/enhanced-rights')
  async grant(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { category }: EnhancedRightsBody,
  ): Promise<EnhancedGrantedView> {
    const input = { caseId: id as CaseId, category };
    const { replanned } = done(await this.grantEnhanced.execute(actor, input, repeatable), ENHANCED_REFUSALS);
    return { replanned };
  }
}
