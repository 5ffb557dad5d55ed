import { ApiProperty } from '@nestjs/swagger';
import type { Signpost } from '#libs/casework';
import {
  isoOf,
  OWN_PATHWAYS,
  PATHWAY_ENDS,
  SAID_HOW,
  SAMPLE_ENDS,
  SIGNPOSTED,
  SUPPORTER_RELATIONS,
  type AbuseFlag,
  type OwnPathway,
  type StoredSample,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  DayProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { SupportTaskView } from './support-task.view';

const NULLABLE = { nullable: true };

export class AbuseFlagView {
  @IdProperty('Who says so.')
  raisedBy: string;

  @InstantProperty('When they said so.')
  raisedAt: string;

  @DayProperty('When somebody looks at it again.')
  reviewOn: string;

  @TextProperty('What makes them say so; null when it cannot be read.', 'Sample words', NULLABLE)
  why: string | null;

  @TextProperty('Send it as If-Match when the flag is taken down.', '"1"')
  etag: string;
}

/** That samples are kept: never what they are. */
export class StoredSampleView {
  @IdProperty('The samples.')
  id: string;

  @DayProperty('When they were taken.')
  takenOn: string;

  @DayProperty('Until when they are kept.')
  keptUntil: string;

  @YesNoProperty('Whether the person agreed to be reminded before then.', false)
  remind: boolean;

  @CodeProperty(SAMPLE_ENDS, 'Why they are not kept any more.', NULLABLE)
  ending: string | null;
}

export class SignpostView {
  @CodeProperty(SIGNPOSTED, 'What the person was told of.')
  kind: string;

  @CodeProperty(SAID_HOW, 'How.')
  givenHow: string;

  @InstantProperty('When.')
  givenAt: string;

  @IdProperty('Who recorded it.')
  recordedBy: string;
}

export class OwnPathwayView {
  @CodeProperty(OWN_PATHWAYS, 'Which: no search finds this person, and nobody is compared with them.')
  kind: string;

  @CodeProperty(SUPPORTER_RELATIONS, 'Who a supporter is; never to whom.', NULLABLE)
  relation: string | null;

  @TextProperty('What the referral centre calls the person.', 'sample-code', NULLABLE)
  sarcCode: string | null;

  @CodeProperty(PATHWAY_ENDS, 'Why it ended; null while it stands.', NULLABLE)
  ended: string | null;
}

export class PoliceForceView {
  @IdProperty('The force.')
  id: string;

  @TextProperty('Its name.', 'Sample Police')
  name: string;
}

/** What kinds of support brought to a case. */
export class CaseSupportView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [SupportTaskView], description: 'Live ones, the first due first; then settled ones.' })
  tasks: SupportTaskView[];

  @ApiProperty({ type: AbuseFlagView, nullable: true, description: 'The flag that stands.' })
  domesticAbuse: AbuseFlagView | null;

  @ApiProperty({ type: [StoredSampleView] })
  samples: StoredSampleView[];

  @ApiProperty({ type: [SignpostView] })
  signposts: SignpostView[];

  @ApiProperty({ type: OwnPathwayView, nullable: true })
  pathway: OwnPathwayView | null;

  @DayProperty('When the person reported to the police themselves, after a referral without them.', NULLABLE)
  policeReportedOn: string | null;

  @ApiProperty({ type: [PoliceForceView], description: 'Forces that a report may have gone to.' })
  policeForces: PoliceForceView[];

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class SupportNotedView {
  @IdProperty('The case.')
  caseId: string;
}

export class TransferOfferedView extends SupportNotedView {
  @IdProperty('The task that waits for the other service.')
  taskId: string;
}

export class RestartBegunView extends SupportNotedView {
  @IdProperty('A search in which the person is chosen already: refer them, then link the referral with it.')
  searchId: string;
}

export function abuseFlagView(
  { raisedBy, raisedAt, reviewOn, revision }: AbuseFlag,
  why: string | null,
): AbuseFlagView {
  return { raisedBy, raisedAt: isoOf(raisedAt), reviewOn, why, etag: entityTag(revision) };
}

export function sampleView({ id, takenOn, keptUntil, remind, ending }: StoredSample): StoredSampleView {
  return { id, takenOn, keptUntil, remind, ending };
}

export function signpostView({ kind, givenHow, givenAt, recordedBy }: Signpost): SignpostView {
  return { kind, givenHow, givenAt: isoOf(givenAt), recordedBy };
}

export function ownPathwayView(
  { kind, relation, ended }: OwnPathway,
  sarcCode: string | null,
): OwnPathwayView {
  return { kind, relation, sarcCode, ended };
}
