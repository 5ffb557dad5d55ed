import type { BreachRecord, InformationRequest, RequestKind } from '#libs/domain';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { BreachRow } from './breach.row';
import { InformationRequestRow } from './information-request.row';

const MOST = 200;

export interface RequestLists {
  /** Live, by what is due first: whatever is late comes first. */
  readonly open: readonly InformationRequest[];
  readonly closed: readonly InformationRequest[];
}

/** The register, as far as row-level security shows it to whoever asks. */
export async function requestLists(
  manager: EntityManager,
  { kinds, most = MOST }: { kinds?: readonly RequestKind[]; most?: number } = {},
): Promise<RequestLists> {
  const query = (live: boolean) => {
    const found = manager
      .createQueryBuilder(InformationRequestRow, 'r')
      .where(live ? 'r.closed_at is null' : 'r.closed_at is not null')
      .orderBy(
        live
          ? { 'r.next_due_at': 'ASC', 'r.request_id': 'ASC' }
          : { 'r.closed_at': 'DESC', 'r.request_id': 'DESC' },
      )
      .take(most);
    if (kinds !== undefined) found.andWhere('r.kind = any (:kinds)', { kinds: [...kinds] });
    return found.getMany();
  };
  return { open: await query(true), closed: await query(false) };
}

export interface BreachLists {
  readonly open: readonly BreachRecord[];
  readonly closed: readonly BreachRecord[];
}

export async function breachLists(manager: EntityManager): Promise<BreachLists> {
  const open = await manager.find(BreachRow, {
    where: { closedAt: IsNull() },
    order: { regulatorDueAt: 'ASC', id: 'ASC' },
    take: MOST,
  });
  const closed = await manager.find(BreachRow, {
    where: { closedAt: Not(IsNull()) },
    order: { closedAt: 'DESC', id: 'DESC' },
    take: MOST,
  });
  return { open, closed };
}
