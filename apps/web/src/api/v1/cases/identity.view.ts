import { ApiProperty } from '@nestjs/swagger';
import type { RouteRevealed, Sealable } from '#libs/casework';
import { CALLER_IDS } from '#libs/domain';
import { CodeProperty, IdProperty, TextProperty, YesNoProperty } from '../openapi/properties';

export class IdentityView {
  @IdProperty('The case.')
  caseId: string;

  @YesNoProperty(
    'False when the person’s key is gone or out of reach: the clocks run on, the names do not show.',
    true,
  )
  readable: boolean;

  @TextProperty('The name to ask for on a call.', 'Sample Person Quill', { nullable: true })
  nameToAskFor: string | null;

  @TextProperty('The name in full, when it differs.', 'Sample Person Quillfeather', { nullable: true })
  fullName: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '1995-04-17',
    description: 'Date of birth.',
  })
  bornOn: string | null;
}

export class RevealedRouteView {
  @TextProperty('The number, in international form.', '+447700900123')
  number: string;

  @TextProperty('Whose telephone it is, when it is not their own.', 'A sample friend', { nullable: true })
  whose: string | null;

  @TextProperty('The name to ask for.', 'Sample Person Quill')
  nameToAskFor: string;

  @TextProperty('What to say when somebody else answers.', 'Say it is about the library survey', {
    nullable: true,
  })
  sayIfOtherAnswers: string | null;

  @CodeProperty(CALLER_IDS, 'What may show of our number; null when nobody asked.', {
    nullable: true,
  })
  callerId: string | null;

  @TextProperty('Who else may answer this number safely; null when nobody is listed.', 'Her sister', {
    nullable: true,
  })
  answerers: string | null;
}

export function identityView(caseId: string, identity: Sealable['identity'] | null): IdentityView {
  return {
    caseId,
    readable: identity !== null,
    nameToAskFor: identity?.nameToAskFor ?? null,
    fullName: identity?.fullName ?? null,
    bornOn: identity?.bornOn ?? null,
  };
}

export function revealedRouteView(shown: Extract<RouteRevealed, { kind: 'revealed' }>): RevealedRouteView {
  const { route, identity, sayIfOtherAnswers, callerId, answerers } = shown;
  const { value: number, whose } = route;
  const { nameToAskFor } = identity;
  return { number, whose, nameToAskFor, sayIfOtherAnswers, callerId, answerers };
}
