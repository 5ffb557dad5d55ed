import { ApiProperty } from '@nestjs/swagger';
import { isoOf, TEMPLATE_IDS, type StaffActor } from '#libs/domain';
import type { TemplateVersion } from '#libs/persistence';
import { AvailableActionView } from '../access/available-action.view';
import { CodeProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';
import { proposeAction } from './policies.view';

export class TemplateTextView {
  @TextProperty('The subject line.', 'A reference waits: {{reference}}')
  subject: string;

  @TextProperty('The text.', 'Open {{reference}} here: {{link}}')
  body: string;
}

export class TemplateVersionView {
  @CodeProperty(TEMPLATE_IDS, 'Which message.')
  id: string;

  @NumberProperty('Its version.', 1)
  version: number;

  @InstantProperty('In force from this instant.')
  effectiveFrom: string;

  @ApiProperty({ type: TemplateTextView, description: 'About one reference.' })
  one: TemplateTextView;

  @ApiProperty({ type: TemplateTextView, description: 'About several.' })
  many: TemplateTextView;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class MessageTemplatesView {
  @ApiProperty({ type: [TemplateVersionView], description: 'By message, newest version first.' })
  items: TemplateVersionView[];
}

export function templateVersionView(
  { id, version, effectiveFrom, one, many }: TemplateVersion,
  { actor, newest }: { actor: StaffActor; newest: boolean },
): TemplateVersionView {
  return {
    id,
    version,
    effectiveFrom: isoOf(effectiveFrom),
    one,
    many,
    availableActions: proposeAction(actor, 'message-templates', newest),
  };
}
