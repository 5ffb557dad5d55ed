import type { AlertRecord, CheckRecord } from '#libs/casework';
import type { Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { AlertRow } from '../alerts';
import { CheckRow } from '../checks';
import { dateOf } from '../columns';

/** Where a page of open work ends: what was raised or asked at this instant under this id. */
export interface OpenWorkCursor {
  readonly at: Instant;
  readonly id: string;
}

/** Alerts nobody has acknowledged, oldest first; the agency's own by row-level security. */
export function openAlerts(
  manager: EntityManager,
  limit: number,
  after: OpenWorkCursor | null = null,
): Promise<readonly AlertRecord[]> {
  const open = manager
    .createQueryBuilder(AlertRow, 'work')
    .where(`work.state = 'raised'`)
    .orderBy({ 'work.raisedAt': 'ASC', 'work.id': 'ASC' })
    .take(limit);
  if (after !== null) open.andWhere('(work.raised_at, work.alert_id) > (:at, :id)', parametersOf(after));
  return open.getMany();
}

/** What waits for a second person, oldest first. */
export function waitingChecks(
  manager: EntityManager,
  limit: number,
  after: OpenWorkCursor | null = null,
): Promise<readonly CheckRecord[]> {
  const waiting = manager
    .createQueryBuilder(CheckRow, 'work')
    .where(`work.state = 'waiting'`)
    .orderBy({ 'work.askedAt': 'ASC', 'work.id': 'ASC' })
    .take(limit);
  if (after !== null) waiting.andWhere('(work.asked_at, work.check_id) > (:at, :id)', parametersOf(after));
  return waiting.getMany();
}

function parametersOf({ at, id }: OpenWorkCursor) {
  return { at: dateOf(at), id };
}
