import type { ProposalRecord } from '#libs/casework';
import type { Instant, ProposalId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { ChangeProposalRow } from '../change-proposals';
import { dateOf, maybeInstantOf } from '../columns';

export interface ProposalLine extends ProposalRecord {
  /** Of an approved bank holiday: how many deadlines were moved, and when the last one was looked at. */
  readonly deadlinesMoved: number;
  readonly movesDoneAt: Instant | null;
}

export interface ProposalCursor {
  readonly proposedAt: Instant;
  readonly id: ProposalId;
}

/** What waits for a second person, oldest first: there is at most one for each rule. */
export function waitingProposals(manager: EntityManager): Promise<readonly ProposalRecord[]> {
  return manager.find(ChangeProposalRow, {
    where: { state: 'proposed' },
    order: { proposedAt: 'ASC', id: 'ASC' },
  });
}

/** What was decided, newest first. */
export function decidedProposals(
  manager: EntityManager,
  { after, limit }: { after: ProposalCursor | null; limit: number },
): Promise<readonly ProposalRecord[]> {
  const query = manager
    .createQueryBuilder(ChangeProposalRow, 'p')
    .where(`p.state <> 'proposed'`)
    .orderBy('p.proposedAt', 'DESC')
    .addOrderBy('p.id', 'DESC')
    .limit(limit);
  if (after !== null) {
    query.andWhere('(p.proposed_at, p.proposal_id) < (:at, :id)', {
      at: dateOf(after.proposedAt),
      id: after.id,
    });
  }
  return query.getMany();
}

export async function proposalById(manager: EntityManager, id: ProposalId): Promise<ProposalLine | null> {
  const record = await manager.findOne(ChangeProposalRow, { where: { id } });
  if (record === null) return null;
  const [row] = await manager.query<{ deadlines_moved: number; moves_done_at: Date | null }[]>(
    'select deadlines_moved, moves_done_at from app.change_proposal where proposal_id = $1',
    [id],
  );
  return {
    ...record,
    deadlinesMoved: row?.deadlines_moved ?? 0,
    movesDoneAt: maybeInstantOf(row?.moves_done_at ?? null),
  };
}
