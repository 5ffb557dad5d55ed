import type { Once, Repeatable } from '#libs/casework';
import type { Actor, StaffActor } from '#libs/domain';
import type { EntityManager } from 'typeorm';

export const KEY_TAKEN = 'idempotency_key_per_actor_and_route';

/** The stored answer to this key, if the actor has used it on this route before. */
export async function findRepeat<Result extends object>(
  manager: EntityManager,
  { actor, repeatable }: { actor: Actor; repeatable: Repeatable },
): Promise<Once<Result> | null> {
  if (actor.kind !== 'staff') return null;
  const [row] = await manager.query<{ request_hash: Buffer; response_body: Result }[]>(
    'select request_hash, response_body from app.idempotency_key where actor_id = $1 and route = $2 and key = $3',
    [actor.userId, routeOf(actor, repeatable), repeatable.key],
  );
  if (!row) return null;
  return row.request_hash.equals(repeatable.requestHash)
    ? { kind: 'repeated', result: row.response_body }
    : { kind: 'key-used-for-another-request' };
}

/** Keeps the answer in the same transaction as the act. Answers hold ids and codes only. */
export async function keepResult(
  manager: EntityManager,
  { actor, repeatable, result }: { actor: Actor; repeatable: Repeatable; result: object },
): Promise<void> {
  if (actor.kind !== 'staff') return;
  await manager.query(
    `insert into app.idempotency_key (actor_id, route, key, request_hash, response_body, created_at)
     values ($1, $2, $3, $4, $5, now())`,
    [
      actor.userId,
      routeOf(actor, repeatable),
      repeatable.key,
      repeatable.requestHash,
      JSON.stringify(result),
    ],
  );
}

/** A stored answer is for the rights it was given under: whoever changes agency or role asks afresh (P7). */
function routeOf({ agencyId, role }: StaffActor, { route }: Repeatable): string {
  return `${route} as ${role} of ${agencyId}`;
}
