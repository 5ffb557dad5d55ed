import type { Instant, PublishedTable } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

/** What was published of one year. */
export interface ReachRelease {
  /** The year in which it begins: 2025 is April 2025 to March 2026. */
  readonly year: number;
  readonly madeAt: Instant;
  /** Null where too few people were referred to publish any. */
  readonly tables: readonly PublishedTable[] | null;
}

/** Newest first. */
export async function reachReleases(manager: EntityManager): Promise<readonly ReachRelease[]> {
  const rows = await manager.query<(Omit<ReachRelease, 'madeAt'> & { made_at: Date })[]>(
    'select year, made_at, tables from app.reach_release order by year desc limit 40',
  );
  return rows.map(({ made_at, ...row }) => ({ ...row, madeAt: instantOf(made_at) }));
}
