import type { RoutingDecisionRecord, RoutingDraftRecord, RoutingOverrideRecord } from '#libs/casework';
import {
  ROUTING_TABLE,
  type CaseId,
  type Instant,
  type PastRecord,
  type RoutingDraftId,
  type RoutingTable,
  type UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';
import { RoutingDraftRow } from './routing.row';
import { PostgresRoutingStore } from './routing.store';

export interface RoutingTableLine {
  readonly table: RoutingTable;
  readonly effectiveFrom: Instant;
}

/** Every version of the routing table, newest first. */
export async function routingTableVersions(manager: EntityManager): Promise<readonly RoutingTableLine[]> {
  const rows = await manager.query<{ body: RoutingTable; effective_from: Date }[]>(
    `select body, effective_from from app.routing_table_version where table_id = $1 order by version desc limit 200`,
    [ROUTING_TABLE],
  );
  return rows.map(({ body, effective_from: from }) => ({ table: body, effectiveFrom: instantOf(from) }));
}

/** Who was routed in a time, newest first, for a preview: rows and references for a manager, of cases that are theirs. */
export function pastRoutings(
  manager: EntityManager,
  span: { readonly from: Instant; readonly to: Instant },
): Promise<readonly PastRecord[]> {
  return new PostgresRoutingStore(manager).pastRoutes(span);
}

/** The last answer that a case was given and what was chosen otherwise, as far as the reader may see them. */
export async function caseRouting(
  manager: EntityManager,
  caseId: CaseId,
): Promise<{
  readonly decision: RoutingDecisionRecord | null;
  readonly overrides: readonly RoutingOverrideRecord[];
}> {
  const store = new PostgresRoutingStore(manager);
  return { decision: await store.latestOf(caseId), overrides: await store.overridesOf(caseId) };
}

/** The drafts of an administrator, newest first; row-level security shows nobody those of another. */
export function routingDraftsOf(
  manager: EntityManager,
  owner: UserId,
): Promise<readonly RoutingDraftRecord[]> {
  return new PostgresRoutingStore(manager).draftsOf(owner);
}

export function routingDraftById(
  manager: EntityManager,
  id: RoutingDraftId,
): Promise<RoutingDraftRecord | null> {
  return manager.findOne(RoutingDraftRow, { where: { id } });
}
