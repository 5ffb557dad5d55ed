import {
  AGE_BANDS,
  AGREEMENTS,
  DANGERS,
  LANGUAGE_NEEDS,
  OFFENCE_GROUPS,
  RELATIONSHIPS,
  SUSPECT_ACCESS,
  WHEN_BANDS,
} from '#libs/domain';
import { CodeProperty, CodesProperty, TextProperty } from '../openapi/properties';

/** What was said when the person was referred, in codes. */
export class IntakeView {
  @TextProperty(
    'Home district, as a code of the Office for National Statistics; null when not known yet.',
    'E07999999',
    {
      nullable: true,
    },
  )
  district: string | null;

  @CodeProperty(AGREEMENTS, 'Whether the person agreed to be contacted.')
  agreement: string;

  @CodesProperty(DANGERS, 'What puts this first.')
  dangers: readonly string[];

  @CodeProperty(AGE_BANDS, 'Age at the report.')
  ageBand: string;

  @CodeProperty(AGE_BANDS, 'Age as it is known now.')
  ageNow: string;

  @CodeProperty(LANGUAGE_NEEDS, 'What is needed to talk.')
  languageNeed: string;

  @CodeProperty(OFFENCE_GROUPS, 'What was reported.')
  offenceGroup: string;

  @CodeProperty(WHEN_BANDS, 'How long ago.')
  whenBand: string;

  @CodeProperty(RELATIONSHIPS, 'Who the suspect is to the person.')
  relationship: string;

  @CodesProperty(SUSPECT_ACCESS, 'How close the suspect is to home and telephone.')
  suspectAccess: readonly string[];
}
