import { ApiProperty } from '@nestjs/swagger';
import { isAway, isoOf, mayDo, mayKeepLeaveOf, type Instant, type StaffActor } from '#libs/domain';
import type { LeaveLine } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  YesNoProperty,
} from '../openapi/properties';

/** When somebody is away, and whether what they answer for is covered. Why they are away is not kept. */
export class LeaveView {
  @IdProperty('The leave.')
  id: string;

  @IdProperty('Who is away.')
  userId: string;

  @InstantProperty('The first instant away.')
  fromAt: string;

  @InstantProperty('The first instant back.')
  toAt: string;

  @CodeProperty(['planned', 'away', 'over', 'cancelled'], 'What has been noted of it.')
  state: string;

  @YesNoProperty('Whether they are away now, by the dates.', false)
  awayNow: boolean;

  @NumberProperty('Open cases that are theirs.', 4)
  openCases: number;

  @NumberProperty('Of these: offered to a colleague who has not answered.', 1)
  offered: number;

  @NumberProperty('Cases that colleagues took on for this leave and hold now.', 2)
  covered: number;

  @NumberProperty('Of a service: requests that name them.', 0)
  requests: number;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class LeaveListView {
  @ApiProperty({ type: [LeaveView], description: 'Planned or under way at your agency, the earliest first.' })
  items: LeaveView[];

  @NumberProperty('Open cases of people who are away now, that nobody has taken on.', 0)
  uncovered: number;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class LeavePlannedView {
  @IdProperty('The leave.')
  leaveId: string;
}

export class LeaveChangedView {
  @NumberProperty('Cases that are offered back.', 1)
  offeredBack: number;
}

export function leaveListView(
  { leaves, uncovered }: { readonly leaves: readonly LeaveLine[]; readonly uncovered: number },
  { actor, now }: { readonly actor: StaffActor; readonly now: Instant },
): LeaveListView {
  return {
    items: leaves.map((leave) => leaveView(leave, { actor, now })),
    uncovered,
    availableActions: availableOf([
      { action: 'plan', method: 'POST', href: '/api/v1/leave', may: mayDo(actor, 'keep-own-leave') },
    ]),
  };
}

function leaveView(leave: LeaveLine, { actor, now }: { actor: StaffActor; now: Instant }): LeaveView {
  const { id, userId, fromAt, toAt, state, openCases, offered, covered, carried, revision } = leave;
  const path = `/api/v1/leave/${id}`;
  const may = mayKeepLeaveOf(actor, leave);
  const begun = fromAt <= now;
  return {
    id,
    userId,
    fromAt: isoOf(fromAt),
    toAt: isoOf(toAt),
    state,
    awayNow: isAway(leave, now),
    openCases,
    offered,
    covered,
    requests: carried,
    etag: entityTag(revision),
    availableActions: availableOf([
      { action: 'cancel', method: 'POST', href: `${path}/cancel`, may: may && !begun },
      { action: 'come-back', method: 'POST', href: `${path}/come-back`, may: may && begun },
      {
        action: 'offer-cover',
        method: 'POST',
        href: `${path}/cover`,
        may: may && mayDo(actor, 'hand-over-cases') && openCases > 0,
      },
    ]),
  };
}
