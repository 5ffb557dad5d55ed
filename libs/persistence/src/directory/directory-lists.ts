import type {
  AgencyId,
  Instant,
  ListedService,
  ServiceCapacity,
  ServiceChangeReason,
  ServiceId,
  TeamId,
  UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';
import { serviceOf, type ServiceBody } from './directory.row';

/** One version of a service: what it said, who wrote it, when and why. */
export interface ServiceVersionLine {
  readonly service: ListedService['service'];
  readonly effectiveFrom: Instant;
  /** Null for what came with the area pack. */
  readonly recordedBy: UserId | null;
  readonly recordedAt: Instant;
  readonly reason: ServiceChangeReason;
}

const MOST = 100;

/** Newest first. */
export async function serviceHistory(
  manager: EntityManager,
  id: ServiceId,
): Promise<readonly ServiceVersionLine[]> {
  const rows = await manager.query<RawVersion[]>(
    `select s.service_id, s.agency_id, v.version, v.body, v.effective_from, v.recorded_by, v.recorded_at, v.reason
     from app.directory_service s join app.directory_service_version v using (service_id)
     where s.service_id = $1 order by v.version desc limit ${MOST}`,
    [id],
  );
  return rows.map((row) => ({
    service: serviceOf(row),
    effectiveFrom: instantOf(row.effective_from),
    recordedBy: row.recorded_by,
    recordedAt: instantOf(row.recorded_at),
    reason: row.reason,
  }));
}

interface RawVersion {
  readonly service_id: ServiceId;
  readonly agency_id: AgencyId;
  readonly version: number;
  readonly body: ServiceBody;
  readonly effective_from: Date;
  readonly recorded_by: UserId | null;
  readonly recorded_at: Date;
  readonly reason: ServiceChangeReason;
}

export interface CapacityLine extends Omit<ServiceCapacity, 'serviceId'> {
  readonly recordedBy: UserId | null;
  readonly recordedAt: Instant;
}

/** What was stated of a service's room, newest first. */
export async function capacityHistory(
  manager: EntityManager,
  id: ServiceId,
): Promise<readonly CapacityLine[]> {
  const rows = await manager.query<
    (Omit<CapacityLine, 'posts' | 'recordedAt'> & { posts: string; recordedAt: Date })[]
  >(
    `select revision, posts, case_limit as "limit", list_state as list, list_since::text as "listSince", sample,
       recorded_by as "recordedBy", recorded_at as "recordedAt"
     from app.service_capacity where service_id = $1 order by revision desc limit ${MOST}`,
    [id],
  );
  return rows.map((row) => ({ ...row, posts: Number(row.posts), recordedAt: instantOf(row.recordedAt) }));
}

export interface ProviderWithTeams {
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly teams: readonly { readonly id: TeamId; readonly name: string }[];
}

/** Agencies that services can belong to, with their teams, by name. */
export function providersWithTeams(manager: EntityManager): Promise<readonly ProviderWithTeams[]> {
  return manager.query<ProviderWithTeams[]>(
    `select a.agency_id as "agencyId", a.name, coalesce((
       select jsonb_agg(jsonb_build_object('id', t.team_id, 'name', t.name) order by t.name)
       from app.team t where t.agency_id = a.agency_id), '[]') as teams
     from app.agency a where a.kind = 'provider' order by a.name, a.agency_id`,
  );
}
