import type { ServiceRequestId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/** What of the accepted requests of the reader's agency is to be copied: all, those of the reader, or one. */
export type ExportChoice =
  | { readonly which: 'live' }
  | { readonly which: 'mine' }
  | { readonly which: 'one'; readonly id: ServiceRequestId };

/** The most rows of one file: a service with more makes one for each adviser. */
export const MOST_EXPORTED = 500;

/** Accepted requests of the reader's agency that are still open, those first who were first to ask. */
export async function exportable(
  manager: EntityManager,
  choice: ExportChoice,
): Promise<readonly ServiceRequestId[]> {
  const rows = await manager.query<{ request_id: ServiceRequestId }[]>(
    `select request_id from app.service_request
     where agency_id = app.claim_agency() and state in ('waiting', 'allocated', 'active')
       and ($1 <> 'mine' or allocated_to = app.claim_user()) and ($1 <> 'one' or request_id = $2::uuid)
     order by first_asked_at, request_id limit $3`,
    [choice.which, choice.which === 'one' ? choice.id : null, MOST_EXPORTED],
  );
  return rows.map(({ request_id }) => request_id);
}
