import type { ShiftId, ShiftSwap, SwapId } from '#libs/domain';

export interface SwapStore {
  find(id: SwapId): Promise<ShiftSwap | null>;
  /** The open question about a shift; null when there is none. The rota is locked first. */
  openOf(shiftId: ShiftId): Promise<ShiftSwap | null>;
  insert(swap: ShiftSwap): Promise<void>;
  /** Saves what was decided and moves the revision on. */
  save(swap: ShiftSwap): Promise<void>;
  /** For the worker: open questions about shifts that are over by the service's clock. */
  over(limit: number): Promise<readonly SwapId[]>;
}
