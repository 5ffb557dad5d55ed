import type { WorkKind } from '#libs/casework';
import type { EntityManager } from 'typeorm';

export interface SetAside {
  readonly kind: WorkKind;
  readonly id: string;
  readonly tries: number;
  readonly fault: string;
}

/** Failures that nobody has been told of yet; each is answered once, to one process. */
export async function takeUntoldFailures(manager: EntityManager): Promise<readonly SetAside[]> {
  const [rows] = await manager.query<[SetAside[], number]>(
    `update app.set_aside_work s set told_tries = tries
     where s.told_tries < s.tries returning s.kind, s.row_id as id, s.tries, s.fault`,
  );
  return rows;
}

/** How many rows wait for another try. A count alone: what they are about is nobody's to read from it. */
export async function countSetAside(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    'select count(kind)::integer as count from app.set_aside_work',
  );
  return row?.count ?? 0;
}
