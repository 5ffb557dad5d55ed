import type { InformationRequestId, Instant, NextDueCode } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

export interface ClockVersion {
  readonly version: number;
  readonly due: NextDueCode;
  readonly dueOn: string;
  readonly recordedAt: Instant;
}

/** Every version of a request's clock, oldest first. */
export async function clockVersions(
  manager: EntityManager,
  id: InformationRequestId,
): Promise<readonly ClockVersion[]> {
  const rows = await manager.query<
    { version: number; due: NextDueCode; due_on: string; recorded_at: Date }[]
  >(
    `select version, due, due_on::text, recorded_at from app.information_request_clock
     where request_id = $1 order by version`,
    [id],
  );
  return rows.map(({ version, due, due_on: dueOn, recorded_at: at }) => ({
    version,
    due,
    dueOn,
    recordedAt: instantOf(at),
  }));
}
