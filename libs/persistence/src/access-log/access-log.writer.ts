import type { Access, AccessLog } from '#libs/casework';
import { isoOf, type Actor, type Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
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
    const rows = accesses.map((access) => {
      const content = {
        seenAt: isoOf(this.now),
        actorId: actor.userId,
        role: actor.role,
        agencyId: actor.agencyId,
        ...access,
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
}
