import type { Actor } from '#libs/domain';
import { PROMISE_FACTS, type PromiseFactProjector } from '#libs/persistence';
import type { TestInstance } from '../../support/instance';
import { eventually } from '../../timers/support/promises';

export const onlyService: Actor = { kind: 'service', process: 'projector' };

/** A long transaction in any database of the cluster holds the journal's readers back for a while. */
export async function figuresCaughtUp(
  { admin }: TestInstance,
  projector: PromiseFactProjector,
): Promise<void> {
  const unread = async () => {
    await projector.catchUp();
    const [row] = await admin<{ count: number }>(
      `select count(*)::integer as count from app.journal j
       left join app.journal_cursor c on c.consumer = $1
       where c.consumer is null or (j.era, j.transaction_id, j.position) > (c.era, c.transaction_id, c.position)`,
      [PROMISE_FACTS],
    );
    return row?.count;
  };
  await eventually(unread, { is: (count) => count === 0 });
}
