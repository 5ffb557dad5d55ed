import { event, type ServiceActor } from '#libs/domain';
import type { UnitOfWork, Vault } from '../ports';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Destroys drafts whose time has come and the data keys of every draft that has ended. The row outlives the key, so
 * a worker that dies in between leaves something for the next round to find; a round done twice changes nothing.
 */
export class ExpireDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  /** Returns how many drafts expired. `limit` bounds one round. */
  async execute({ limit }: { limit: number }): Promise<number> {
    const expired = await this.unitOfWork.run(TIMERS, async (tx) => {
      const drafts = await tx.drafts.lockExpired(limit);
      for (const draft of drafts) await tx.drafts.end({ ...draft, state: 'expired', changedAt: tx.now });
      await tx.journal.append(
        drafts.map(({ id, expiresAt }) =>
          event({ subject: { kind: 'draft', id }, type: 'draft.expired', happenedAt: expiresAt }),
        ),
      );
      return drafts.length;
    });
    const ended = await this.unitOfWork.run(TIMERS, (tx) => tx.drafts.withKeys(limit));
    for (const id of ended) await this.vault.destroy(id);
    await this.unitOfWork.run(TIMERS, async (tx) => {
      await tx.drafts.keyDestroyed(ended);
      await tx.drafts.forget();
    });
    return expired;
  }
}
