import {
  answerEvent,
  correctEvent,
  deliverDuty,
  deliverProven,
  REFERRAL_DELIVERS,
  takeBackUnproven,
  withdrawEvent,
  type CaseId,
  type Duty,
  type DutyFacts,
  type DutyStep,
  type MilestoneProof,
} from '#libs/domain';
import type { CodeEntry, Transaction } from '../ports';
import { afterwards, dutiesOfCases, entryKey, type CaseDuties } from './duty-facts';
import { keepSteps } from './keep-steps';

/**
 * Answers what was told of cases and nobody has answered yet, of each in the order in which it was told: opens what it
 * opens, plans anew what it corrects, and delivers what milestones prove. Twice is once.
 */
export async function answerCases(tx: Transaction, caseIds: readonly CaseId[]): Promise<void> {
  await tx.duties.lockCases(caseIds);
  const steps: DutyStep[] = [];
  const answered: string[] = [];
  for (const found of (await dutiesOfCases(tx, caseIds)).values()) {
    const unanswered = found.entries.filter((one) => !one.answered);
    if (unanswered.length === 0) continue;
    steps.push(...answersOf(found, unanswered));
    answered.push(...unanswered.map(({ entryId }) => entryId));
  }
  await keepSteps(tx, steps);
  await tx.duties.markAnswered(answered);
}

function answersOf({ facts, proofs }: CaseDuties, told: readonly CodeEntry[]): readonly DutyStep[] {
  const steps: DutyStep[] = [...takeBackUnproven(facts, proofs)];
  const sofar = (): DutyFacts => ({ ...facts, duties: afterwards(facts.duties, steps) });
  for (const entry of told) steps.push(...stepsOf(entry, sofar()));
  const newlyTold = new Set(told.map(entryKey));
  const touched = new Set(steps.map(({ duty }) => duty.id));
  const isNew = (proof: MilestoneProof, duty: Duty) => newlyTold.has(proof.id) || touched.has(duty.id);
  return [...steps, ...deliverProven(sofar(), { proofs, isNew })];
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
