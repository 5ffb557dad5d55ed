import type { JournalSealer } from '#libs/persistence';
import { eventually } from '../timers/support/promises';
import type { TestInstance } from './instance';

type Looked = Pick<TestInstance, 'admin'>;

/** Waits until no transaction of any test in this cluster keeps what was written from being sealed. */
export async function allReadable({ admin }: Looked): Promise<void> {
  const readable = async () => {
    const [row] = await admin<{ readable: boolean }>(
      `select coalesce(max(transaction_id) < pg_snapshot_xmin(pg_current_snapshot()), true) as readable from (
         select max(transaction_id) as transaction_id from app.journal
         union all select max(transaction_id) from app.access_log
       ) newest`,
    );
    return row?.readable;
  };
  await eventually(readable, { is: (all) => all === true });
}

/** Seals all that is written. */
export async function sealedUp(instance: Looked, sealer: JournalSealer): Promise<void> {
  await allReadable(instance);
  await sealer.catchUp();
}
