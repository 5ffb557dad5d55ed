import { readOffenceFile } from '#libs/config';
import { OFFENCE_DEFINITIONS, type OffenceDefinition, type SheetRow } from '#libs/domain';
import type { FieldError } from '../../../errors/problem';
import { readFields, type Fields } from '../../../request-reading/read-fields';
import { OFFENCES, UNREADABLE_WORDS } from './offences.copy';

const SINGLE = ['definition', 'source', 'licence', 'file', 'step'] as const;

export type OffencesRaw = Fields<(typeof SINGLE)[number]>;

export interface OffencesInput {
  readonly definition: OffenceDefinition;
  readonly source: string;
  readonly licence: string;
  readonly rows: readonly SheetRow[];
}

export type OffencesForm = { readonly raw: OffencesRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: OffencesInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readOffences(body: unknown): OffencesForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const definition = OFFENCE_DEFINITIONS.find((one) => one === raw.definition);
  const source = raw.source.trim();
  const licence = raw.licence.trim();
  const file = raw.file.trim() === '' ? null : readOffenceFile(new TextEncoder().encode(raw.file));
  const errors = [
    ...unclean,
    ...(definition === undefined ? [{ field: 'definition', message: OFFENCES.definitionMissing }] : []),
    ...(source.length < 3 || source.length > 300
      ? [{ field: 'source', message: OFFENCES.sourceMissing }]
      : []),
    ...(licence.length < 3 || licence.length > 200
      ? [{ field: 'licence', message: OFFENCES.licenceMissing }]
      : []),
    ...(file === null ? [{ field: 'file', message: OFFENCES.fileMissing }] : []),
    ...(file?.kind === 'unreadable' ? [{ field: 'file', message: UNREADABLE_WORDS[file.reason] }] : []),
  ];
  if (errors.length > 0 || definition === undefined || file?.kind !== 'read')
    return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { definition, source, licence, rows: file.rows } };
}
