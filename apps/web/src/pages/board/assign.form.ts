import type { CaseId, UserId } from '#libs/domain';
import { badRequest } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';

/** A case as a row of the board sent it: which one, and as it stood. */
export interface Ticked {
  readonly caseId: CaseId;
  readonly revision: number;
}

export interface AssignForm {
  readonly raw: { readonly view: string; readonly to: string; readonly cases: readonly string[] };
  readonly idempotencyKey: string;
  readonly ticked: readonly Ticked[];
  /** Null when nobody was chosen. */
  readonly to: UserId | null;
}

export function readAssign(body: unknown): AssignForm {
  const { raw, idempotencyKey } = readFields(body, { single: ['view', 'to'], lists: ['cases'] });
  const to = isSafeId(raw.to) ? (raw.to as string as UserId) : null;
  return { raw, idempotencyKey, ticked: raw.cases.map(readTick), to };
}

const TICK = /^([0-9a-f-]{36})\.([1-9]\d{0,8})$/;

export function readTick(value: string): Ticked {
  const [, caseId, revision] = TICK.exec(value) ?? [];
  if (!isSafeId(caseId)) throw badRequest('The form names a case in a way that this page does not.');
  return { caseId: caseId as CaseId, revision: Number(revision) };
}
