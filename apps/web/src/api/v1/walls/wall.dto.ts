import { IsIn, ValidateIf } from 'class-validator';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { CodeProperty, IdProperty } from '../openapi/properties';

export const WALL_BEFORE = ['colleague', 'team', 'police', 'provider'] as const;
const BASES = ['person-said', 'colleague-said'] as const;

const OPTIONAL = { required: false };

/** Needed for one kind of wall, and read when it comes with another. */
function neededFor(before: SetWallBody['before']): PropertyDecorator {
  return ValidateIf((body: SetWallBody, value) => body.before === before || value !== undefined);
}

export class SetWallBody {
  @CodeProperty(
    WALL_BEFORE,
    'Who must not see it: a colleague, our whole team except its leads, the police except the officer who referred, or a provider.',
  )
  @IsIn(WALL_BEFORE)
  before: (typeof WALL_BEFORE)[number];

  @IdProperty('With colleague: which one, of the choices.', OPTIONAL)
  @neededFor('colleague')
  @SafeId()
  userId?: string;

  @IdProperty('With provider: which one, of the choices.', OPTIONAL)
  @neededFor('provider')
  @SafeId()
  agencyId?: string;

  @CodeProperty(BASES, 'How we know.')
  @IsIn(BASES)
  basis: (typeof BASES)[number];
}
