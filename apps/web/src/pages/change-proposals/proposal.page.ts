import type { ProposalLine } from '#libs/persistence';
import {
  DECLINE_REASONS,
  mayDecideProposal,
  type Instant,
  type ProposalState,
  type StaffActor,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import type { RuleChange } from '../policies/rule-facts';
import { WHEN_APPROVED } from './draft.copy';
import { DECLINE_WORDS, PROPOSALS, REASON_WORDS, STATES } from './proposal.copy';
import type { PreviewSection } from './proposal-view';

export interface ShownProposal {
  readonly proposal: ProposalLine;
  readonly title: string;
  readonly changes: readonly RuleChange[];
  readonly sections: readonly PreviewSection[];
  readonly actor: StaffActor;
  readonly nameOf: NameOf;
  readonly now: Instant;
  readonly timezone: string;
  readonly errors: readonly FieldError[];
  readonly notice: Notice | null;
}

export function proposalPage(shown: ShownProposal) {
  const { proposal, title, changes, sections, actor, now, timezone, errors, notice } = shown;
  const may = (change: 'approve' | 'withdraw') =>
    mayDecideProposal(actor, { proposal, change }).kind === 'may';
  const waiting = proposal.state === 'proposed';
  const own = waiting && proposal.proposedBy === actor.userId;
  return {
    copy: PROPOSALS,
    title: `${title}, version ${proposal.basedOnVersion + 1}`,
    state: STATES[proposal.state],
    stateClass: STATE_CLASSES[proposal.state],
    asAt: timeOfDay(now, timezone),
    facts: factsOf(shown),
    changesTitle: waiting ? PROPOSALS.changes : PROPOSALS.changed,
    changes,
    sections,
    mayDecide: may('approve'),
    mayWithdraw: may('withdraw'),
    own: own ? (proposal.kind === 'retention' ? PROPOSALS.ownRetention : PROPOSALS.own) : undefined,
    path: `/proposals/${proposal.id}/decision`,
    revision: proposal.revision,
    reasons: DECLINE_REASONS.map((value) => ({ value, text: DECLINE_WORDS[value] })),
    errors,
    wrong: wrongFields(errors),
    notice,
  };
}

const STATE_CLASSES: Readonly<Record<ProposalState, string>> = {
  proposed: 'govuk-tag--yellow',
  approved: 'govuk-tag--green',
  declined: 'govuk-tag--red',
  withdrawn: 'govuk-tag--grey',
};

function factsOf({ proposal, nameOf, now, timezone }: ShownProposal) {
  const at = (instant: Instant) => momentInWords(instant, { now, timezone });
  const { effectiveFrom, decidedAt, decisionReason } = proposal;
  return [
    { key: 'Reason', value: REASON_WORDS[proposal.reason] },
    { key: 'From', value: effectiveFrom === null ? WHEN_APPROVED : timeInWords(effectiveFrom, timezone) },
    { key: 'Proposed by', value: `${nameOf(proposal.proposedBy)}, ${at(proposal.proposedAt)}` },
    ...(decidedAt === null
      ? []
      : [{ key: 'Decided by', value: `${nameOf(proposal.decidedBy)}, ${at(decidedAt)}` }]),
    ...(decisionReason === null ? [] : [{ key: 'Why not', value: DECLINE_WORDS[decisionReason] }]),
    ...(addsHolidays(proposal) ? [{ key: 'Deadlines moved', value: movesInWords(proposal, at) }] : []),
  ];
}

function addsHolidays({ kind, state, body }: ProposalLine): boolean {
  return kind === 'calendar' && state === 'approved' && 'change' in body && body.change === 'holidays';
}

function movesInWords(
  { deadlinesMoved, movesDoneAt }: ProposalLine,
  at: (instant: Instant) => string,
): string {
  return movesDoneAt === null
    ? `${deadlinesMoved} so far. The service moves them once the calendar is in force; load the page again to see more.`
    : `${deadlinesMoved}, finished ${at(movesDoneAt)}`;
}
