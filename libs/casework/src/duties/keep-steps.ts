import type { DutyId, DutyStep } from '#libs/domain';
import type { Transaction } from '../ports';

/** Saves what duties became, with the ledger and the journal; several steps of one duty are saved as the last. */
export async function keepSteps(tx: Transaction, steps: readonly DutyStep[]): Promise<void> {
  if (steps.length === 0) return;
  const merged = new Map<DutyId, DutyStep>();
  for (const step of steps) {
    const before = merged.get(step.duty.id);
    merged.set(step.duty.id, {
      duty: step.duty,
      opened: step.opened || (before?.opened ?? false),
      versions: [...(before?.versions ?? []), ...step.versions],
      events: [],
    });
  }
  await tx.duties.save([...merged.values()]);
  await tx.journal.append(steps.flatMap(({ events }) => events));
}
