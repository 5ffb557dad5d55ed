import { ApiProperty } from '@nestjs/swagger';
import { isoOf, keepsStaffOf, mayDo, ROLES, STAFF_STATES, type StaffActor } from '#libs/domain';
import type { StaffListRow, TeamListRow } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

/** An account without the name of whose it is. */
export class StaffView {
  @IdProperty('The account.')
  id: string;

  @IdProperty('The organisation.')
  agencyId: string;

  @TextProperty('The organisation’s name.', 'Sample organisation')
  agencyName: string;

  @IdProperty('The team; null without one.', { nullable: true })
  teamId: string | null;

  @TextProperty('The team’s name; null without one.', 'Sample team (north)', { nullable: true })
  teamName: string | null;

  @CodeProperty(ROLES, 'The role.')
  role: string;

  @CodeProperty(STAFF_STATES, 'Where the account stands.')
  state: string;

  @InstantProperty('Until when the invitation can be taken up; null when there is none.', { nullable: true })
  invitedUntil: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-09-01',
    description: 'The day of the last sign-in; null before the first.',
  })
  lastSignedInOn: string | null;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class StaffPageView {
  @ApiProperty({ type: [StaffView], description: 'By organisation and role, closed accounts last.' })
  items: StaffView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class TeamView {
  @IdProperty('The team.')
  id: string;

  @IdProperty('The organisation.')
  agencyId: string;

  @TextProperty('The team’s name.', 'Sample team (north)')
  name: string;

  @NumberProperty('How many people are on it.', 4)
  people: number;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class TeamsView {
  @ApiProperty({ type: [TeamView], description: 'By organisation and name.' })
  items: TeamView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class StaffInvitedView {
  @IdProperty('The account, which its owner’s first sign-in makes real.')
  id: string;
}

export class StaffChangedView {
  @IdProperty('The account.')
  id: string;

  @NumberProperty('How many shifts are free now.', 0)
  shiftsFreed: number;
}

export class TeamKeptView {
  @IdProperty('The team.')
  id: string;
}

export function staffView(row: StaffListRow, actor: StaffActor): StaffView {
  const { userId, agencyId, agencyName, teamId, teamName, role, state, invitedUntil, lastSignedInOn } = row;
  const path = `/api/v1/staff/${userId}`;
  const may =
    mayDo(actor, 'keep-staff') &&
    keepsStaffOf(actor, agencyId) &&
    userId !== actor.userId &&
    role !== 'administrator';
  return {
    id: userId,
    agencyId,
    agencyName,
    teamId,
    teamName,
    role,
    state,
    invitedUntil: invitedUntil && isoOf(invitedUntil),
    lastSignedInOn,
    etag: entityTag(row.revision),
    availableActions: availableOf([
      { action: 'change-rights', method: 'POST', href: `${path}/rights`, may },
      { action: 'disable', method: 'POST', href: `${path}/disable`, may: may && state !== 'disabled' },
      { action: 'enable', method: 'POST', href: `${path}/enable`, may: may && state === 'disabled' },
    ]),
  };
}

export function teamView(
  { teamId, agencyId, name, people, revision }: TeamListRow,
  actor: StaffActor,
): TeamView {
  return {
    id: teamId,
    agencyId,
    name,
    people,
    etag: entityTag(revision),
    availableActions: availableOf([
      {
        action: 'rename',
        method: 'POST',
        href: `/api/v1/teams/${teamId}/name`,
        may: mayDo(actor, 'keep-staff') && keepsStaffOf(actor, agencyId),
      },
    ]),
  };
}
