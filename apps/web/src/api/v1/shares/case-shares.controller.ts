import { Body, Controller, Get, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ChangeShare, ProposeShare, type Repeatable, type ShareChange } from '#libs/casework';
import type { AgencyId, CaseId, ShareId, StaffActor } from '#libs/domain';
import { caseConsent } from '#libs/persistence';
import { CHANGE_SHARE_REFUSALS, PROPOSE_REFUSALS } from '../../../pages/shares/share.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { ActAnswers, Answers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { NoBody } from '../requests/no-body.interceptor';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { CaseSharesView, caseShareView, ShareKeptView } from './case-share.view';
import { ProposeShareBody } from './share.dto';

/** What other services read of a case. */
@ApiTags('shares')
@ApiBearerAuth('bearer')
@Controller('/api/v1')
export class CaseSharesController {
  constructor(
    private readonly cases: CaseReader,
    private readonly proposeShare: ProposeShare,
    private readonly changeShare: ChangeShare,
  ) {}

  @ForAct('see-consent')
  @Answers({
    id: 'listCaseShares',
    summary: 'What other services read of a case, and what they have looked at',
    type: CaseSharesView,
  })
  @Get('/cases/:id/shares')
  list(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<CaseSharesView> {
    return this.cases.with(actor, id, async (manager, { caseId }, now) => {
      const consent = await caseConsent(manager, caseId);
      return { caseId, items: consent.shares.map((share) => caseShareView(share, { consent, actor, now })) };
    });
  }

  @ForAct('propose-share')
  @ActAnswers({
    id: 'proposeShare',
    summary: 'Say what another service would see of a case',
    description: 'Nobody there reads it before it is opened, and then only what there is a ground for.',
    type: ShareKeptView,
    status: 201,
  })
  @Post('/cases/:id/shares')
  async propose(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @Body() { agencyId, purpose, dataClasses }: ProposeShareBody,
  ): Promise<ShareKeptView> {
    const input = { caseId: id as CaseId, agencyId: agencyId as AgencyId, purpose, dataClasses };
    const { shareId, caseId } = done(
      await this.proposeShare.execute(actor, input, repeatable),
      PROPOSE_REFUSALS,
    );
    return { shareId, caseId };
  }

  @ForAct('propose-share')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'openShare',
    summary: 'Let the other service read what was proposed',
    description: 'Only with consent, or an override, for every class of it.',
    type: ShareKeptView,
    ifMatch: true,
  })
  @Post('/shares/:id/open')
  open(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<ShareKeptView> {
    return this.change(actor, { shareId: id as ShareId, revision, change: 'open' }, repeatable);
  }

  @ForAct('propose-share')
  @UseInterceptors(NoBody)
  @ActAnswers({
    id: 'closeShare',
    summary: 'Take a share back',
    description: 'It is closed at once, and the other service is told not to use what it may have noted.',
    type: ShareKeptView,
    ifMatch: true,
  })
  @Post('/shares/:id/close')
  close(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
  ): Promise<ShareKeptView> {
    return this.change(actor, { shareId: id as ShareId, revision, change: 'close' }, repeatable);
  }

  private async change(
    actor: StaffActor,
    change: ShareChange,
    repeatable: Repeatable,
  ): Promise<ShareKeptView> {
    const { shareId, caseId } = done(
      await this.changeShare.execute(actor, change, repeatable),
      CHANGE_SHARE_REFUSALS,
    );
    return { shareId, caseId };
  }
}
