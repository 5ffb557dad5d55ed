import type { SuspectInput } from '#libs/casework';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readDate } from '../typed-moments/typed-moment';
import { SUSPECT_MISSING } from './suspects.copy';

const SINGLE = ['name', 'otherName', 'bornDay', 'bornMonth', 'bornYear'] as const;
const LONGEST = 120;

export type SuspectRaw = Fields<(typeof SINGLE)[number]>;
export const BLANK_SUSPECT: SuspectRaw = {
  name: '',
  otherName: '',
  bornDay: '',
  bornMonth: '',
  bornYear: '',
};

export type SuspectForm = { readonly raw: SuspectRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<SuspectInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readSuspect(body: unknown): SuspectForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const name = raw.name.trim();
  const otherName = raw.otherName.trim();
  const { bornDay: day, bornMonth: month, bornYear: year } = raw;
  const blank = [day, month, year].every((part) => part.trim() === '');
  const bornOn = blank ? null : readDate({ day, month, year });
  const errors = [
    ...unclean,
    ...(name === '' ? [{ field: 'name', message: SUSPECT_MISSING.name }] : []),
    ...(name.length > LONGEST ? [{ field: 'name', message: SUSPECT_MISSING.tooLong }] : []),
    ...(otherName.length > LONGEST ? [{ field: 'otherName', message: SUSPECT_MISSING.tooLong }] : []),
    ...(bornOn === undefined ? [{ field: 'bornDay', message: SUSPECT_MISSING.notADate }] : []),
  ];
  if (bornOn === undefined || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  const names = otherName === '' ? [name] : [name, otherName];
  return { kind: 'valid', raw, idempotencyKey, input: { names, bornOn } };
}
