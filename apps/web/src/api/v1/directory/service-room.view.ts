import { keepsCapacityOf, type ListedService, type ServiceCapacity, type StaffActor } from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import type { PossibleAction } from '../access/available-action.view';
import {
  CodeProperty,
  DayProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

export const LIST_STATES = ['open', 'closed'] as const;

/** What a service says of its room. */
export class ServiceRoomView {
  @NumberProperty('Full-time posts.', 2.5)
  posts: number;

  @NumberProperty('Open cases that it takes at most; null where it sets no limit.', 40, { nullable: true })
  limit: number | null;

  @CodeProperty(LIST_STATES, 'Whether new people can be put on its waiting list.')
  list: string;

  @DayProperty('Since when the list is so.')
  listSince: string;

  @YesNoProperty('Whether the figures are invented, for trying Waymark out.', true)
  sample: boolean;
}

/** Where a statement of room goes, and what it takes as If-Match: room changes apart from the rest. */
export class ServiceRoomNowView extends ServiceRoomView {
  @TextProperty('Send it as If-Match when the room is stated anew; "0" where nobody stated it yet.', '"1"')
  etag: string;
}

export function roomView({
  posts,
  limit,
  list,
  listSince,
  sample,
}: Omit<ServiceCapacity, 'serviceId' | 'revision'>): ServiceRoomView {
  return { posts, limit, list, listSince, sample };
}

export function roomNowView(capacity: ServiceCapacity): ServiceRoomNowView {
  return { ...roomView(capacity), etag: entityTag(capacity.revision) };
}

export function stateRoomAction({ service }: ListedService, actor: StaffActor): PossibleAction {
  return {
    action: 'state-room',
    method: 'POST',
    href: `/api/v1/services/${service.id}/room`,
    may: service.state === 'open' && keepsCapacityOf(actor, service.agencyId),
  };
}
