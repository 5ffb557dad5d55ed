import type { Erasure, ServiceActor } from '#libs/domain';
import { endCase } from '../cases/end-case';
import { cancelMessagesOf } from '../person-messages/cancel-messages-of';
import type { OutsideLedger, Transaction, UnitOfWork, Vault } from '../ports';
import { erasureEvent } from './erasure-event';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * Carries out what two people decided, one person at a time: first the ledgers, then the key, then the rows. From the
 * key on nobody can read the record in any copy; whatever dies in between, the next round goes on from there, and doing
 * a step twice is doing it once (P13). Facts and figures hold ids and times and stay as they are.
 */
export class CarryOutErasures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Pick<Vault, 'erase'>,
    private readonly ledger: OutsideLedger,
  ) {}

  /** Answers how many were carried out. */
  async execute({ limit }: { readonly limit: number }): Promise<number> {
    for (let done = 0; ; done += 1) {
      const begun = done === limit ? null : await this.unitOfWork.run(TIMERS, begin);
      if (begun === null) {
        await this.closeCasesOfErased(limit);
        return done;
      }
      const { erasure, subjectIds, at } = begun;
      await this.ledger.note(
        subjectIds.map((subjectId) => ({ subjectId, erasureId: erasure.id, erasedAt: at })),
      );
      await this.vault.erase({ subjectIds, erasureId: erasure.id });
      await this.unitOfWork.run(TIMERS, (tx) => finish(tx, erasure));
    }
  }

  /** A backup from before the person's cases were closed brings them back open, with nobody to call. */
  private async closeCasesOfErased(limit: number): Promise<void> {
    const ids = await this.unitOfWork.run(TIMERS, (tx) => tx.erasures.openCasesOfErased({ limit }));
    for (const id of ids) {
      await this.unitOfWork.run(TIMERS, async (tx) => {
        const caseFile = await tx.cases.lock(id);
        if (caseFile === null || caseFile.closedAt !== null) return;
        await cancelMessagesOf(tx, { personId: caseFile.personId, because: 'erased' });
        await endCase(tx, { caseFile, reason: 'erased' });
      });
    }
  }
}

async function begin(tx: Transaction) {
  const erasure = await tx.erasures.lockReady();
  if (erasure === null) return null;
  if (erasure.state === 'approved') {
    await tx.erasures.begin(erasure);
    await tx.journal.append([erasureEvent(erasure, { type: 'begun', at: tx.now })]);
  }
  return { erasure, subjectIds: await tx.erasures.subjectsOf(erasure.id), at: tx.now };
}

async function finish(tx: Transaction, erasure: Erasure): Promise<void> {
  const locked = await tx.erasures.lock(erasure.id);
  if (locked?.state !== 'underway') return;
  await cancelMessagesOf(tx, { personId: erasure.personId, because: 'erased' });
  await tx.erasures.finish(erasure.id);
  await tx.journal.append([erasureEvent(erasure, { type: 'done', at: tx.now })]);
}
