import type { ShiftSwap } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { ShiftSwapRow } from './shift-swap.row';

/** What a rota tells of shifts that people ask one another to take. */
export interface SwapList {
  /** Asked and not answered, the earliest shift first. */
  readonly open: readonly ShiftSwap[];
  /** Answered or ended in the last 14 days, the latest first: for whoever keeps the rota. */
  readonly decided: readonly ShiftSwap[];
}

const MOST = 50;

/** Everybody who handles cases of the agency sees them: the rota is theirs in common. */
export async function swapList(manager: EntityManager): Promise<SwapList> {
  const of = (where: string) =>
    manager
      .createQueryBuilder(ShiftSwapRow, 's')
      .where(`s.agency_id = app.claim_agency() and ${where}`)
      .take(MOST);
  return {
    open: await of(`s.state = 'asked' and s.to_at > app.service_now()`)
      .orderBy({ 's.from_at': 'ASC', 's.swap_id': 'ASC' })
      .getMany(),
    decided: await of(`s.state <> 'asked' and s.decided_at > app.service_now() - interval '14 days'`)
      .orderBy({ 's.decided_at': 'DESC', 's.swap_id': 'ASC' })
      .getMany(),
  };
}
