import { IsIn, Matches, ValidateIf } from 'class-validator';
import { ROLES, type Role } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { CodeProperty, IdProperty, TextProperty } from '../openapi/properties';

function TeamIdOrNone(): PropertyDecorator {
  return (target, key) => {
    IdProperty('Their team; null without one.', { nullable: true })(target, key);
    ValidateIf((_, value) => value !== null)(target, key);
    SafeId({ message: '$property must be the id of a team, or null' })(target, key);
  };
}

export class RightsBody {
  @CodeProperty(ROLES, 'One that the organisation has people for.')
  @IsIn(ROLES)
  role: Role;

  @TeamIdOrNone()
  teamId: string | null;
}

export class InviteStaffBody extends RightsBody {
  @IdProperty('Their organisation.')
  @SafeId()
  agencyId: string;

  @TextProperty('Their name; kept sealed.', 'Sample Worker Wren', { maxLength: 100 })
  @CleanText({ max: 100, min: 1 })
  name: string;

  @TextProperty('Their work address; kept sealed.', 'sample.worker@example.test', { maxLength: 200 })
  @CleanText({ max: 200, min: 3 }, { message: '$property must be one e-mail address' })
  email: string;

  @TextProperty('The identity provider’s own id of the person.', 'sample-subject-1', { maxLength: 200 })
  @CleanText({ max: 200, min: 3 })
  @Matches(/^[^\s@]{3,200}$/, { message: '$property must be the identity provider’s id of the person' })
  subject: string;
}

export class TeamNameBody {
  @TextProperty('The name of the team.', 'Sample team (north)', { maxLength: 100 })
  @CleanText({ max: 100, min: 1 })
  name: string;
}

export class AddTeamBody extends TeamNameBody {
  @IdProperty('The organisation it belongs to.')
  @SafeId()
  agencyId: string;
}
