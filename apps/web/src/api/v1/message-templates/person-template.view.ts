import { ApiProperty } from '@nestjs/swagger';
import { isoOf, PERSON_TEMPLATE_IDS, type StaffActor } from '#libs/domain';
import type { PersonTemplateVersion } from '#libs/persistence';
import { AvailableActionView } from '../access/available-action.view';
import { CodeProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';
import { proposeAction } from '../policies/policies.view';

/** A text that a person may be sent: neither names sender, service or reader. */
export class PersonTemplateVersionView {
  @CodeProperty(PERSON_TEMPLATE_IDS, 'Which text.')
  id: string;

  @NumberProperty('Its version.', 1)
  version: number;

  @InstantProperty('In force from this instant.')
  effectiveFrom: string;

  @TextProperty('The subject of the e-mail.', 'Speak soon')
  subject: string;

  @TextProperty('The e-mail.', 'We will ring you on {{day}} at {{time}}.')
  mail: string;

  @TextProperty('The text message.', 'We will ring you on {{day}} at {{time}}.')
  phone: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class PersonTemplatesView {
  @ApiProperty({ type: [PersonTemplateVersionView], description: 'By text, newest version first.' })
  items: PersonTemplateVersionView[];
}

export function personTemplateVersionView(
  { id, version, effectiveFrom, subject, mail, phone }: PersonTemplateVersion,
  { actor, newest }: { actor: StaffActor; newest: boolean },
): PersonTemplateVersionView {
  return {
    id,
    version,
    effectiveFrom: isoOf(effectiveFrom),
    subject,
    mail,
    phone,
    availableActions: proposeAction(actor, 'person-message-templates', newest),
  };
}
