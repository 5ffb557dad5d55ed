import type { PersonId } from '#libs/domain';
import type { StandingWall, Transaction } from '../ports';

/**
 * The walls that stand around a person. Whatever joins two people (a merge, a link) asks for both first: what is
 * behind a wall never becomes visible by being joined to what is not.
 */
export function wallsOf(tx: Transaction, personId: PersonId): Promise<readonly StandingWall[]> {
  return tx.walls.standing([personId]);
}
