import { LeaveWalledHands, ReleaseCasesOf } from '#libs/casework';
import type { Actor } from '#libs/domain';
import { foldBoardTally, leaversWithCases, type PostgresUnitOfWork } from '#libs/persistence';

const IDLE_MILLISECONDS = 1_000;
const LIMIT = 50;

/** So many differences are summed as quickly as none; beyond them the counts would slowly cost more. */
const FEW_ENOUGH = 2_000;

const SERVICE: Actor = { kind: 'service', process: 'timers' };

/**
 * Keeps the board's counts short, and gives the cases of people who have left, or whom a wall now keeps from them, back
 * to their team (P15).
 */
export class BoardUpkeep {
  private readonly release: ReleaseCasesOf;
  private readonly leaveWalled: LeaveWalledHands;

  constructor(private readonly work: PostgresUnitOfWork) {
    this.release = new ReleaseCasesOf(work);
    this.leaveWalled = new LeaveWalledHands(work);
  }

  async round(): Promise<number> {
    const leavers = await this.work.read(SERVICE, async (manager) => {
      await foldBoardTally(manager, FEW_ENOUGH);
      return leaversWithCases(manager);
    });
    for (const userId of leavers) await this.release.execute(SERVICE, userId);
    return (await this.leaveWalled.execute({ limit: LIMIT })) === LIMIT ? 0 : IDLE_MILLISECONDS;
  }
}
