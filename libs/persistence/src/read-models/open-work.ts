import type { AlertRecord, CheckRecord } from '#libs/casework';
import type { EntityManager } from 'typeorm';
import { AlertRow } from '../alerts';
import { CheckRow } from '../checks';

/** Alerts nobody has acknowledged, oldest first; the agency's own by row-level security. */
export function openAlerts(manager: EntityManager, limit: number): Promise<readonly AlertRecord[]> {
  return manager.find(AlertRow, { where: { state: 'raised' }, order: { raisedAt: 'ASC', id: 'ASC' }, take: limit });
}

/** What waits for a second person, oldest first. */
export function waitingChecks(manager: EntityManager, limit: number): Promise<readonly CheckRecord[]> {
  return manager.find(CheckRow, { where: { state: 'waiting' }, order: { askedAt: 'ASC', id: 'ASC' }, take: limit });
}
