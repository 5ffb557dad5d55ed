import type { Instant, ServiceRequestId } from '#libs/domain';
import type { RequestCursor } from '#libs/persistence';
import { badRequest } from '../../errors/problem';
import { isSafeId } from '../../request-reading/validators/safe-id.validator';

const PLACE = /^([0-2])\.(\d{1,15})\.([0-9a-f-]{36})$/;

/** Where a page of requests ends, as it stands in an address. */
export function requestPlaceOf({ rank, at, id }: RequestCursor): string {
  return `${rank}.${at}.${id}`;
}

/** Null for the first page; an address that this service did not make is refused. */
export function readRequestPlace(given: unknown): RequestCursor | null {
  if (given === undefined) return null;
  const [, rank, at, id] = typeof given === 'string' ? (PLACE.exec(given) ?? []) : [];
  if (!isSafeId(id)) throw badRequest('The address of this list is not complete.');
  return { rank: Number(rank), at: Number(at) as Instant, id: id as string as ServiceRequestId };
}
