import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ResumeContact, StopContact, type Repeatable } from '#libs/casework';
import type { CaseId, StaffActor } from '#libs/domain';
import { RESUME_REFUSALS, STOP_REFUSALS } from '../../../pages/stop-contact/stop-contact.copy';
import { IfMatch } from '../../../request-reading/entity-tag';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { ActAnswers } from '../openapi/answers.decorator';
import { done } from '../requests/done';
import { RepeatableAct } from '../requests/repeatable-act.decorator';
import { ResumeContactBody, StopContactBody } from './stop-contact.dto';
import { ContactResumedView, ContactStoppedView } from './stop-contact.view';

@ApiTags('safe contact')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/stop-contact')
export class StopContactController {
  constructor(
    private readonly stopContact: StopContact,
    private readonly resumeContact: ResumeContact,
  ) {}

  @ForAct('stop-contact')
  @ActAnswers({
    id: 'stopContact',
    summary: 'Stop all contact with a person, on all of their cases',
    description:
      'Nothing leaves for them from the instant this is saved, and what waited is taken back. After a death the cases close too.',
    type: ContactStoppedView,
    ifMatch: true,
  })
  @Post()
  async stop(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { cause }: StopContactBody,
  ): Promise<ContactStoppedView> {
    const input = { caseId: id as CaseId, revision, cause };
    const { caseId, cancelled } = done(
      await this.stopContact.execute(actor, input, repeatable),
      STOP_REFUSALS,
    );
    return { caseId, cancelledMessages: cancelled };
  }

  @ForAct('resume-contact')
  @ActAnswers({
    id: 'resumeContact',
    summary: 'Let contact go on that was stopped',
    description: 'Not after a death. Whoever asked us to stop is the only one who can take it back.',
    type: ContactResumedView,
    ifMatch: true,
  })
  @Post('/lift')
  async lift(
    @CurrentActor() actor: StaffActor,
    @Param('id', SafeIdPipe) id: string,
    @RepeatableAct() repeatable: Repeatable,
    @IfMatch() revision: number,
    @Body() { saidBy }: ResumeContactBody,
  ): Promise<ContactResumedView> {
    const input = { caseId: id as CaseId, revision, saidBy };
    const { caseId } = done(await this.resumeContact.execute(actor, input, repeatable), RESUME_REFUSALS);
    return { caseId };
  }
}
