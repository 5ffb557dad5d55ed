import type { ErasureStore } from '#libs/casework';
import type { CaseId, Erasure, ErasureId, Instant, PersonId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { ErasureRow } from './erasure.row';

/** A hold that came after the approval keeps the record until it is lifted; what has begun goes on to its end. */
const READY = `
  select e.erasure_id from app.erasure e
  where not app.is_set_aside('erasure', e.erasure_id) and (e.state = 'underway' or (e.state = 'approved' and not exists (
    select 1 from app.record_standing(e.reference, null, 1) s
    where s.person_id = e.person_id and (s.held or s.live or s.safeguarding_open or s.request_open)
  ) and not exists (select 1 from app.support_stands(e.person_id) s where s.goes_on)))
  order by e.state desc, e.decided_at limit 1 for update of e skip locked`;

export class PostgresErasureStore implements ErasureStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(erasure: Erasure): Promise<boolean> {
    const [taken] = await this.manager.query<unknown[]>(
      `select 1 from app.erasure where person_id = $1
       and state in ('suggested', 'proposed', 'approved', 'underway', 'done')`,
      [erasure.personId],
    );
    if (taken !== undefined) return false;
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(ErasureRow)
      .values({ ...erasure })
      .updateEntity(false)
      .execute();
    return true;
  }

  /** One that is decided can be read, but not locked by those who decide: row-level security keeps it as it is. */
  async lock(id: ErasureId): Promise<Erasure | null> {
    const where = { id };
    const locked = await this.manager.findOne(ErasureRow, { where, lock: { mode: 'pessimistic_write' } });
    return locked ?? this.manager.findOne(ErasureRow, { where });
  }

  lockSuggested(personId: PersonId): Promise<Erasure | null> {
    const where = { personId, state: 'suggested' } as const;
    return this.manager.findOne(ErasureRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  async saveDecision(erasure: Erasure): Promise<void> {
    const { id, state, requestId, proposedBy, proposedAt, revision } = erasure;
    const { decidedBy, decidedAt, decisionReason } = erasure;
    const proposal = { requestId, proposedBy, proposedAt };
    const decision = { decidedBy, decidedAt, decisionReason };
    await this.manager.update(
      ErasureRow,
      { id },
      { state, ...proposal, ...decision, revision: revision + 1 },
    );
  }

  async declinedSince({ personId, since }: { personId: PersonId; since: Instant }): Promise<boolean> {
    const rows = await this.manager.query<unknown[]>(
      `select 1 from app.erasure where person_id = $1 and state = 'declined' and decided_at >= $2`,
      [personId, dateOf(since)],
    );
    return rows.length > 0;
  }

  async lockReady(): Promise<Erasure | null> {
    const [row] = await this.manager.query<{ erasure_id: ErasureId }[]>(READY);
    return row ? this.manager.findOne(ErasureRow, { where: { id: row.erasure_id } }) : null;
  }

  async begin({ id, revision }: Erasure): Promise<void> {
    await this.manager.update(ErasureRow, { id }, { state: 'underway', revision: revision + 1 });
  }

  async subjectsOf(id: ErasureId): Promise<readonly string[]> {
    const rows = await this.manager.query<{ subject: string }[]>(
      'select subject from app.subjects_of_erasure($1) subject',
      [id],
    );
    return rows.map(({ subject }) => subject);
  }

  async finish(id: ErasureId): Promise<void> {
    await this.manager.query('select app.carry_out_erasure($1)', [id]);
  }

  async openCasesOfErased({ limit }: { limit: number }): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ case_id: CaseId }[]>(
      `select c.case_id from app.erasure e join app.case_file c on c.person_id = e.person_id
       where e.state = 'done' and c.closed_at is null
         and not app.is_set_aside('case-of-the-erased', c.case_id) order by c.case_id limit $1`,
      [limit],
    );
    return rows.map((row) => row.case_id);
  }
}
