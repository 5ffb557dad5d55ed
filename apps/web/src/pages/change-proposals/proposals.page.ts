import type { ProposalRecord } from '#libs/casework';
import type { Instant } from '#libs/domain';
import { momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import type { Notice } from '../notices/notice';
import { PROPOSALS, REASON_WORDS, STATES } from './proposal.copy';
import { proposalViewOf } from './proposal-views';

interface Reading {
  readonly nameOf: NameOf;
  readonly now: Instant;
  readonly timezone: string;
}

export function proposalsPage(
  lists: { waiting: readonly ProposalRecord[]; decided: readonly ProposalRecord[]; now: Instant },
  options: Omit<Reading, 'now'> & { nextPath: string | undefined; notice: Notice | null },
) {
  const reading = { ...options, now: lists.now };
  return {
    ...PROPOSALS,
    asAt: timeOfDay(lists.now, options.timezone),
    waitingRows: lists.waiting.map((proposal) => rowOf(proposal, reading)),
    decidedRows: lists.decided.map((proposal) => rowOf(proposal, reading)),
    nextPath: options.nextPath,
    notice: options.notice,
  };
}

function rowOf(proposal: ProposalRecord, { nameOf, now, timezone }: Reading) {
  const at = (instant: Instant) => momentInWords(instant, { now, timezone });
  return {
    path: `/proposals/${proposal.id}`,
    title: `${proposalViewOf(proposal.kind).title(proposal.subject)}, version ${proposal.basedOnVersion + 1}`,
    reason: REASON_WORDS[proposal.reason],
    proposed: `${nameOf(proposal.proposedBy)}, ${at(proposal.proposedAt)}`,
    state: STATES[proposal.state],
    decided: proposal.decidedAt === null ? '' : timeInWords(proposal.decidedAt, timezone),
  };
}
