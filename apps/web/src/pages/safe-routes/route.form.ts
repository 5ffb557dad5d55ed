import type { RouteInput } from '#libs/casework';
import type { Permission } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readNumber } from '../referrals/referral-number';
import { ROUTE_ERRORS } from './route.copy';
import { OWNERS } from './route-owners';

/** The fields that describe one number; the same for a responder and for an officer who answers a task. */
export const ROUTE_FIELDS = ['number', 'owner', 'whose', 'call', 'text', 'voicemail'] as const;
export type RouteRaw = Readonly<Record<(typeof ROUTE_FIELDS)[number], string>>;

export const PERMISSION_CODES: readonly Permission[] = ['yes', 'no', 'unknown'];

export type RouteForm =
  | { readonly kind: 'valid'; readonly route: RouteInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] };

const LONGEST_WHOSE = 100;

/** One number with what is safe on it. Texts and voicemail that nobody asked about are "not asked", so no (P5). */
export function readRoute(raw: RouteRaw): RouteForm {
  const errors: FieldError[] = [];
  const wrong = (field: keyof RouteRaw, message: string) => void errors.push({ field, message });
  const typed = raw.number.trim();
  const number = readNumber(typed);
  if (number.kind !== 'number')
    wrong('number', typed === '' ? ROUTE_ERRORS.number : ROUTE_ERRORS[number.kind]);
  const owner = OWNERS.find((code) => code === raw.owner);
  if (owner === undefined) wrong('owner', ROUTE_ERRORS.owner);
  const whose = raw.whose.trim();
  if (owner === 'someone-else' && whose === '') wrong('whose', ROUTE_ERRORS.whose);
  if ([...whose].length > LONGEST_WHOSE) wrong('whose', ROUTE_ERRORS.whoseTooLong);
  const permissions = readPermissions(raw, wrong);
  if (number.kind !== 'number' || permissions === null || errors.length > 0)
    return { kind: 'invalid', errors };
  const kinds = { own: number.line, work: 'work', 'someone-else': 'third-party' } as const;
  return {
    kind: 'valid',
    route: {
      ...permissions,
      kind: kinds[owner ?? 'own'],
      value: number.value,
      whose: whose === '' ? null : whose,
      email: 'unknown',
    },
  };
}

/** Null when it was not said whether it is safe to call. */
export function readPermissions(
  raw: Pick<RouteRaw, 'call' | 'text' | 'voicemail'>,
  wrong: (field: 'call' | 'text' | 'voicemail', message: string) => void,
): Readonly<Record<'call' | 'text' | 'voicemail', Permission>> | null {
  const [call, text, voicemail] = (['call', 'text', 'voicemail'] as const).map((field) => {
    const code = PERMISSION_CODES.find((known) => known === raw[field]);
    if (code === undefined && raw[field] !== '') wrong(field, ROUTE_ERRORS.notOnTheList);
    return code;
  });
  if (raw.call === '') wrong('call', ROUTE_ERRORS.call);
  return call === undefined ? null : { call, text: text ?? 'unknown', voicemail: voicemail ?? 'unknown' };
}
