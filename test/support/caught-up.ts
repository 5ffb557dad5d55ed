import { eventually } from '../timers/support/promises';
import type { TestInstance } from './instance';

/**
 * Lets a reader of the journal read all that is written. Readers stay below the oldest transaction that still runs, and
 * a long one in any database of the cluster, another test's too, holds them back: that one is waited for.
 */
export async function caughtUp(
  { admin }: Pick<TestInstance, 'admin'>,
  reader: { catchUp(): Promise<number> },
): Promise<void> {
  const readable = async () => {
    const [row] = await admin<{ readable: boolean }>(
      `select coalesce(max(transaction_id) < pg_snapshot_xmin(pg_current_snapshot()), true) as readable
       from app.journal where era = (select era from app.instance)`,
    );
    return row?.readable;
  };
  await eventually(readable, { is: (all) => all === true });
  await reader.catchUp();
}
