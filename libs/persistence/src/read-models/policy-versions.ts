import type { AttemptPolicyBody } from '#libs/casework';
import type { DeadlinePolicy, Instant, OpeningHours } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf } from '../columns';

export interface PolicyVersionLine {
  readonly policy: DeadlinePolicy;
  readonly effectiveFrom: Instant;
}

export interface CalendarVersionLine {
  readonly id: string;
  readonly version: number;
  readonly hours: OpeningHours;
  readonly source: string;
  readonly effectiveFrom: Instant;
}

export async function policyVersions(manager: EntityManager): Promise<readonly PolicyVersionLine[]> {
  const rows = await manager.query<{ body: DeadlinePolicy; effective_from: Date }[]>(
    'select body, effective_from from app.policy_version order by policy_id, version desc',
  );
  return rows.map(({ body, effective_from }) => ({ policy: body, effectiveFrom: instantOf(effective_from) }));
}

export async function calendarVersions(manager: EntityManager): Promise<readonly CalendarVersionLine[]> {
  const rows = await manager.query<
    { calendar_id: string; version: number; hours: OpeningHours; source: string; effective_from: Date }[]
  >(
    'select calendar_id, version, hours, source, effective_from from app.calendar_version order by 1, 2 desc',
  );
  return rows.map(({ calendar_id, version, hours, source, effective_from }) => ({
    id: calendar_id,
    version,
    hours,
    source,
    effectiveFrom: instantOf(effective_from),
  }));
}

export interface AttemptPolicyLine {
  readonly version: number;
  readonly body: AttemptPolicyBody;
  readonly effectiveFrom: Instant;
}

export async function attemptPolicyVersions(manager: EntityManager): Promise<readonly AttemptPolicyLine[]> {
  const rows = await manager.query<{ version: number; body: AttemptPolicyBody; effective_from: Date }[]>(
    'select version, body, effective_from from app.attempt_policy_version order by version desc',
  );
  return rows.map(({ version, body, effective_from }) => ({
    version,
    body,
    effectiveFrom: instantOf(effective_from),
  }));
}
