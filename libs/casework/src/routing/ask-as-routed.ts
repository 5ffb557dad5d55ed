import {
  askedAgain,
  askingVerdict,
  choiceCovers,
  governing,
  readableBy,
  type AskingVerdict,
  type OverrideReason,
  type RoutingDecisionId,
  type ServiceId,
  type StaffActor,
  type SupportKind,
} from '#libs/domain';
import { refuse, type Refused } from '../outcome';
import type { CaseRecord, Ids, Transaction } from '../ports';
import { keepChoice } from './keep-choice';
import { keepDecision } from './keep-decision';
import { suggest } from './suggest-routing';

export type AskingRefusal = 'choose-with-a-reason' | 'lead-decides' | 'not-possible';

export interface AskingAs {
  readonly ids: Ids;
  readonly by: StaffActor;
  readonly caseFile: CaseRecord;
  readonly kind: SupportKind;
  readonly serviceId: ServiceId;
  /** Why this one, where the answer puts another first; null when nobody said. */
  readonly reason: OverrideReason | null;
}

/**
 * Whether a service may be asked as the case was routed, and under which answer. A case that nobody routed for this
 * support is routed now, with what is known, and the answer is kept; so is one that says something graver, or opens a
 * door, since somebody last read one. A choice with its reason is kept beside the answer; one that a lead made before
 * covers whoever asks the service after them.
 */
export async function askAsRouted(
  tx: Transaction,
  asking: AskingAs,
): Promise<
  { readonly kind: 'may-be-asked'; readonly decisionId: RoutingDecisionId } | Refused<AskingRefusal>
> {
  const { ids, by, caseFile, kind, serviceId, reason } = asking;
  const { decisionId, verdict } = await judged(tx, asking);
  const allowed = { kind: 'may-be-asked', decisionId } as const;
  if (verdict === 'ask') return allowed;
  if (verdict === 'never' || verdict === 'not-answered') return refuse('not-possible');
  const choices = await tx.routing.overridesOf(caseFile.id);
  const chosen = choices.filter((one) => one.kind === kind && one.serviceId === serviceId);
  if (chosen.some(({ chosenAs }) => choiceCovers(verdict, chosenAs))) return allowed;
  if (verdict === 'lead') return refuse('lead-decides');
  if (reason === null) return refuse('choose-with-a-reason');
  await keepChoice(tx, { ids, by, caseFile, choice: { decisionId, kind, serviceId, reason } });
  return allowed;
}

/**
 * Whether a service that was written down may be asked by nobody but a lead, as the case would be routed now; nothing of
 * it is kept. A lead's choice of that service covers whoever sends it after them.
 */
export async function leadMustDecide(
  tx: Transaction,
  { by, caseFile, kind, serviceId }: Pick<AskingAs, 'by' | 'caseFile' | 'kind' | 'serviceId'>,
): Promise<boolean> {
  const asked = askedAgain(await tx.routing.latestOf(caseFile.id), { kind, now: tx.now });
  const { decision } = await suggest(tx, { caseFile, asked });
  const verdict = askingVerdict(readableBy(decision, by.role), { kind, serviceId, role: by.role });
  if (verdict !== 'lead') return false;
  const choices = await tx.routing.overridesOf(caseFile.id);
  return !choices.some(
    (one) => one.kind === kind && one.serviceId === serviceId && choiceCovers(verdict, one.chosenAs),
  );
}

/** What the answer that governs says of the service; an answer that governs and is not kept yet is kept. */
async function judged(
  tx: Transaction,
  { ids, by, caseFile, kind, serviceId }: AskingAs,
): Promise<{ readonly decisionId: RoutingDecisionId; readonly verdict: AskingVerdict }> {
  const choice = { kind, serviceId, role: by.role };
  const kept = await tx.routing.latestOf(caseFile.id);
  const asked = askedAgain(kept, { kind, now: tx.now });
  const suggested = await suggest(tx, { caseFile, asked });
  const newest = askingVerdict(readableBy(suggested.decision, by.role), choice);
  const before = kept === null ? 'not-answered' : askingVerdict(kept.answer, choice);
  if (kept !== null && governing({ kept: before, newest }) === 'kept')
    return { decisionId: kept.id, verdict: before };
  const decisionId = await keepDecision(tx, { ids, by, caseFile, asked, suggested });
  return { decisionId, verdict: newest };
}
