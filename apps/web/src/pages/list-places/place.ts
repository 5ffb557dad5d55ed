import type { Instant } from '#libs/domain';
import { badRequest } from '../../errors/problem';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';

/** Where a page of a list ends, as it stands in the address of the next: an instant and an id. */
export interface Place<Id extends string> {
  readonly at: Instant;
  readonly id: Id;
}

/** How many rows a page of a list shows, and how many are read: one more tells whether there is a next page. */
const SHOWN = 25;
export const ROWS_READ = SHOWN + 1;

/** One page of a list of which `ROWS_READ` were read, and the way to the next; `after` says where a row stands. */
export function pageOf<Row>(
  found: readonly Row[],
  { path, after }: { path: string; after: (last: Row) => string },
): { readonly rows: readonly Row[]; readonly nextPath: string | undefined } {
  const rows = found.slice(0, SHOWN);
  const last = found.length > SHOWN ? rows.at(-1) : undefined;
  return { rows, nextPath: last && `${path}?after=${after(last)}` };
}

/** Beyond these a database refuses the instant. */
const LARGEST_INSTANT = 8_640_000_000_000_000 / 4;

export function placeOf({ at, id }: Place<string>): string {
  return `${at}_${id}`;
}

/** Null for the first page; an address that this service did not make is refused. */
export function readPlace<Id extends string>(given: unknown): Place<Id> | null {
  if (given === undefined) return null;
  const [, at, id] = typeof given === 'string' ? (/^(-?\d{1,16})_(.+)$/.exec(given) ?? []) : [];
  if (!isSafeId(id) || Math.abs(Number(at)) > LARGEST_INSTANT) {
    throw badRequest('The address of this page of the list is not one that this service made.');
  }
  return { at: Number(at) as Instant, id: id as Id };
}
