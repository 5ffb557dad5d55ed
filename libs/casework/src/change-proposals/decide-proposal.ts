import {
  effectOf,
  event,
  isoOf,
  mayDecideProposal,
  type DeclineReason,
  type Instant,
  type ProposalId,
  type ProposalRefusal,
  type ProposalState,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { Once, ProposalRecord, Repeatable, Transaction, UnitOfWork } from '../ports';
import { changeKindOf } from './change-kinds';
import type { Impossible } from './propose-change';

export interface ProposalDecision {
  readonly proposalId: ProposalId;
  readonly decision:
    | { readonly kind: 'approve' }
    | { readonly kind: 'decline'; readonly reason: DeclineReason }
    | { readonly kind: 'withdraw' };
  /** The revision the person read. */
  readonly revision: number;
}

export type DecideRefusal =
  Exclude<ProposalRefusal, 'not-allowed'> | 'newer-version' | 'too-soon' | 'before-the-last-version';

export type DecideProposalOutcome =
  | { readonly kind: 'decided'; readonly state: ProposalState; readonly effectiveFrom: Instant | null }
  | NotFound
  | Stale
  | Impossible
  | Refused<DecideRefusal>;

/**
 * A second person approves or declines a change, or its author takes it back. Approving appends the version in the
 * same transaction, from an instant that lies ahead of every process's clock: nothing takes effect backwards.
 */
export class DecideProposal {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    decision: ProposalDecision,
    repeatable: Repeatable,
  ): Promise<Once<DecideProposalOutcome>> {
    return this.unitOfWork.once<DecideProposalOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'decided' },
      (tx) => decide(tx, actor, decision),
    );
  }
}

async function decide(
  tx: Transaction,
  actor: StaffActor,
  { proposalId, decision, revision }: ProposalDecision,
): Promise<DecideProposalOutcome> {
  const proposal = await tx.proposals.lock(proposalId);
  if (proposal === null) return NOT_FOUND;
  const may = mayDecideProposal(actor, { proposal, change: decision.kind });
  if (may.kind === 'refused') return may.reason === 'not-allowed' ? NOT_FOUND : refuse(may.reason);
  if (proposal.revision !== revision) return { kind: 'stale', revision: proposal.revision };
  const decided: ProposalRecord = {
    ...proposal,
    state: may.state,
    decidedBy: actor.userId,
    decidedAt: tx.now,
    decisionReason: decision.kind === 'decline' ? decision.reason : null,
  };
  if (decision.kind === 'approve') return approve(tx, decided);
  await tx.proposals.saveDecision(decided);
  await tx.journal.append([decisionEvent(tx, decided)]);
  return { kind: 'decided', state: decided.state, effectiveFrom: null };
}

async function approve(tx: Transaction, proposal: ProposalRecord): Promise<DecideProposalOutcome> {
  const kind = changeKindOf(proposal.kind);
  await tx.proposals.lockSubject(proposal);
  const newest = await kind.newest(tx, proposal.subject);
  if (newest === null) return NOT_FOUND;
  if (newest.version !== proposal.basedOnVersion) return refuse('newer-version');
  const effect = effectOf({ wanted: proposal.effectiveFrom, now: tx.now });
  if (effect.kind === 'refused') return effect;
  if (effect.at <= newest.effectiveFrom) return refuse('before-the-last-version');
  const faults = await kind.faults(tx, { ...proposal, from: effect.at });
  if (faults.length > 0) return { kind: 'impossible', faults };
  const approved = { ...proposal, effectiveFrom: effect.at };
  await tx.proposals.saveDecision(approved);
  await kind.apply(tx, approved);
  await tx.journal.append([decisionEvent(tx, approved)]);
  return { kind: 'decided', state: approved.state, effectiveFrom: effect.at };
}

function decisionEvent(tx: Transaction, proposal: ProposalRecord) {
  return event({
    subject: { kind: 'proposal', id: proposal.id },
    type: `proposal.${proposal.state}`,
    happenedAt: tx.now,
    reason: proposal.decisionReason ?? proposal.reason,
    payload: {
      kind: proposal.kind,
      subject: proposal.subject,
      version: proposal.basedOnVersion + 1,
      proposedBy: proposal.proposedBy,
      effectiveFrom: proposal.effectiveFrom === null ? null : isoOf(proposal.effectiveFrom),
    },
  });
}
