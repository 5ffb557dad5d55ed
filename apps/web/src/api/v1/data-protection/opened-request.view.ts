import { ApiProperty } from '@nestjs/swagger';
import type { ReleaseRecord, RequestRead } from '#libs/casework';
import {
  isoOf,
  missingForRelease,
  NOTIFICATIONS,
  PERSON_VIEWS,
  RELEASE_TESTS,
  RELEASED_CLASSES,
  type Instant,
  type Route,
  type StaffActor,
} from '#libs/domain';
import type { ClockVersion } from '#libs/persistence';
import {
  CodeProperty,
  CodesProperty,
  DayProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { InformationRequestView, informationRequestView } from './information-request.view';

const MISSING = [
  ...RELEASE_TESTS,
  'senior-approval',
  'notification',
  'view',
  'nothing-chosen',
  'counselling-not-asked',
];

export class ClockVersionView {
  @NumberProperty('Counted up with each version; none is ever overwritten.', 1)
  version: number;

  @TextProperty('What is due.', 'answer')
  due: string;

  @DayProperty('The last day for it.')
  dueOn: string;

  @InstantProperty('When this version was recorded.')
  recordedAt: string;
}

export class DeliveryRouteView {
  @IdProperty('The way on the safe-contact card.')
  id: string;

  @TextProperty('What kind of way it is; the address itself stands on the card.', 'email')
  kind: string;
}

/** What a request by police or court states, and what still stands in the way of releasing anything. */
export class ReleaseView {
  @YesNoProperty('Whether counselling records are asked for.', false)
  counselling: boolean;

  @ApiProperty({
    type: Object,
    description: 'The requester’s own words for each test; null when they cannot be read.',
    example: { necessary: 'Sample words of a sample officer' },
    nullable: true,
    additionalProperties: { type: 'string' },
  })
  stated: Readonly<Record<string, string>> | null;

  @YesNoProperty('Whether a senior officer approved a request for counselling records.', false)
  seniorApproved: boolean;

  @CodeProperty(NOTIFICATIONS, 'Whether the person was told; null while it is not said.', { nullable: true })
  notification: string | null;

  @CodeProperty(PERSON_VIEWS, 'What the person says.', { nullable: true })
  view: string | null;

  @CodesProperty(RELEASED_CLASSES, 'What would be released, or was.')
  released: string[];

  @YesNoProperty('Whether what is released is held from erasure.', false)
  legalHold: boolean;

  @CodesProperty(MISSING, 'What still stands in the way of a release; empty when it may be proposed.')
  missing: string[];
}

export class OpenedInformationRequestView extends InformationRequestView {
  @YesNoProperty('False when the key of the words is gone or out of reach.', true)
  readable: boolean;

  @TextProperty('Who asks, as they said.', 'Sample Person Quill', { nullable: true })
  name: string | null;

  @TextProperty('How to answer them.', 'By post, to her sister', { nullable: true })
  replyTo: string | null;

  @TextProperty('What they ask for, in their words.', 'A copy of everything you have', { nullable: true })
  words: string | null;

  @NumberProperty('How much was put aside to be looked through.', 2)
  itemsPutAside: number;

  @NumberProperty('How much of it nobody has decided about yet.', 1)
  itemsLeft: number;

  @ApiProperty({ type: [DeliveryRouteView], description: 'Ways on the card, once a pack is ready.' })
  routes: DeliveryRouteView[];

  @ApiProperty({ type: ReleaseView, nullable: true, description: 'Of requests by police or court alone.' })
  release: ReleaseView | null;

  @ApiProperty({ type: [ClockVersionView], description: 'Every version of the clock, oldest first.' })
  clock: ClockVersionView[];
}

export function openedRequestView(
  read: Extract<RequestRead, { kind: 'read' }>,
  reading: { actor: StaffActor; now: Instant; versions: readonly ClockVersion[] },
): OpenedInformationRequestView {
  const { request, release, items, routes, words } = read;
  return {
    ...informationRequestView(request, reading),
    readable: words !== null,
    name: words?.name ?? null,
    replyTo: words?.replyTo ?? null,
    words: words?.words ?? null,
    itemsPutAside: items.length,
    itemsLeft: items.filter(({ decision }) => decision === null).length,
    routes: routes.filter(isDeliverable).map(({ id, kind }) => ({ id, kind })),
    release: release && releaseView(release, words?.stated ?? null),
    clock: reading.versions.map(({ version, due, dueOn, recordedAt }) => ({
      version,
      due,
      dueOn,
      recordedAt: isoOf(recordedAt),
    })),
  };
}

function isDeliverable({ kind, purpose }: Route): boolean {
  return (kind === 'email' || kind === 'address') && purpose !== 'police-check';
}

function releaseView(release: ReleaseRecord, stated: ReleaseView['stated']): ReleaseView {
  const { counselling, seniorApproved, notification, view, released, legalHold } = release;
  return {
    counselling,
    stated,
    seniorApproved,
    notification,
    view,
    released: [...released],
    legalHold,
    missing: [...missingForRelease(release)],
  };
}
