import type { ClaimStore } from '#libs/casework';
import { claimFor, heldByAnother, type Actor, type CaseId, type Claim, type UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/** `at` is the moment the statement runs, not the transaction's: a claim taken while we waited for it counts. */
const READ = `
  select user_id, claimed_at, until_at, clock_timestamp() as at from (values (1)) one(row)
  left join (select * from app.case_claim where case_id = $1 for update) held on true`;

export class PostgresClaimStore implements ClaimStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly actor: Actor,
  ) {}

  /** An advisory lock orders two people who claim a case that nobody has claimed: there is no row to lock yet. */
  async take({ caseId, insist }: { caseId: CaseId; insist: boolean }): Promise<Claim> {
    const { actor } = this;
    if (actor.kind !== 'staff') throw new Error('only people call people');
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('case claim ' || $1, 0))`, [
      caseId,
    ]);
    const [row] = await this.manager.query<RawClaim[]>(READ, [caseId]);
    if (!row) throw new Error('the database told no time');
    const at = instantOf(row.at);
    const held = fromRaw(caseId, row);
    if (!insist && heldByAnother(held, { userId: actor.userId, at })) return held;
    const claim = claimFor(held, { caseId, userId: actor.userId, at });
    await this.manager.query(
      `insert into app.case_claim (case_id, handling_agency_id, user_id, claimed_at, until_at)
       values ($1, $2, $3, $4, $5)
       on conflict (case_id) do update
       set user_id = excluded.user_id, claimed_at = excluded.claimed_at, until_at = excluded.until_at`,
      [caseId, actor.agencyId, actor.userId, dateOf(claim.since), dateOf(claim.until)],
    );
    return claim;
  }

  async dropWalled(caseId: CaseId): Promise<void> {
    await this.manager.query(
      'delete from app.case_claim where case_id = $1 and app.user_is_behind_wall(case_id, user_id)',
      [caseId],
    );
  }

  async release(caseId: CaseId): Promise<void> {
    if (this.actor.kind !== 'staff') return;
    await this.manager.query('delete from app.case_claim where case_id = $1 and user_id = $2', [
      caseId,
      this.actor.userId,
    ]);
  }
}

interface RawClaim {
  readonly user_id: UserId | null;
  readonly claimed_at: Date;
  readonly until_at: Date;
  readonly at: Date;
}

function fromRaw(caseId: CaseId, { user_id: userId, claimed_at, until_at }: RawClaim): Claim | null {
  if (userId === null) return null;
  return { caseId, userId, since: instantOf(claimed_at), until: instantOf(until_at) };
}
