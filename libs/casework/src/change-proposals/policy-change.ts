import { promiseFaults, type DeadlinePolicy } from '#libs/domain';
import type { Transaction } from '../ports';
import type { ChangeKind, ProposedChange } from './change-kind';

/** The next version of a promise. What it is about, when its clock starts and what stops it stay as they are. */
export const policyChange: ChangeKind = {
  kind: 'policy',

  async newest(tx, subject) {
    const newest = await tx.ruleVersions.newestPolicy(subject);
    if (newest === null) return null;
    const { policy, effectiveFrom } = newest;
    return { version: policy.version, effectiveFrom, body: policy };
  },

  faults: policyFaultsOf,

  async apply(tx, { body, effectiveFrom }) {
    await tx.ruleVersions.appendPolicy({ policy: body as DeadlinePolicy, effectiveFrom });
  },
};

async function policyFaultsOf(
  tx: Transaction,
  { subject, basedOnVersion, body, from }: ProposedChange,
): Promise<readonly string[]> {
  const policy = body as DeadlinePolicy;
  const newest = await tx.ruleVersions.newestPolicy(subject);
  if (newest === null || !keepsItsPromise(policy, newest.policy)) return ['another-promise'];
  if (policy.version !== basedOnVersion + 1) return ['another-promise'];
  const calendar = await tx.ruleVersions.newestCalendar(policy.calendar);
  return calendar === null ? ['unknown-calendar'] : promiseFaults(policy, { calendar, from });
}

function keepsItsPromise(next: DeadlinePolicy, before: DeadlinePolicy): boolean {
  return (
    next.id === before.id &&
    next.promise === before.promise &&
    next.clockStart === before.clockStart &&
    next.stoppedBy === before.stoppedBy
  );
}
