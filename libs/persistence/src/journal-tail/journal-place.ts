import type { EntityManager } from 'typeorm';

/**
 * A place in the journal's reading order (DESIGN §2). Transaction ids and positions are larger than a JavaScript
 * number may be, so they stay the text that PostgreSQL gives.
 */
export interface JournalPlace {
  readonly era: number;
  readonly transactionId: string;
  readonly position: string;
}

export const BEGINNING: JournalPlace = { era: 0, transactionId: '0', position: '0' };

/** The place after everything that can be read now: whoever starts here misses nothing that is still being written. */
export async function journalEnd(manager: EntityManager): Promise<JournalPlace> {
  const [row] = await manager.query<{ era: number; transaction_id: string }[]>(
    'select era, pg_snapshot_xmin(pg_current_snapshot())::text as transaction_id from app.instance',
  );
  return row ? { era: row.era, transactionId: row.transaction_id, position: '0' } : BEGINNING;
}
