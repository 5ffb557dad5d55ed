import type { AgencyId } from '#libs/domain';
import type { AgencyListRow } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { TEAMS } from './teams.copy';

const SINGLE = ['name', 'agencyId', 'revision'] as const;
const LONGEST_NAME = 100;

export type TeamRaw = Fields<(typeof SINGLE)[number]>;

export type TeamForm = { readonly raw: TeamRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: { readonly agencyId: AgencyId; readonly name: string } }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

/** A team that exists keeps its organisation; a new one is in one of the reader's. */
export function readTeam(body: unknown, kept: AgencyId | null, agencies: readonly AgencyListRow[]): TeamForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const [only, ...more] = agencies;
  const chosen =
    agencies.find(({ agencyId }) => agencyId === raw.agencyId) ?? (more.length === 0 ? only : undefined);
  const agencyId = kept ?? chosen?.agencyId;
  const name = raw.name.trim();
  const errors = [
    ...unclean,
    ...(agencyId === undefined ? [{ field: 'agencyId', message: TEAMS.agencyMissing }] : []),
    ...(name === '' ? [{ field: 'name', message: TEAMS.nameMissing }] : []),
    ...(name.length > LONGEST_NAME ? [{ field: 'name', message: TEAMS.nameTooLong }] : []),
  ];
  if (agencyId === undefined || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { agencyId, name } };
}
