import {
  applyAttempts,
  earliestUnmetDueAt,
  momentOfAct,
  soundCalendarOf,
  standingOf,
  type AttemptFact,
  type Deadline,
  type DeadlinePolicy,
  type DeadlineStep,
  type Instant,
  type SafeContactCard,
  type Standing,
} from '#libs/domain';
import type { CaseRecord, Transaction } from '../ports';
import { recordBreaches } from './record-breaches';

export interface Settled {
  readonly deadlines: readonly Deadline[];
  /** Nothing is due next on a closed case. */
  readonly standing: Omit<Standing, 'nextDueAt'> & { readonly nextDueAt: Instant | null };
}

/**
 * Brings the deadlines of a locked case in line with its attempts and saves what changed: states, timers, breaches,
 * alerts nobody needs any more, and the journal. Every act on a case ends here, so a rule is applied in one place.
 */
export async function settleCase(
  tx: Transaction,
  options: {
    caseFile: CaseRecord;
    deadlines: readonly Deadline[];
    attempts: readonly AttemptFact[];
    card: SafeContactCard;
  },
): Promise<Settled> {
  const { caseFile, deadlines, attempts, card } = options;
  const now = momentOfAct(tx.now, deadlines);
  const policies: DeadlinePolicy[] = [];
  for (const { policyId: id, policyVersion: version } of deadlines) {
    policies.push(await tx.policies.version({ id, version }));
  }
  const closed = caseFile.closedAt !== null;
  const steps = deadlines.map((deadline, index) => {
    const taken = step(deadline, { policy: policies[index] as DeadlinePolicy, attempts, now });
    return closed ? silenced(taken) : taken;
  });
  await saveSteps(tx, steps, deadlines);
  const settled = steps.map(({ deadline }) => deadline);
  if (closed) return { deadlines: settled, standing: { actByAt: null, actBySafe: true, nextDueAt: null } };
  const policy = policies[0] as DeadlinePolicy;
  const standing = standingOf({ deadlines: settled, card, openedAt: caseFile.openedAt, policy, now: tx.now });
  const kept = earliestUnmetDueAt(deadlines) === null && caseFile.nextDueAt !== null;
  return {
    deadlines: settled,
    standing: kept && standing.actByAt === null ? { ...standing, nextDueAt: caseFile.nextDueAt } : standing,
  };
}

/** What a closed case is judged to be changes no more than that: it calls for nobody. */
function silenced({ deadline, ...rest }: DeadlineStep): DeadlineStep {
  if (deadline.nextFireAt === null) return { deadline, ...rest };
  return {
    ...rest,
    alert: null,
    deadline: { ...deadline, nextFireAt: null, nextStage: null, acknowledged: true },
  };
}

function step(
  deadline: Deadline,
  around: { policy: DeadlinePolicy; attempts: readonly AttemptFact[]; now: Instant },
): DeadlineStep {
  const onCall = soundCalendarOf(around.policy.escalation.onCall);
  return applyAttempts(deadline, { ...around, onCall });
}

async function saveSteps(
  tx: Transaction,
  steps: readonly DeadlineStep[],
  before: readonly Deadline[],
): Promise<void> {
  const changed = steps.filter(({ deadline }, index) => deadline !== before[index]);
  await tx.deadlines.save(changed.map(({ deadline }) => deadline));
  const events = await recordBreaches(tx, { steps, via: 'act' });
  const over = changed.filter(({ deadline }) => deadline.nextFireAt === null);
  await tx.alerts.settle(over.map(({ deadline }) => deadline.id));
  await tx.journal.append(events);
}
