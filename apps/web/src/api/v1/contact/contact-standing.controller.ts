import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#libs/domain';
import { caseContact } from '#libs/persistence';
import { SafeIdPipe } from '../../../request-reading/strict-body.pipe';
import { CurrentActor } from '../../../sign-in/current-actor.decorator';
import { ForAct } from '../../../sign-in/for-act.decorator';
import { CaseReader } from '../cases/case-reader';
import { Answers } from '../openapi/answers.decorator';
import { contactStandingView } from './contact-standing';
import { ContactStandingView } from './contact.view';

@ApiTags('contact')
@ApiBearerAuth('bearer')
@Controller('/api/v1/cases/:id/contact')
export class ContactStandingController {
  constructor(private readonly cases: CaseReader) {}

  @ForAct('open-case')
  @Answers({
    id: 'readContactStanding',
    summary: 'Attempts, promised calls, interpreters, and what the attempt policy says next',
    type: ContactStandingView,
  })
  @Get()
  read(@CurrentActor() actor: StaffActor, @Param('id', SafeIdPipe) id: string): Promise<ContactStandingView> {
    return this.cases.with(actor, id, async (manager, summary, now) => {
      const { caseId, openedAt } = summary;
      const contact = await caseContact(manager, { caseId, openedAt, now });
      return contactStandingView(contact, { actor, summary, now });
    });
  }
}
