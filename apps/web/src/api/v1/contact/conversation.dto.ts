import { IsIn, ValidateIf } from 'class-validator';
import { ELEMENT_ANSWERS, IDENTITY_ANSWERS, type ElementAnswer, type IdentityAnswer } from '#libs/domain';
import { CodeProperty } from '../openapi/properties';

const OPTIONAL = { required: false };

export class FollowUpBody {
  @CodeProperty(IDENTITY_ANSWERS, 'How the person was known.')
  @IsIn(IDENTITY_ANSWERS)
  identity: IdentityAnswer;

  @CodeProperty(ELEMENT_ANSWERS, 'Emotional support; with not-sure left out.', OPTIONAL)
  @ValidateIf(oncePersonIsKnown)
  @IsIn(ELEMENT_ANSWERS)
  emotionalSupport?: ElementAnswer;

  @CodeProperty(
    ELEMENT_ANSWERS,
    'Information about the criminal justice process; with not-sure left out.',
    OPTIONAL,
  )
  @ValidateIf(oncePersonIsKnown)
  @IsIn(ELEMENT_ANSWERS)
  justiceInformation?: ElementAnswer;

  @CodeProperty(ELEMENT_ANSWERS, 'The offer of counselling and advocacy; with not-sure left out.', OPTIONAL)
  @ValidateIf(oncePersonIsKnown)
  @IsIn(ELEMENT_ANSWERS)
  supportOffer?: ElementAnswer;
}

function oncePersonIsKnown({ identity }: FollowUpBody, value: unknown): boolean {
  return value !== undefined || identity !== 'not-sure';
}
