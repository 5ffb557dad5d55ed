import { ApiProperty } from '@nestjs/swagger';
import { gapsIn, isoOf, mayDo, ROLES, type Instant, type OnCallShift, type StaffActor } from '#libs/domain';
import type { RotaPerson } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, ETagProperty, IdProperty, InstantProperty } from '../openapi/properties';

export class ShiftView {
  @IdProperty('The shift.')
  id: string;

  @IdProperty('Who is on call.')
  userId: string;

  @InstantProperty('From this instant.')
  fromAt: string;

  @InstantProperty('Up to this one.')
  toAt: string;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class GapView {
  @InstantProperty('Nobody is on call from this instant.')
  fromAt: string;

  @InstantProperty('Up to this one.')
  toAt: string;
}

export class RotaPersonView {
  @IdProperty('The colleague.')
  userId: string;

  @CodeProperty(ROLES, 'Their role.')
  role: string;
}

export class RotaView {
  @InstantProperty('The service’s time when this was read.')
  asAt: string;

  @IdProperty('Who is on call now; null when nobody is.', { nullable: true })
  onCallUserId: string | null;

  @ApiProperty({ type: [ShiftView], description: 'Shifts that touch the time that was asked for, in order.' })
  shifts: ShiftView[];

  @ApiProperty({ type: [GapView], description: 'When nobody is on call.' })
  gaps: GapView[];

  @ApiProperty({ type: [RotaPersonView], description: 'Who can be on call.' })
  people: RotaPersonView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class ShiftKeptView {
  @IdProperty('The shift.')
  shiftId: string;
}

export interface RotaRead {
  readonly now: Instant;
  readonly onCall: OnCallShift | null;
  readonly shifts: readonly OnCallShift[];
  readonly people: readonly RotaPerson[];
}

export function rotaView(
  { now, onCall, shifts, people }: RotaRead,
  { actor, span }: { actor: StaffActor; span: { fromAt: Instant; toAt: Instant } },
): RotaView {
  const may = mayDo(actor, 'keep-rota');
  return {
    asAt: isoOf(now),
    onCallUserId: onCall?.userId ?? null,
    shifts: shifts.map((shift) => shiftView(shift, actor)),
    gaps: gapsIn(span, shifts).map(({ fromAt, toAt }) => ({ fromAt: isoOf(fromAt), toAt: isoOf(toAt) })),
    people: people.map(({ userId, role }) => ({ userId, role })),
    availableActions: availableOf([
      { action: 'add-shift', method: 'POST', href: '/api/v1/rota/shifts', may },
      { action: 'read-swaps', method: 'GET', href: '/api/v1/rota/swaps', may: true },
    ]),
  };
}

function shiftView({ id, userId, fromAt, toAt, revision }: OnCallShift, actor: StaffActor): ShiftView {
  const may = mayDo(actor, 'keep-rota');
  const own = userId === actor.userId && mayDo(actor, 'swap-shift');
  const path = `/api/v1/rota/shifts/${id}`;
  return {
    id,
    userId,
    fromAt: isoOf(fromAt),
    toAt: isoOf(toAt),
    etag: entityTag(revision),
    availableActions: availableOf([
      { action: 'change', method: 'POST', href: path, may },
      { action: 'remove', method: 'POST', href: `${path}/remove`, may },
      { action: 'ask-swap', method: 'POST', href: `${path}/swap`, may: own },
    ]),
  };
}
