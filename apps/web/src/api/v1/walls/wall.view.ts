import { ApiProperty } from '@nestjs/swagger';
import { isoOf, WALL_BASES, WALL_KINDS, type Wall } from '#libs/domain';
import type { CaseSummary, WallChoices } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const BEFORE = ['user', 'team', 'agency', 'apart'];

export class CaseWallView {
  @IdProperty('The wall.')
  id: string;

  @CodeProperty(WALL_KINDS, 'Why.')
  kind: string;

  @CodeProperty(BEFORE, 'Before whom; apart is before whoever works with another person.')
  before: string;

  @IdProperty('Which colleague, team or organisation; null for apart.', { nullable: true })
  beforeId: string | null;

  @YesNoProperty('Whether the officer who referred still sees their own referral.', false)
  sparesReferrer: boolean;

  @YesNoProperty('Whether duty leads and managers still see it.', false)
  sparesLeads: boolean;

  @CodeProperty(WALL_BASES, 'How we know.')
  basis: string;

  @IdProperty('Who set it.')
  setBy: string;

  @InstantProperty('When it was set.')
  setAt: string;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class WallChoiceView {
  @IdProperty('The organisation.')
  id: string;

  @TextProperty('Its name.', 'Willow Advocacy (sample)')
  name: string;
}

export class WallsView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [CaseWallView], description: 'Walls that stand, the latest first.' })
  items: CaseWallView[];

  @ApiProperty({
    type: [String],
    description: 'Colleagues whom a wall may name.',
    example: ['00000000-0000-7000-8000-00000000a001'],
  })
  colleagues: string[];

  @ApiProperty({ type: [WallChoiceView], description: 'Providers whom a wall may name.' })
  providers: WallChoiceView[];

  @YesNoProperty('Whether the referral came from a police force, which a wall may name.', true)
  fromPolice: boolean;

  @TextProperty('The version of the case: send it as If-Match to set a wall.', '"1"')
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class WallSetView {
  @IdProperty('The case.')
  caseId: string;

  @YesNoProperty(
    'False when the wall stands before you as well: the case is not there for you any more.',
    true,
  )
  stillYours: boolean;
}

export class WallLiftedView {
  @IdProperty('The wall.')
  id: string;

  @IdProperty('The case.')
  caseId: string;
}

export function wallsView(
  { caseId, revision, closedAt }: CaseSummary,
  { walls, choices }: { walls: readonly Wall[]; choices: WallChoices },
): WallsView {
  const path = `/api/v1/cases/${caseId}/walls`;
  return {
    caseId,
    items: walls.map((wall) => wallView(wall, path)),
    colleagues: [...choices.colleagues],
    providers: choices.providers.map(({ id, name }) => ({ id, name })),
    fromPolice: choices.police !== null,
    etag: entityTag(revision),
    availableActions: availableOf([
      { action: 'set-wall', method: 'POST', href: path, may: closedAt === null },
    ]),
  };
}

function wallView(wall: Wall, path: string): CaseWallView {
  const { id, kind, target, sparedUserId, sparesLeads, basis, setBy, setAt, revision } = wall;
  return {
    id,
    kind,
    before: target.kind,
    beforeId: idOf(target),
    sparesReferrer: sparedUserId !== null,
    sparesLeads,
    basis,
    setBy,
    setAt: isoOf(setAt),
    etag: entityTag(revision),
    availableActions: availableOf([
      { action: 'lift', method: 'POST', href: `${path}/${id}/lift`, may: target.kind !== 'apart' },
    ]),
  };
}

/** Who the other person is stays with the duty lead who decided. */
function idOf(target: Wall['target']): string | null {
  switch (target.kind) {
    case 'user':
      return target.userId;
    case 'team':
      return target.teamId;
    case 'agency':
      return target.agencyId;
    case 'apart':
      return null;
  }
}
