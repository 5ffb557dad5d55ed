import { IsIn, Matches } from 'class-validator';
import type { Permission, Route } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, TextProperty } from '../openapi/properties';

export const PHONE_KINDS = ['mobile', 'landline', 'work', 'third-party'] as const satisfies Route['kind'][];
export const PERMISSIONS = ['yes', 'no', 'unknown'] as const satisfies Permission[];

export const PHONE = /^\+[1-9]\d{6,14}$/;
export const PHONE_MESSAGE = 'must be a telephone number such as +447700900123';

const OPTIONAL = { required: false };

/** Whose it is, and what was said of calls and messages. */
export class SaidOfRouteBody {
  @TextProperty('Whose it is, when it is not their own.', 'A sample friend', {
    ...OPTIONAL,
    maxLength: 100,
  })
  @MayBeOmitted()
  @CleanText({ max: 100, min: 1 })
  whose?: string;

  @CodeProperty(PERMISSIONS, 'May we call? Unknown is taken as no.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  call?: Permission;

  @CodeProperty(PERMISSIONS, 'May we send a text message? Unknown is taken as no.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  text?: Permission;

  @CodeProperty(PERMISSIONS, 'May we leave a message? Unknown is taken as no.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  voicemail?: Permission;
}

/** A number to call, and what is safe on it. */
export class RouteBody extends SaidOfRouteBody {
  @CodeProperty(PHONE_KINDS, 'What kind of telephone it is.')
  @IsIn(PHONE_KINDS)
  kind: (typeof PHONE_KINDS)[number];

  @TextProperty('The number, with its country code.', '+447700900123', { maxLength: 16 })
  @CleanText({ max: 16 })
  @Matches(PHONE, { message: `$property ${PHONE_MESSAGE}` })
  number: string;
}
