import type { PoliceTaskId } from '#libs/domain';
import type { PoliceTaskCursor, PoliceTaskLine } from '#libs/persistence';
import { placeOf, readPlace } from '../list-places/place';

export const PAGE_LENGTH = 25;

/** Where a list of tasks begins, and the way to the rest of it: one row more than a page is read. */
export function listPlace(path: string, after: unknown) {
  const place = readPlace<PoliceTaskId>(after);
  const cursor: PoliceTaskCursor | null = place && { dueAt: place.at, taskId: place.id };
  return {
    cursor,
    nextOf: (rows: readonly PoliceTaskLine[]): string | undefined => {
      const last = rows.length > PAGE_LENGTH ? rows[PAGE_LENGTH - 1] : undefined;
      return last && `${path}?after=${placeOf({ at: last.dueAt, id: last.taskId })}`;
    },
  };
}
