import type { OwnPathwayReferral, PathwayInput } from '#libs/casework';
import { SUPPORTER_RELATIONS, type OwnPathwayKind } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { badRequest } from '../../errors/problem';
import type { StepContext } from '../drafts/check-steps';
import { BLANK_DOOR, readDoor, type DoorRaw } from '../doors/door.form';
import type { Door } from '../doors/doors';
import { PATHWAY_ERRORS } from './pathway.copy';

export interface PathwayRaw extends DoorRaw {
  readonly relation: string;
  readonly sarcCode: string;
}

export const BLANK_PATHWAY: PathwayRaw = { ...BLANK_DOOR, languageNeed: 'none', relation: '', sarcCode: '' };

export type PathwayForm = { readonly raw: PathwayRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: OwnPathwayReferral }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const LONGEST_CODE = 50;
const OWN_FIELDS: Readonly<Record<OwnPathwayKind, keyof PathwayRaw>> = {
  supporter: 'relation',
  anonymous: 'sarcCode',
};

/** Reads the page of a pathway: what any door of that source asks, and the one thing of its own. */
export function readPathway(
  body: unknown,
  { kind, door, context }: { kind: OwnPathwayKind; door: Door; context: StepContext },
): PathwayForm {
  if (!(body instanceof Map)) throw badRequest('A form was expected.');
  const name = OWN_FIELDS[kind];
  const rest = new Map<string, readonly string[]>(body as ReadonlyMap<string, readonly string[]>);
  const typed = (rest.get(name)?.[0] ?? '').trim();
  rest.delete(name);
  const read = readDoor(rest, door, context);
  const raw: PathwayRaw = { ...BLANK_PATHWAY, ...read.raw, [name]: typed };
  const own = pathwayOf(kind, typed);
  const wrong = own.kind === 'wrong' ? [own.error] : [];
  const { idempotencyKey } = read;
  if (read.kind === 'invalid' || own.kind === 'wrong') {
    const errors = [...wrong, ...(read.kind === 'invalid' ? read.errors : [])];
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  const input = { ...read.input, fullName: null, agreement: 'agreed', pathway: own.pathway } as const;
  return { kind: 'valid', raw, idempotencyKey, input };
}

type Own =
  | { readonly kind: 'own'; readonly pathway: PathwayInput }
  | { readonly kind: 'wrong'; readonly error: FieldError };

function pathwayOf(kind: OwnPathwayKind, typed: string): Own {
  if (kind === 'anonymous') {
    if (typed.length > LONGEST_CODE)
      return { kind: 'wrong', error: { field: 'sarcCode', message: PATHWAY_ERRORS.code } };
    return { kind: 'own', pathway: { kind, sarcCode: typed === '' ? null : typed } };
  }
  const relation = SUPPORTER_RELATIONS.find((code) => code === typed);
  if (relation === undefined)
    return { kind: 'wrong', error: { field: 'relation', message: PATHWAY_ERRORS.relation } };
  return { kind: 'own', pathway: { kind, relation } };
}
