import { ApiProperty } from '@nestjs/swagger';
import { COMPETENCE_BASES, CONSENT_DECISIONS, DATA_CLASSES, GIVERS, HOW_GIVEN, PURPOSES } from '#libs/domain';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
} from '../openapi/properties';
import { RECIPIENT_EXAMPLE } from './consent.view';

/* The keys are those of ISO/IEC TS 27560, and so are their underscores. */

export class ReceiptPersonView {
  @TextProperty(
    'What this receipt calls the person: the same on every receipt of one case.',
    '1A2B-3C4D-5E6F',
  )
  id: string;

  @TextProperty('What kind of name that is.', 'case-scoped-pseudonym')
  id_type: string;
}

export class ReceiptRecipientView {
  @TextProperty('A body’s code, or agency: and an id.', RECIPIENT_EXAMPLE)
  id: string;

  @TextProperty('What it is called.', 'Sample Advocacy')
  name: string;
}

export class ReceiptProcessingView {
  @CodeProperty(PURPOSES, 'What for.')
  purpose: string;

  @TextProperty('The same in words.', 'To support them')
  purpose_description: string;

  @TextProperty('The ground in law.', 'consent')
  lawful_basis: string;

  @CodesProperty(DATA_CLASSES, 'Which classes of data; empty is all of it.')
  pii_information: string[];

  @ApiProperty({ type: [ReceiptRecipientView] })
  recipients: ReceiptRecipientView[];

  @TextProperty('How it is taken back.', 'Tell whoever you speak to, at any time and without a reason.')
  withdrawal: string;
}

export class ReceiptNoticeView {
  @TextProperty('The version of the words that were read out.', 'support-1', { nullable: true })
  id: string | null;

  @TextProperty('The words.', 'May we tell Sample Advocacy your name?')
  text: string;
}

export class ReceiptEventView {
  @InstantProperty('When it was answered.')
  time: string;

  @CodeProperty(CONSENT_DECISIONS, 'What was answered.')
  state: string;

  @CodeProperty(GIVERS, 'Who answered.')
  given_by: string;

  @CodeProperty(COMPETENCE_BASES, 'On what footing.', { nullable: true })
  basis: string | null;

  @CodeProperty(HOW_GIVEN, 'How they told us.')
  method: string;

  @InstantProperty('Until when it holds; null until it is withdrawn.', { nullable: true })
  valid_until: string | null;
}

export class ConsentReceiptView {
  @TextProperty('The shape that it follows.', 'ISO/IEC TS 27560:2023')
  schema_version: string;

  @IdProperty('The receipt.')
  receipt_id: string;

  @IdProperty('The answer.')
  record_id: string;

  @ApiProperty({ type: ReceiptPersonView })
  pii_principal: ReceiptPersonView;

  @ApiProperty({ type: [ReceiptProcessingView] })
  processing: ReceiptProcessingView[];

  @ApiProperty({ type: ReceiptNoticeView })
  notice: ReceiptNoticeView;

  @ApiProperty({ type: ReceiptEventView })
  event: ReceiptEventView;
}
