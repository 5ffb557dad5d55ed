import type { InviteInput } from '#libs/casework';
import { rolesOf, type Role, type TeamId } from '#libs/domain';
import { plainAddress } from '#libs/notifications';
import type { AgencyListRow } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { INVITE } from './staff.copy';

export const NO_TEAM = 'none';
const LONGEST_NAME = 100;
const INVITE_FIELDS = ['agencyId', 'name', 'email', 'subject', 'role', 'teamId'] as const;
const RIGHTS_FIELDS = ['revision', 'role', 'teamId'] as const;

export type InviteRaw = Fields<(typeof INVITE_FIELDS)[number]>;
export type RightsRaw = Fields<(typeof RIGHTS_FIELDS)[number]>;

type Read<Raw, Input> = { readonly raw: Raw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Input }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export type Rights = { readonly role: Role; readonly teamId: TeamId | null };

/** Which of the reader's organisations a form names; undefined for one that is not theirs. */
export function readAgency(given: unknown, agencies: readonly AgencyListRow[]): AgencyListRow | undefined {
  const [only, ...more] = agencies;
  if (given === undefined && more.length === 0) return only;
  return agencies.find(({ agencyId }) => agencyId === given);
}

export function readInvite(
  body: unknown,
  agencies: readonly AgencyListRow[],
): Read<InviteRaw, InviteInput> & { readonly agency: AgencyListRow | undefined } {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: INVITE_FIELDS });
  const agency = readAgency(raw.agencyId, agencies);
  const name = raw.name.trim();
  const email = plainAddress(raw.email.trim());
  const subject = raw.subject.trim();
  const rights = readRights(raw, agency);
  const errors = [
    ...unclean,
    ...(agency === undefined ? [{ field: 'agencyId', message: INVITE.agencyMissing }] : []),
    ...(name === '' ? [{ field: 'name', message: INVITE.nameMissing }] : []),
    ...(name.length > LONGEST_NAME ? [{ field: 'name', message: INVITE.nameTooLong }] : []),
    ...(email === null ? [{ field: 'email', message: INVITE.emailWrong }] : []),
    ...(/^[^\s@]{3,200}$/.test(subject) ? [] : [{ field: 'subject', message: INVITE.subjectWrong }]),
    ...rights.errors,
  ];
  const { given } = rights;
  if (agency === undefined || email === null || given === undefined || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, errors, agency };
  const input = { agencyId: agency.agencyId, name, email, subject, ...given };
  return { kind: 'valid', raw, idempotencyKey, input, agency };
}

export function readRightsForm(body: unknown, agency: Pick<AgencyListRow, 'kind'>): Read<RightsRaw, Rights> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: RIGHTS_FIELDS });
  const { given, errors } = readRights(raw, agency);
  const all = [...unclean, ...errors];
  return given === undefined || all.length > 0
    ? { kind: 'invalid', raw, idempotencyKey, errors: all }
    : { kind: 'valid', raw, idempotencyKey, input: given };
}

function readRights(
  raw: { readonly role: string; readonly teamId: string },
  agency: Pick<AgencyListRow, 'kind'> | undefined,
): { readonly given: Rights | undefined; readonly errors: readonly FieldError[] } {
  const role = agency && rolesOf(agency.kind).find((code) => code === raw.role);
  const team = raw.teamId === NO_TEAM ? null : isSafeId(raw.teamId) ? (raw.teamId as TeamId) : undefined;
  const errors = [
    ...(role === undefined ? [{ field: 'role', message: INVITE.roleMissing }] : []),
    ...(team === undefined ? [{ field: 'teamId', message: INVITE.teamMissing }] : []),
  ];
  return { given: role && team !== undefined ? { role, teamId: team } : undefined, errors };
}
