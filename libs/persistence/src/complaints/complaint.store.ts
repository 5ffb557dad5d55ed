import type { ComplaintStore } from '#libs/casework';
import type { CaseId, Complaint, ComplaintId, Instant, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { ComplaintRow } from './complaint.row';

const MOST = 100;

export class PostgresComplaintStore implements ComplaintStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(complaint: Complaint): Promise<void> {
    await this.manager.insert(ComplaintRow, { ...complaint });
  }

  find(id: ComplaintId): Promise<Complaint | null> {
    return this.manager.findOne(ComplaintRow, { where: { id } });
  }

  lock(id: ComplaintId): Promise<Complaint | null> {
    return this.manager.findOne(ComplaintRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(complaint: Complaint): Promise<void> {
    const { id, state, finding, acknowledgedAt, answeredAt, handledBy, settledAt } = complaint;
    const revision = complaint.revision + 1;
    const steps = { state, finding, acknowledgedAt, answeredAt, handledBy, settledAt, revision };
    await this.manager.update(ComplaintRow, { id }, steps);
  }

  async worksHere(userId: UserId): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from app.staff_user where user_id = $1 and agency_id = app.claim_agency()`,
      [userId],
    );
    return rows.length === 1;
  }
}

/** Complaints of a case that the reader may see, the last first. */
export function complaintsOfCase(manager: EntityManager, caseId: CaseId): Promise<readonly Complaint[]> {
  return manager.find(ComplaintRow, {
    where: { caseId },
    order: { receivedAt: 'DESC', id: 'DESC' },
    take: MOST,
  });
}

/** The register: what waits for somebody, the first to be answered first; nobody reads what is about them. */
export function openComplaints(
  manager: EntityManager,
  { after, limit }: { after: { at: Instant; id: ComplaintId } | null; limit: number },
): Promise<readonly Complaint[]> {
  const query = manager
    .createQueryBuilder(ComplaintRow, 'c')
    .where('c.settledAt is null')
    .orderBy('c.replyDueAt', 'ASC')
    .addOrderBy('c.id', 'ASC')
    .limit(limit);
  if (after !== null)
    query.andWhere('(c.replyDueAt, c.id) > (:at, :id)', { at: dateOf(after.at), id: after.id });
  return query.getMany();
}

/** One complaint as the reader may see it. */
export function complaintOf(manager: EntityManager, id: ComplaintId): Promise<Complaint | null> {
  return manager.findOne(ComplaintRow, { where: { id } });
}
