import type { Instant, PersonId, Role, UnusualKind, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** One look, or one user's day, that an auditor might ask about; people are ids here. */
export interface UnusualLine {
  readonly id: string;
  /** The civil day at the desk, YYYY-MM-DD. */
  readonly on: string;
  readonly kind: UnusualKind;
  readonly actorId: UserId;
  readonly role: Role;
  readonly personId: PersonId | null;
  readonly howMany: number;
}

export interface UnusualQuery {
  readonly kind: UnusualKind | null;
  /** The last line of the page before. */
  readonly after: { readonly on: string; readonly id: string } | null;
  readonly limit: number;
}

/** Newest day first. */
export async function unusualLines(
  manager: EntityManager,
  { kind, after, limit }: UnusualQuery,
): Promise<readonly UnusualLine[]> {
  return manager.query<UnusualLine[]>(
    `select u.unusual_id as id, u.on_day::text as on, u.kind, u.actor_id as "actorId", s.role,
       u.person_id as "personId", u.how_many as "howMany"
     from app.unusual_access u join app.staff_user s on s.user_id = u.actor_id
     where ($2::text is null or u.kind = $2)
       and ($3::date is null or (u.on_day, u.unusual_id) < ($3::date, $4::uuid))
     order by u.on_day desc, u.unusual_id desc limit $1`,
    [limit, kind, after?.on ?? null, after?.id ?? null],
  );
}

/** Until when the list of who saw what has been judged; null before the first day. */
export async function judgedUntil(manager: EntityManager): Promise<Instant | null> {
  const [row] = await manager.query<{ until_at: Date }[]>(
    'select until_at from app.access_day order by until_at desc limit 1',
  );
  return row ? instantOf(row.until_at) : null;
}
