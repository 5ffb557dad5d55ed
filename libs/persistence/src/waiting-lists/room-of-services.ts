import type { ServiceId } from '#libs/domain';
import type { EntityManager } from 'typeorm';

/** What a service carries, by the one count that routing and waiting lists use too. */
export interface ServiceRoom {
  /** Met, and not ended. */
  readonly supported: number;
  /** Accepted, and nobody has met them yet. */
  readonly waiting: number;
  /** Who has a worker, met or not. */
  readonly caseload: number;
  readonly unanswered: number;
  /** Of the supported, whose review comes within two weeks. */
  readonly endingSoon: number;
  /** How many more it could take before somebody has to wait; null where it sets no limit. */
  readonly room: number | null;
}

/** Of every service that the reader may know it of: a provider of its own. */
export async function roomOfServices(manager: EntityManager): Promise<ReadonlyMap<ServiceId, ServiceRoom>> {
  const rows = await manager.query<(ServiceRoom & { service_id: ServiceId })[]>(
    `select service_id, supported, waiting, caseload, unanswered, ending_soon as "endingSoon", room
     from app.service_loads()`,
  );
  return new Map(rows.map(({ service_id, ...room }) => [service_id, room]));
}
