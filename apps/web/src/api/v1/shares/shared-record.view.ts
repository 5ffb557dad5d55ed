import { ApiProperty } from '@nestjs/swagger';
import {
  AGE_BANDS,
  CARD_ROUTE_KINDS,
  CHANNELS,
  DATA_CLASSES,
  LANGUAGE_NEEDS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SHARE_PURPOSES,
  WHEN_BANDS,
} from '#libs/domain';
import { AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

export class SharedIdentityView {
  @TextProperty('The name to ask for.', 'Sample Person Quill')
  nameToAskFor: string;

  @TextProperty('The name in full, when it differs.', 'Sample Person Quillfeather', { nullable: true })
  fullName: string | null;
}

/** A number or address comes with what is safe on it at this moment; one that may not be used now is not shown. */
export class SharedRouteView {
  @CodeProperty(CARD_ROUTE_KINDS, 'What kind of way it is.')
  kind: string;

  @TextProperty('The number or address; null when it may not be used now.', '+447700900123', {
    nullable: true,
  })
  value: string | null;

  @CodesProperty(CHANNELS, 'What is safe on it at this moment.')
  safeNow: string[];
}

export class SharedContactView {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'When contact is safe; null when no time was ruled out.',
    example: { timezone: 'Europe/London', schedule: { mon: [['09:00', '15:00']] } },
  })
  safeHours: object | null;

  @TextProperty(
    'What to say when somebody else answers; null is nothing: name no service.',
    'Say it is the library',
    {
      nullable: true,
    },
  )
  sayIfOtherAnswers: string | null;

  @ApiProperty({ type: [SharedRouteView] })
  routes: SharedRouteView[];
}

export class SharedIncidentView {
  @CodeProperty(OFFENCE_GROUPS, 'What kind of offence.')
  offenceGroup: string;

  @CodeProperty(WHEN_BANDS, 'Roughly when.')
  whenBand: string;

  @CodeProperty(RELATIONSHIPS, 'Who the suspect is to the person.')
  relationship: string;
}

export class SharedReportView {
  @InstantProperty('When it was reported or referred.')
  reportedAt: string;

  @YesNoProperty('Whether to the police.', true)
  byPolice: boolean;
}

export class SharedInvestigationView {
  @ApiProperty({ type: [SharedReportView] })
  reports: SharedReportView[];

  @TextProperty('The crime number; null when none is known.', 'ZZ/000000/26', { nullable: true })
  crimeReference: string | null;
}

export class SharedNeedsView {
  @CodeProperty(AGE_BANDS, 'Age at the report.')
  ageBand: string;

  @CodeProperty(LANGUAGE_NEEDS, 'What is needed to talk.')
  languageNeed: string;
}

/** The record as it was shared: what is null was not shared, or may not be read right now. */
export class SharedRecordView {
  @IdProperty('The share.')
  id: string;

  @IdProperty('The case behind it: what your service keeps of the person is below its address.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(SHARE_PURPOSES, 'What for.')
  purpose: string;

  @CodesProperty(DATA_CLASSES, 'What may be read right now.')
  dataClasses: string[];

  @YesNoProperty('False when the record cannot be opened just now: try again in a few minutes.', true)
  readable: boolean;

  @ApiProperty({ type: SharedIdentityView, nullable: true })
  identity: SharedIdentityView | null;

  @ApiProperty({ type: SharedContactView, nullable: true })
  safeContact: SharedContactView | null;

  @ApiProperty({ type: [SharedIncidentView], nullable: true })
  incidents: SharedIncidentView[] | null;

  @ApiProperty({ type: SharedInvestigationView, nullable: true })
  investigation: SharedInvestigationView | null;

  @ApiProperty({ type: SharedNeedsView, nullable: true })
  needs: SharedNeedsView | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}
