import type { RedirectRecord } from '#libs/casework';
import type { CaseId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { RedirectRow } from '../redirects';

/** The redirects of one case, the newest first; at most one of them waits. */
export function redirectsOf(manager: EntityManager, caseId: CaseId): Promise<readonly RedirectRecord[]> {
  return manager.find(RedirectRow, { where: { caseId }, order: { judgedAt: 'DESC' } });
}
