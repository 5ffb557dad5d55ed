import type { DeadlineStep, DomainEvent } from '#libs/domain';
import type { Transaction, Via } from '../ports';

const BREACHED = 'deadline.breached';

/**
 * Records the breaches of some steps and answers with the events to journal. A deadline is breached once in its life
 * (P3): one that was set running again and passes again is journalled under a name of its own.
 */
export async function recordBreaches(
  tx: Transaction,
  { steps, via }: { steps: readonly DeadlineStep[]; via: Via },
): Promise<readonly DomainEvent[]> {
  const breached = steps.flatMap(({ deadline, breachedAt }) =>
    breachedAt === null ? [] : [{ deadlineId: deadline.id, caseId: deadline.caseId, dueAt: breachedAt, via }],
  );
  const firsts = new Set<string>(await tx.deadlines.recordBreaches(breached));
  return steps
    .flatMap(({ events }) => events)
    .map((event) =>
      event.type === BREACHED && !firsts.has(event.subject.id)
        ? { ...event, type: 'deadline.passed-again' }
        : event,
    );
}
