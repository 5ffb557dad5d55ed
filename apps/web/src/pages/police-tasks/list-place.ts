import type { PoliceTaskId } from '#libs/domain';
import type { PoliceTaskLine } from '#libs/persistence';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { badRequest } from '../../errors/problem';
import { pageOf } from '../list-places/place';

/** Where a list of tasks begins, and a page of it with the way to the rest. */
export function listPlace(path: string, after: unknown) {
  if (after !== undefined && !isSafeId(after)) throw badRequest('Open the list again from its beginning.');
  return {
    after: after === undefined ? null : (after as PoliceTaskId),
    pageOf: (found: readonly PoliceTaskLine[]) => pageOf(found, { path, after: ({ taskId }) => taskId }),
  };
}
