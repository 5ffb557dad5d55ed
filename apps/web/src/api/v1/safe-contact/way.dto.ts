import { IsIn, Matches } from 'class-validator';
import type { RouteInput } from '#libs/casework';
import type { Permission } from '#libs/domain';
import { invalidInput } from '../../../errors/problem';
import { EMAIL_ADDRESS, LONGEST_EMAIL } from '../../../request-reading/email-address';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, TextProperty } from '../openapi/properties';
import { maybeTextOf } from '../referrals/referral-input';
import { PERMISSIONS, PHONE, PHONE_KINDS, PHONE_MESSAGE, SaidOfRouteBody } from './phone-route.dto';

const WAY_KINDS = [...PHONE_KINDS, 'email'] as const;

/** A telephone or an e-mail address, and what is safe on it. */
export class WayBody extends SaidOfRouteBody {
  @CodeProperty(WAY_KINDS, 'What it is. An e-mail address takes e-mail alone, and a telephone never does.')
  @IsIn(WAY_KINDS)
  kind: (typeof WAY_KINDS)[number];

  @TextProperty('Of a telephone: its number, with the country code.', '+447700900123', {
    required: false,
    maxLength: 16,
  })
  @MayBeOmitted()
  @CleanText({ max: 16 })
  @Matches(PHONE, { message: `$property ${PHONE_MESSAGE}` })
  number?: string;

  @TextProperty('Of e-mail: the address.', 'wren@sample.example', {
    required: false,
    maxLength: LONGEST_EMAIL,
  })
  @MayBeOmitted()
  @CleanText({ max: LONGEST_EMAIL, min: 1 })
  @Matches(EMAIL_ADDRESS, { message: '$property must be an e-mail address such as name@example.org' })
  address?: string;

  @CodeProperty(PERMISSIONS, 'May we send e-mail? Unknown is taken as no.', { required: false })
  @MayBeOmitted()
  @IsIn(PERMISSIONS)
  email?: Permission;
}

/** A checked way as the use case takes it: what was not said is unknown. */
export function wayOf({ kind, whose, call, text, voicemail, email, ...values }: WayBody): RouteInput {
  return {
    kind,
    value: valueOf(kind, values),
    whose: maybeTextOf(whose),
    call: call ?? 'unknown',
    text: text ?? 'unknown',
    voicemail: voicemail ?? 'unknown',
    email: email ?? 'unknown',
  };
}

function valueOf(kind: WayBody['kind'], { number, address }: Pick<WayBody, 'number' | 'address'>): string {
  const [wanted, other] =
    kind === 'email'
      ? ([
          { field: 'route.address', value: address },
          { field: 'route.number', value: number },
        ] as const)
      : ([
          { field: 'route.number', value: number },
          { field: 'route.address', value: address },
        ] as const);
  if (other.value !== undefined) {
    throw invalidInput([
      { field: other.field, message: `Leave it out: ${kind} is given as ${wanted.field}` },
    ]);
  }
  if (wanted.value === undefined) {
    throw invalidInput([{ field: wanted.field, message: `Give it: ${kind} cannot be added without` }]);
  }
  return wanted.value;
}
