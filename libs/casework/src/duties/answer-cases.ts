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
import { afterwards, dutiesOfCases, entryKey } from './duty-facts';
import { keepSteps } from './keep-steps';

/**
 * Answers what was told of cases and nobody has answered yet, of each in the order in which it was told: opens what it
 * opens, plans anew what it corrects. Twice is once.
 */
export async function answerCases(tx: Transaction, caseIds: readonly CaseId[]): Promise<void> {
  await tx.duties.lockCases(caseIds);
  const steps: DutyStep[] = [];
  const answered: string[] = [];
  for (const { entries, facts } of (await dutiesOfCases(tx, caseIds)).values()) {
    let duties = facts.duties;
    for (const entry of entries.filter((one) => !one.answered)) {
      const taken = stepsOf(entry, { ...facts, duties });
      duties = afterwards(duties, taken);
      steps.push(...taken);
      answered.push(entry.entryId);
    }
  }
  await keepSteps(tx, steps);
  await tx.duties.markAnswered(answered);
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
