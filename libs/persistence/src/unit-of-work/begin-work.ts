import type { Actor, Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** What row-level security is told of the actor; local to the transaction, never to the connection. */
export interface Claims {
  readonly role: string;
  readonly userId: string | null;
  readonly agencyId: string | null;
  readonly teamId: string | null;
}

export function claimsOf(actor: Actor): Claims {
  if (actor.kind === 'service') return { role: 'service', userId: null, agencyId: null, teamId: null };
  const { role, userId, agencyId, teamId } = actor;
  return { role, userId, agencyId, teamId };
}

/** The first statement of every unit of work: sets the claims and returns the service's clock (DESIGN §4). */
export async function beginWork(manager: EntityManager, claims: Claims): Promise<Instant> {
  const [row] = await manager.query<{ now: Date }[]>('select app.begin_work($1, $2, $3, $4) as now', [
    claims.role,
    claims.userId,
    claims.agencyId,
    claims.teamId,
  ]);
  if (!row) throw new Error('the database told no time');
  return instantOf(row.now);
}
