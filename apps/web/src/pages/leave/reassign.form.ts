import type { UserId } from '#libs/domain';
import { badRequest } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { readTick, type Ticked } from '../board/assign.form';

export interface ReassignForm {
  readonly raw: {
    readonly of: string;
    readonly leave: string;
    readonly to: string;
    readonly step: string;
    readonly cases: readonly string[];
  };
  readonly idempotencyKey: string;
  readonly ticked: readonly Ticked[];
  /** Null when nobody was chosen. */
  readonly to: UserId | null;
}

export function readReassign(body: unknown): ReassignForm {
  const { raw, idempotencyKey } = readFields(body, {
    single: ['of', 'leave', 'to', 'step'],
    lists: ['cases'],
  });
  if (!isSafeId(raw.of) || !(raw.leave === '' || isSafeId(raw.leave))) {
    throw badRequest('The form names a colleague in a way that this page does not. Open the page again.');
  }
  const to = isSafeId(raw.to) ? (raw.to as string as UserId) : null;
  return { raw, idempotencyKey, ticked: raw.cases.map(readTick), to };
}
