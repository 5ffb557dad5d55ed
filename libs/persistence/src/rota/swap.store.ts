import type { SwapStore } from '#libs/casework';
import type { ShiftId, ShiftSwap, SwapId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { ShiftSwapRow } from './shift-swap.row';

export class PostgresSwapStore implements SwapStore {
  constructor(private readonly manager: EntityManager) {}

  find(id: SwapId): Promise<ShiftSwap | null> {
    return this.manager.findOne(ShiftSwapRow, { where: { id } });
  }

  openOf(shiftId: ShiftId): Promise<ShiftSwap | null> {
    return this.manager.findOne(ShiftSwapRow, { where: { shiftId, state: 'asked' } });
  }

  async insert(swap: ShiftSwap): Promise<void> {
    await this.manager.insert(ShiftSwapRow, swap);
  }

  async save({ id, state, decidedBy, decidedAt, revision }: ShiftSwap): Promise<void> {
    await this.manager.update(ShiftSwapRow, { id }, { state, decidedBy, decidedAt, revision: revision + 1 });
  }

  async over(limit: number): Promise<readonly SwapId[]> {
    const rows = await this.manager.query<{ swap_id: SwapId }[]>(
      `select swap_id from app.shift_swap where state = 'asked' and to_at <= app.service_now()
         and not app.is_set_aside('shift-swap', swap_id) order by to_at, swap_id limit $1`,
      [limit],
    );
    return rows.map(({ swap_id }) => swap_id);
  }
}
