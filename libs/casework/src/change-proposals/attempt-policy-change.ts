import type { AttemptPolicy } from '#libs/domain';
import type { ChangeKind } from './change-kind';

/** There is one attempt policy; its proposals name it so. */
export const ATTEMPT_POLICY = 'attempt-policy';

export type AttemptPolicyBody = Omit<AttemptPolicy, 'version'>;

const LIMITS: Readonly<Record<Exclude<keyof AttemptPolicyBody, 'eveningWanted'>, readonly [number, number]>> =
  {
    attempts: [1, 20],
    workingDays: [1, 30],
    timesOfDay: [1, 3],
    mostPerDay: [1, 5],
    routesWanted: [1, 5],
  };

export const attemptPolicyChange: ChangeKind = {
  kind: 'attempt-policy',

  async newest(tx, subject) {
    return subject === ATTEMPT_POLICY ? tx.ruleVersions.newestAttemptPolicy() : null;
  },

  faults: (_tx, { body }) => Promise.resolve(attemptPolicyFaults(body as AttemptPolicyBody)),

  async apply(tx, { basedOnVersion, body, effectiveFrom }) {
    await tx.ruleVersions.appendAttemptPolicy({ version: basedOnVersion + 1, body, effectiveFrom });
  },
};

/** A round of attempts that nobody could complete under its own limits is refused. */
export function attemptPolicyFaults(policy: AttemptPolicyBody): readonly string[] {
  const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
  const outside = names.some((name) => {
    const [least, most] = LIMITS[name];
    return !Number.isSafeInteger(policy[name]) || policy[name] < least || policy[name] > most;
  });
  if (outside) return ['attempt-count-outside'];
  const faults: string[] = [];
  if (policy.attempts > policy.workingDays * policy.mostPerDay) faults.push('more-attempts-than-fit');
  if (policy.timesOfDay > policy.attempts) faults.push('more-times-than-attempts');
  if (policy.routesWanted > policy.attempts) faults.push('more-routes-than-attempts');
  return faults;
}
