import type { Access } from '#libs/casework';
import type { Instant, PersonId, Role, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** Everything that one user saw of one person, whatever the day. */
export interface Looker {
  readonly actorId: UserId;
  readonly role: Role;
  readonly agency: string;
  readonly times: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly what: readonly Access['what'][];
  readonly bases: readonly string[];
}

/** Everybody who opened one person's record, whoever looked last first; all of them, for it is printed. */
export async function lookersAt(manager: EntityManager, personId: PersonId): Promise<readonly Looker[]> {
  const rows = await manager.query<(Omit<Looker, 'firstAt' | 'lastAt'> & { firstAt: Date; lastAt: Date })[]>(
    `select a.actor_id as "actorId", a.role, g.name as agency, count(*)::integer as times,
       min(a.seen_at) as "firstAt", max(a.seen_at) as "lastAt",
       array_agg(distinct a.what order by a.what) as what, array_agg(distinct a.basis order by a.basis) as bases
     from app.access_log a join app.agency g on g.agency_id = a.agency_id
     where a.person_id = $1 group by a.actor_id, a.role, g.name
     order by max(a.seen_at) desc, a.actor_id, a.role`,
    [personId],
  );
  return rows.map((row) => ({
    ...row,
    firstAt: instantOf(row.firstAt),
    lastAt: instantOf(row.lastAt),
  }));
}

/** The person of a case, by what people call the case. */
export async function personByReference(manager: EntityManager, reference: string): Promise<PersonId | null> {
  const [row] = await manager.query<{ person_id: PersonId }[]>(
    'select person_id from app.case_file where reference = $1',
    [reference],
  );
  return row?.person_id ?? null;
}
