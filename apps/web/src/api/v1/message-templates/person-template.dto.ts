import { IsIn } from 'class-validator';
import { PERSON_TEMPLATE_IDS, type PersonTemplateId } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { CodeProperty, TextProperty } from '../openapi/properties';
import { ProposalBody } from '../proposals/proposal.dto';

export class ProposePersonTemplateBody extends ProposalBody {
  @CodeProperty(PERSON_TEMPLATE_IDS, 'Which text.')
  @IsIn(PERSON_TEMPLATE_IDS)
  template: PersonTemplateId;

  @TextProperty('The subject of the e-mail, on one line and without placeholders.', 'Speak soon', {
    maxLength: 50,
  })
  @CleanText({ max: 50, min: 1 })
  subject: string;

  @TextProperty('The e-mail.', 'We will ring you on {{day}} at {{time}}.', { maxLength: 300 })
  @CleanText({ max: 300, min: 1 })
  mail: string;

  @TextProperty('The text message.', 'We will ring you on {{day}} at {{time}}.', { maxLength: 140 })
  @CleanText({ max: 140, min: 1 })
  phone: string;
}
