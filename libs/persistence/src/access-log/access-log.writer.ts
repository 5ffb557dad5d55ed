import type { Access, AccessLog } from '#libs/casework';
import { isoOf, type Actor, type CaseId, type Instant, type UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { leafHash } from '../journal';

/** What the hash of an entry covers: everything that a reader of the entry sees. */
export interface AccessContent {
  readonly seenAt: string;
  readonly actorId: string;
  readonly role: string;
  readonly agencyId: string;
  readonly personId: string;
  readonly caseId: string | null;
  readonly what: string;
  readonly basis: string;
}

/** In hexadecimal, over the canonical JSON of exactly these members. */
export function accessHash(content: AccessContent): string {
  const { seenAt, actorId, role, agencyId, personId, caseId, what, basis } = content;
  return leafHash({ seenAt, actorId, role, agencyId, personId, caseId, what, basis }).toString('hex');
}

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
      const content: AccessContent = {
        seenAt: isoOf(this.now),
        actorId: actor.userId,
        role: actor.role,
        agencyId: actor.agencyId,
        personId: access.personId,
        caseId: access.caseId,
        what: access.what,
        basis: (access.caseId === null ? undefined : opened.get(access.caseId)) ?? access.basis,
      };
      return { ...content, leafHash: accessHash(content) };
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
