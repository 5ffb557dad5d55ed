import type { PoliceTaskId } from '#libs/domain';
import type { PoliceTaskLine } from '#libs/persistence';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';
import { badRequest } from '../../errors/problem';

export const PAGE_LENGTH = 25;

/** Where a list of tasks begins, and the way to the rest of it: one row more than a page is read. */
export function listPlace(path: string, after: unknown) {
  if (after !== undefined && !isSafeId(after)) throw badRequest('Open the list again from its beginning.');
  return {
    after: after === undefined ? null : (after as PoliceTaskId),
    nextOf: (rows: readonly PoliceTaskLine[]): string | undefined => {
      const last = rows.length > PAGE_LENGTH ? rows[PAGE_LENGTH - 1] : undefined;
      return last && `${path}?after=${last.taskId}`;
    },
  };
}
