import type { PagingLadderBody } from '#libs/casework';
import type { Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

export interface PagingLadderLine {
  readonly version: number;
  readonly body: PagingLadderBody;
  readonly effectiveFrom: Instant;
}

/** Every version of the ladder of urgent pages, the newest first. */
export async function pagingLadders(manager: EntityManager): Promise<readonly PagingLadderLine[]> {
  const rows = await manager.query<{ version: number; body: PagingLadderBody; effective_from: Date }[]>(
    'select version, body, effective_from from app.paging_policy_version order by version desc',
  );
  return rows.map(({ version, body, effective_from }) => ({
    version,
    body,
    effectiveFrom: instantOf(effective_from),
  }));
}
