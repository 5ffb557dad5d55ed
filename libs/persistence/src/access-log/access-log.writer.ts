import type { Access, AccessLog } from '#libs/casework';
import { isoOf, type Actor, type CaseId, type Instant, type UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { leafHash } from '../journal';

export class PostgresAccessLog implements AccessLog {
  constructor(
    private readonly manager: EntityManager,
    private readonly actor: Actor,
    private readonly now: Instant,
  ) {}

  async record(accesses: readonly Access[]): Promise<void> {
    const { actor } = this;
    if (actor.kind !== 'staff') throw new Error('only people look at people');
    const opened = await this.openedInEmergency(actor.userId);
    const rows = accesses.map((access) => {
      const content = {
        seenAt: isoOf(this.now),
        actorId: actor.userId,
        role: actor.role,
        agencyId: actor.agencyId,
        ...access,
        basis: (access.caseId === null ? undefined : opened.get(access.caseId)) ?? access.basis,
      };
      return { ...content, leafHash: leafHash(content).toString('hex') };
    });
    await this.manager.query(
      `insert into app.access_log (seen_at, actor_id, role, agency_id, person_id, case_id, what, basis, leaf_hash)
       select "seenAt", "actorId", role, "agencyId", "personId", "caseId", what, basis, decode("leafHash", 'hex')
       from jsonb_to_recordset($1::jsonb) as x("seenAt" timestamptz, "actorId" uuid, role text, "agencyId" uuid,
         "personId" uuid, "caseId" uuid, what text, basis text, "leafHash" text)`,
      [JSON.stringify(rows)],
    );
  }

  /** What somebody sees past a wall is seen under the reason they gave, whichever page shows it (P8). */
  private async openedInEmergency(userId: UserId): Promise<ReadonlyMap<CaseId, string>> {
    const rows = await this.manager.query<{ case_id: CaseId; reason: string }[]>(
      'select case_id, reason from app.break_glass where user_id = $1 and until_at > $2',
      [userId, dateOf(this.now)],
    );
    return new Map(rows.map(({ case_id: caseId, reason }) => [caseId, `break-glass ${reason}`]));
  }
}
