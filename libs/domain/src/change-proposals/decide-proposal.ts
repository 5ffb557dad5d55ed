import { mayDo, type Act, type Actor } from '../access';
import { nextState } from '../machine';
import { MINUTE, plus, type Instant } from '../time';
import type { ChangeKindCode, ChangeProposal, ProposalState } from './proposal';
import { proposalMachine, type ProposalChange } from './proposal-machine';

export type ProposalRefusal = 'not-allowed' | 'already-decided' | 'same-person' | 'not-yours';

/** Who proposes a change of this kind, and who decides about it: whoever may see what it would do. */
export function proposingOf(kind: ChangeKindCode): { readonly propose: Act; readonly decide: Act } {
  return kind === 'retention'
    ? { propose: 'propose-retention', decide: 'decide-retention' }
    : { propose: 'propose-change', decide: 'decide-proposal' };
}

/**
 * Whether this actor may do this to a proposal, and the state it leads to. Nobody approves or declines what they
 * proposed themselves; only the person who proposed it takes it back.
 */
export function mayDecideProposal(
  actor: Actor,
  {
    proposal,
    change,
  }: { proposal: Pick<ChangeProposal, 'kind' | 'state' | 'proposedBy'>; change: ProposalChange },
):
  | { readonly kind: 'may'; readonly state: ProposalState }
  | { readonly kind: 'refused'; readonly reason: ProposalRefusal } {
  const { propose, decide } = proposingOf(proposal.kind);
  const act = change === 'withdraw' ? propose : decide;
  if (actor.kind !== 'staff' || !mayDo(actor, act)) return { kind: 'refused', reason: 'not-allowed' };
  const state = nextState(proposalMachine, { state: proposal.state, event: change });
  if (state === null) return { kind: 'refused', reason: 'already-decided' };
  const own = proposal.proposedBy === actor.userId;
  if (change === 'withdraw') return own ? { kind: 'may', state } : { kind: 'refused', reason: 'not-yours' };
  return own ? { kind: 'refused', reason: 'same-person' } : { kind: 'may', state };
}

/**
 * How long before it takes effect a version must be approved. Every process keeps versions for a few seconds before
 * it reads them again; within this minute all of them have read the new one.
 */
export const EFFECT_LEAD = MINUTE;

/**
 * When an approved change takes effect: at the wanted instant, or at the first whole minute that is far enough off
 * when none was named. A wanted instant that is nearer, or has passed, is refused: nothing takes effect backwards.
 */
export function effectOf({
  wanted,
  now,
}: {
  wanted: Instant | null;
  now: Instant;
}):
  { readonly kind: 'at'; readonly at: Instant } | { readonly kind: 'refused'; readonly reason: 'too-soon' } {
  const earliest = plus(now, EFFECT_LEAD);
  if (wanted === null) return { kind: 'at', at: (Math.ceil(earliest / MINUTE) * MINUTE) as Instant };
  return wanted < earliest ? { kind: 'refused', reason: 'too-soon' } : { kind: 'at', at: wanted };
}
