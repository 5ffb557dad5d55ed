import { ApiProperty } from '@nestjs/swagger';
import {
  AGE_BANDS,
  AUTHORITIES,
  COMPETENCE_BASES,
  CONSENT_DECISIONS,
  DATA_CLASSES,
  GIVERS,
  HOW_GIVEN,
  PURPOSES,
} from '#libs/domain';
import { AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

export const RECIPIENT_EXAMPLE = 'agency:00000000-0000-4000-8000-000000000006';
const ANSWERS = ['yes', 'never-asked', 'refused', 'withdrawn', 'expired', 'giver-was-a-child'];

/** One class of data of one line of the matrix: yes, or why not. Unknown is no. */
export class ConsentCellView {
  @CodeProperty(DATA_CLASSES, 'Which class of data.')
  dataClass: string;

  @CodeProperty(ANSWERS, 'What the ledger answers right now.')
  answer: string;

  @YesNoProperty('Whether an override stands in the place of a yes.', false)
  overridden: boolean;

  @InstantProperty('Until when a yes holds; null when it holds until it is withdrawn.', { nullable: true })
  until: string | null;
}

export class ConsentLineView {
  @TextProperty('Who would know: a body’s code, or agency: and an id.', RECIPIENT_EXAMPLE)
  recipient: string;

  @CodeProperty(PURPOSES, 'What for.')
  purpose: string;

  @ApiProperty({ type: [ConsentCellView] })
  cells: ConsentCellView[];
}

export class ProviderView {
  @IdProperty('The agency.')
  agencyId: string;

  @TextProperty('What it is called.', 'Sample Advocacy')
  name: string;
}

/** Who may know what, right now. Nothing is shared unless it says yes here, or an override stands. */
export class ConsentView {
  @IdProperty('The case.')
  caseId: string;

  @CodeProperty(AGE_BANDS, 'How old the person is: who may answer depends on it.')
  ageBand: string;

  @YesNoProperty('True while nobody has asked the person and name and number are shut.', false)
  identityWithheld: boolean;

  @ApiProperty({ type: [ConsentLineView], description: 'Being in touch, then each recipient and purpose.' })
  lines: ConsentLineView[];

  @ApiProperty({ type: [ProviderView], description: 'The services that can be shared with.' })
  providers: ProviderView[];

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

/** One answer. Answers are never changed or removed; the newest about a question counts. */
export class ConsentEntryView {
  @IdProperty('The answer.')
  id: string;

  @CodeProperty(CONSENT_DECISIONS, 'What was answered.')
  decision: string;

  @TextProperty('Who would know: a body’s code, or agency: and an id.', RECIPIENT_EXAMPLE)
  recipient: string;

  @CodeProperty(PURPOSES, 'What for.')
  purpose: string;

  @CodeProperty(DATA_CLASSES, 'Which class of data; null is all of it.', { nullable: true })
  dataClass: string | null;

  @CodeProperty(GIVERS, 'Who answered.')
  giver: string;

  @CodeProperty(COMPETENCE_BASES, 'On what footing a yes stands; null for a no.', { nullable: true })
  basis: string | null;

  @CodeProperty(AUTHORITIES, 'What gave somebody else the authority.', { nullable: true })
  authority: string | null;

  @CodeProperty(HOW_GIVEN, 'How they told us.')
  how: string;

  @TextProperty('The version of the words that were read out; null when none were.', 'support-1', {
    nullable: true,
  })
  wording: string | null;

  @IdProperty('Who took it; null for an agreement that came with the referral.', { nullable: true })
  takenBy: string | null;

  @InstantProperty('When it was recorded.')
  recordedAt: string;

  @InstantProperty('When it ends by itself; null when it does not.', { nullable: true })
  expiresAt: string | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class ConsentLedgerView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [ConsentEntryView], description: 'Every answer, the newest first.' })
  items: ConsentEntryView[];
}

export class ConsentRecordedView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({
    type: [String],
    description: 'One answer for each class of data.',
    example: ['00000000-0000-7000-8000-00000000a001'],
  })
  entryIds: string[];

  @NumberProperty('How many shares it closed.', 1)
  closedShares: number;
}

export class ConsentWithdrawnView {
  @IdProperty('The case.')
  caseId: string;

  @NumberProperty('How many shares it closed.', 1)
  closedShares: number;
}
