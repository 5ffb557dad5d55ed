import { afterLoss, closingOf, endOverride, type ServiceActor } from '#libs/domain';
import type { UnitOfWork } from '../ports';
import { eachAlone } from '../set-aside/each-alone';
import { loseGround, saveLoss } from '../shares/lose-ground';
import { overrideEvent } from './override-events';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Notes what has ended by itself: overrides past their limit and shares whose consent ran out. Access ended at the
 * instant itself, because every read asks for the ground; this writes it down and tells the agency.
 */
export class SweepConsent {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers how many rows were looked at, each alone. */
  async execute({ limit }: { limit: number }): Promise<number> {
    return (await this.endOverrides(limit)) + (await this.closeExpired(limit));
  }

  private endOverrides(limit: number): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'override',
      find: (tx) => tx.overrides.reached(limit),
      work: async (tx, id) => {
        const override = await tx.overrides.lockReached(id);
        if (override === null) return;
        const ended = endOverride(override, tx.now);
        await tx.overrides.save(ended);
        await tx.journal.append([overrideEvent(ended, 'override.reached-limit', ended.endedAt ?? tx.now)]);
        await loseGround(tx, { personId: override.personId, closing: 'override-ended' });
      },
    });
  }

  private closeExpired(limit: number): Promise<number> {
    return eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'share',
      find: (tx) => tx.shares.expired(limit),
      work: async (tx, id) => {
        const share = await tx.shares.lock(id);
        if (share?.state !== 'open') return;
        const ledger = await tx.consents.ledgerOf(share.personId);
        const overrides = await tx.overrides.ofPerson(share.personId);
        const grounds = { ledger, overrides, now: tx.now };
        const after = afterLoss(share, grounds, closingOf(share, grounds));
        if (after !== share) await saveLoss(tx, share, after);
      },
    });
  }
}
