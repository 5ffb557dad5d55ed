import type { RouteInput } from '#libs/casework';
import { PERMISSIONS, SAID_BY, type Permission, type SaidBy } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { EMAIL_ADDRESS, LONGEST_EMAIL } from '../../request-reading/email-address';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readNumber } from '../referrals/referral-number';
import { WAY_ERRORS } from './way.copy';
import { ASKED, type AskedChannel, type Way } from './ways';

const FIELDS = ['value', 'owner', 'whose', 'call', 'text', 'voicemail', 'email', 'saidBy'] as const;
export type WayRaw = Fields<(typeof FIELDS)[number]>;

export const BLANK_WAY = Object.fromEntries(FIELDS.map((name) => [name, ''])) as WayRaw;

export type WayForm = { readonly raw: WayRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly route: RouteInput; readonly saidBy: SaidBy }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const LONGEST_WHOSE = 100;

/** One way to reach the person as typed. Only what belongs to its kind is read; what nobody said is unknown, so no (P5). */
export function readWay(body: unknown, way: Way): WayForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: FIELDS });
  const errors: FieldError[] = [...unclean];
  const wrong = (field: keyof WayRaw, message: string) => void errors.push({ field, message });
  const value = valueOf(raw.value.trim(), way, (message) => wrong('value', message));
  const whose = whoseOf(raw, way, wrong);
  const permissions = permissionsOf(raw, way, wrong);
  const saidBy = SAID_BY.find((code) => code === raw.saidBy);
  if (saidBy === undefined) wrong('saidBy', WAY_ERRORS.saidBy);
  if (errors.length > 0 || value === null || saidBy === undefined) {
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  const route = { ...permissions, kind: ASKED[way].kind, value, whose };
  return { kind: 'valid', raw, idempotencyKey, route, saidBy };
}

function valueOf(typed: string, way: Way, wrong: (message: string) => void): string | null {
  const refused = (message: string) => {
    wrong(message);
    return null;
  };
  if (typed === '') return refused(WAY_ERRORS.missing[way]);
  if (way === 'email') {
    if ([...typed].length > LONGEST_EMAIL) return refused(WAY_ERRORS.emailTooLong);
    return EMAIL_ADDRESS.test(typed) ? typed : refused(WAY_ERRORS.email);
  }
  const number = readNumber(typed);
  if (number.kind !== 'number') return refused(WAY_ERRORS[number.kind]);
  if (way === 'mobile' && number.line === 'landline') return refused(WAY_ERRORS.notMobile);
  // Abroad a number does not say what it is; at home it does.
  if (way === 'landline' && number.value.startsWith('+447')) return refused(WAY_ERRORS.notLandline);
  return number.value;
}

type Wrong = (field: keyof WayRaw, message: string) => void;

function whoseOf(raw: WayRaw, way: Way, wrong: Wrong): string | null {
  const { whose: asked } = ASKED[way];
  if (asked === 'never') return null;
  const owner = asked === 'always' ? 'someone-else' : raw.owner;
  if (owner === 'own') return null;
  if (owner !== 'someone-else') {
    wrong('owner', WAY_ERRORS.owner);
    return null;
  }
  const whose = raw.whose.trim();
  if (whose === '') wrong('whose', WAY_ERRORS.whose);
  if ([...whose].length > LONGEST_WHOSE) wrong('whose', WAY_ERRORS.whoseTooLong);
  return whose;
}

/** The first channel must be answered; the others may be left, and then nobody asked. */
function permissionsOf(raw: WayRaw, way: Way, wrong: Wrong): Readonly<Record<AskedChannel, Permission>> {
  const { channels } = ASKED[way];
  const said = (channel: AskedChannel): Permission => {
    if (!channels.includes(channel)) return 'no';
    const code = PERMISSIONS.find((known) => known === raw[channel]);
    if (code === undefined && raw[channel] !== '') wrong(channel, WAY_ERRORS.notOnTheList);
    const needed = channel === 'call' || channel === 'email';
    if (raw[channel] === '' && needed) wrong(channel, WAY_ERRORS.first[channel]);
    return code ?? 'unknown';
  };
  return { call: said('call'), text: said('text'), voicemail: said('voicemail'), email: said('email') };
}
