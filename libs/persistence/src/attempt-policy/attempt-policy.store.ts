import type { AttemptPolicyStore } from '#libs/casework';
import type { AttemptPolicy, Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';

export class PostgresAttemptPolicyStore implements AttemptPolicyStore {
  constructor(private readonly manager: EntityManager) {}

  inForce(at: Instant): Promise<AttemptPolicy> {
    return attemptPolicyInForce(this.manager, at);
  }
}

/** The version in force at an instant; versions are added and never changed. */
export async function attemptPolicyInForce(manager: EntityManager, at: Instant): Promise<AttemptPolicy> {
  const [row] = await manager.query<{ version: number; body: Omit<AttemptPolicy, 'version'> }[]>(
    `select version, body from app.attempt_policy_version where effective_from <= $1
     order by effective_from desc, version desc limit 1`,
    [dateOf(at)],
  );
  if (!row) throw new Error('no attempt policy is in force');
  return { ...row.body, version: row.version };
}
