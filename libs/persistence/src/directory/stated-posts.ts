import type { Cell, ServiceId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/** Services by id with the name that they have now. */
export async function serviceNames(
  manager: EntityManager,
  ids: readonly ServiceId[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<{ id: string; name: string }[]>(
    `select distinct on (service_id) service_id as id, body->>'name' as name from app.directory_service_version
     where service_id = any($1::uuid[]) order by service_id, version desc`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Hundredths of the full-time posts that each service had last stated at the end of a month, UTC, as cells beside those
 * of the rollups. `monthOn` is its first day.
 */
export function statedPosts(manager: EntityManager, monthOn: string): Promise<readonly Cell[]> {
  return manager.query<Cell[]>(
    `select distinct on (service_id) 'posts' as measure, 'listed-service' as dimension, service_id::text as value,
       $1::text as "monthOn", '' as limb, 'hundredths' as bucket, (posts * 100)::float8 as count
     from app.service_capacity
     where recorded_at < ($1::text::date + interval '1 month') at time zone 'UTC'
     order by service_id, revision desc`,
    [monthOn],
  );
}
