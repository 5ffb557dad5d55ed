import type { AreaServices } from '#libs/config';
import type { Client } from 'pg';
import { bodyOf } from './directory.row';

/**
 * Puts the directory of an area pack into a database as the migrator, in the transaction of the whole pack. A service
 * that is there already stays as administrators have made it meanwhile.
 */
export async function loadServices(
  client: Client,
  { agencies, services, capacities }: AreaServices,
  effectiveFrom: string,
): Promise<void> {
  for (const { id, name } of agencies) {
    await client.query(
      `insert into app.agency (agency_id, kind, name) values ($1, 'provider', $2) on conflict do nothing`,
      [id, name],
    );
  }
  const added = new Set<string>();
  for (const service of services) {
    const { rowCount } = await client.query(
      'insert into app.directory_service (service_id, agency_id) values ($1, $2) on conflict do nothing',
      [service.id, service.agencyId],
    );
    if (rowCount === 0) continue;
    added.add(service.id);
    await client.query(
      `insert into app.directory_service_version (service_id, version, body, effective_from, recorded_at, reason)
       values ($1, 1, $2, $3, $3, 'area-pack')`,
      [service.id, JSON.stringify(bodyOf(service)), effectiveFrom],
    );
  }
  for (const { serviceId, posts, limit, list, listSince, sample } of capacities) {
    if (!added.has(serviceId)) continue;
    await client.query(
      `insert into app.service_capacity
         (service_id, revision, posts, case_limit, list_state, list_since, sample, recorded_at)
       values ($1, 1, $2, $3, $4, $5, $6, $7)`,
      [serviceId, posts, limit, list, listSince, sample, effectiveFrom],
    );
  }
}
