import type { Erasure, ErasureId, LegalHold } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { ErasureRow } from '../erasure/erasure.row';
import { HoldRow } from './hold.row';

const MOST = 200;
const LATELY = 50;

/** Holds that nobody has lifted, newest first. */
export function standingHolds(manager: EntityManager): Promise<readonly LegalHold[]> {
  return manager
    .createQueryBuilder(HoldRow, 'h')
    .where('h.lifted_at is null')
    .orderBy({ 'h.set_at': 'DESC', 'h.hold_id': 'DESC' })
    .take(MOST)
    .getMany();
}

export interface ErasureLists {
  readonly suggested: readonly Erasure[];
  /** Waiting for a second person, or for the worker. */
  readonly open: readonly Erasure[];
  readonly ended: readonly Erasure[];
}

export async function erasureLists(manager: EntityManager): Promise<ErasureLists> {
  const of = (states: readonly string[], most: number) =>
    manager
      .createQueryBuilder(ErasureRow, 'e')
      .where('e.state in (:...states)', { states })
      .orderBy('e.erasure_id', states.includes('done') ? 'DESC' : 'ASC')
      .take(most)
      .getMany();
  return {
    suggested: await of(['suggested'], MOST),
    open: await of(['proposed', 'approved', 'underway'], MOST),
    ended: await of(['done', 'declined', 'withdrawn'], LATELY),
  };
}

export function erasureById(manager: EntityManager, id: ErasureId): Promise<Erasure | null> {
  return manager.findOne(ErasureRow, { where: { id } });
}
