import {
  answerEvent,
  correctEvent,
  deliverDuty,
  REFERRAL_DELIVERS,
  withdrawEvent,
  type CaseId,
  type Duty,
  type DutyFacts,
  type DutyStep,
} from '#libs/domain';
import type { CodeEntry, Transaction } from '../ports';
import { dutyFacts, entryKey } from './duty-facts';
import { keepSteps } from './keep-steps';

/**
 * Answers what was told of a case and nobody has answered yet, in the order in which it was told: opens what it opens,
 * plans anew what it corrects. Twice is once.
 */
export async function answerCase(tx: Transaction, caseId: CaseId): Promise<void> {
  await tx.duties.lockCase(caseId);
  const entries = await tx.duties.entriesOf(caseId);
  const pending = entries.filter(({ answered }) => !answered);
  const caseFile = pending.length === 0 ? null : await tx.cases.find(caseId);
  if (caseFile === null) return;
  const facts = await dutyFacts(tx, { caseFile, entries, duties: await tx.duties.ofCase(caseId) });
  let duties = facts.duties;
  const steps: DutyStep[] = [];
  for (const entry of pending) {
    const taken = stepsOf(entry, { ...facts, duties });
    steps.push(...taken);
    duties = afterwards(duties, taken);
  }
  await keepSteps(tx, steps);
  await tx.duties.markAnswered(pending.map(({ entryId }) => entryId));
}

function stepsOf(entry: CodeEntry, facts: DutyFacts): readonly DutyStep[] {
  if (entry.withdrawn) return withdrawEvent(entryKey(entry), facts);
  const told = {
    id: entryKey(entry),
    trackId: entry.trackId,
    event: entry.event,
    happenedAt: entry.happenedAt,
  };
  const corrected =
    entry.supersedes === null ? [] : correctEvent(told, { supersedes: entry.supersedes, facts });
  const answered = answerEvent(told, { ...facts, duties: afterwards(facts.duties, corrected) });
  const steps = [...corrected, ...answered];
  const { referredAt } = entry;
  if (referredAt === null) return steps;
  return [...steps, ...answered.flatMap(({ duty }) => byReferral(duty, { at: referredAt, facts }))];
}

/** The referral that told of a report is itself what the police owed. */
function byReferral(
  duty: Duty,
  { at, facts }: { at: Duty['triggeredAt']; facts: DutyFacts },
): readonly DutyStep[] {
  if (!REFERRAL_DELIVERS.includes(duty.entitlementId)) return [];
  const said = {
    at,
    evidence: 'referral-received',
    earlyReason: null,
    by: null,
    now: facts.around.now,
  } as const;
  const delivered = deliverDuty(duty, said);
  return delivered.kind === 'changed' ? [delivered.step] : [];
}

function afterwards(duties: readonly Duty[], steps: readonly DutyStep[]): readonly Duty[] {
  const changed = new Map([...duties, ...steps.map(({ duty }) => duty)].map((duty) => [duty.id, duty]));
  return [...changed.values()];
}
