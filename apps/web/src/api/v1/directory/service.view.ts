import { ApiProperty } from '@nestjs/swagger';
import {
  holdsDay,
  isUnconfirmed,
  REACHED_BY,
  SUPPORT_KINDS,
  type ListedService,
  type StaffActor,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView } from '../access/available-action.view';
import { CodeProperty, ETagProperty, IdProperty, TextProperty } from '../openapi/properties';
import { serviceActions } from './service-actions';
import type { DirectoryNow } from './service-reader';
import { roomNowView, ServiceRoomNowView } from './service-room.view';
import { SERVICE_STATES, serviceSaidView, ServiceSaidView } from './service-said.view';

export class ServiceLineView {
  @IdProperty('The service.')
  id: string;

  @TextProperty('Its name: of an organisation or a team, never of a person.', 'Willow: counselling')
  name: string;

  @CodeProperty(SUPPORT_KINDS, 'What it offers.')
  kind: string;

  @IdProperty('The organisation that runs it.')
  agencyId: string;

  @TextProperty('Its name.', 'Willow')
  agencyName: string;

  @CodeProperty(SERVICE_STATES, 'Whether it is in the directory.')
  state: string;

  @CodeProperty(REACHED_BY, 'How a request reaches it.')
  reachedBy: string;

  @ApiProperty({ type: [String], example: ['E07999999'], description: 'Districts that it covers today.' })
  districts: string[];

  @ApiProperty({
    type: [String],
    example: ['E07999998'],
    description: 'Those of them that somebody must confirm before anybody is sent there.',
  })
  unconfirmedDistricts: string[];

  @ApiProperty({ type: ServiceRoomNowView, nullable: true, description: 'Null where nobody stated it.' })
  room: ServiceRoomNowView | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class ServicePageView {
  @ApiProperty({ type: [ServiceLineView] })
  items: ServiceLineView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class ServiceView extends ServiceSaidView {
  @IdProperty('The service.')
  id: string;

  @IdProperty('The organisation that runs it.')
  agencyId: string;

  @TextProperty('Its name.', 'Willow')
  agencyName: string;

  @ApiProperty({ type: ServiceRoomNowView, nullable: true, description: 'Null where nobody stated it.' })
  room: ServiceRoomNowView | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

type Seen = Pick<DirectoryNow, 'today' | 'agencyName'> & { readonly actor: StaffActor };

export function serviceLineView(listed: ListedService, { today, agencyName, actor }: Seen): ServiceLineView {
  const { service, capacity } = listed;
  const { id, name, kind, agencyId, state, reachedBy, version } = service;
  const rows = service.coverage.filter((row) => holdsDay(row, today));
  return {
    id,
    name,
    kind,
    agencyId,
    agencyName: agencyName(agencyId),
    state,
    reachedBy,
    districts: rows.map(({ district }) => district),
    unconfirmedDistricts: rows
      .filter(({ evidence }) => isUnconfirmed(evidence))
      .map(({ district }) => district),
    room: capacity && roomNowView(capacity),
    etag: entityTag(version),
    availableActions: serviceActions(listed, { today, actor }),
  };
}

export function serviceView(listed: ListedService, { today, agencyName, actor }: Seen): ServiceView {
  const { service, capacity } = listed;
  const { id, agencyId, version } = service;
  return {
    id,
    agencyId,
    agencyName: agencyName(agencyId),
    ...serviceSaidView(service),
    room: capacity && roomNowView(capacity),
    etag: entityTag(version),
    availableActions: serviceActions(listed, { today, actor }),
  };
}
