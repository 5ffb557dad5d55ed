import type { Erasure, ServiceActor } from '#libs/domain';
import { endCase } from '../cases/end-case';
import { cancelMessagesOf } from '../person-messages/cancel-messages-of';
import type { OutsideLedger, Transaction, UnitOfWork, Vault } from '../ports';
import { lapseRequestsOfPerson } from '../service-requests/lapse-requests';
import { eachAlone, orSetAside } from '../set-aside/each-alone';
import { answerErasureRequests } from './answer-erasure-requests';
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
        await answerErasureRequests(this.unitOfWork, limit);
        return done;
      }
      const row = { actor: TIMERS, kind: 'erasure', id: begun.erasure.id } as const;
      await orSetAside(this.unitOfWork, row, () => this.carryOut(begun));
    }
  }

  private async carryOut({ erasure, subjectIds, at }: Begun): Promise<void> {
    await this.ledger.note(
      subjectIds.map((subjectId) => ({ subjectId, erasureId: erasure.id, erasedAt: at })),
    );
    await this.vault.erase({ subjectIds, erasureId: erasure.id });
    await this.unitOfWork.run(TIMERS, (tx) => finish(tx, erasure));
  }

  /** A backup from before the person's cases were closed brings them back open, with nobody to call. */
  private async closeCasesOfErased(limit: number): Promise<void> {
    await eachAlone(this.unitOfWork, {
      actor: TIMERS,
      kind: 'case-of-the-erased',
      find: (tx) => tx.erasures.openCasesOfErased({ limit }),
      work: async (tx, id) => {
        const caseFile = await tx.cases.lock(id);
        if (caseFile === null || caseFile.closedAt !== null) return;
        await cancelMessagesOf(tx, { personId: caseFile.personId, because: 'erased' });
        await endCase(tx, { caseFile, reason: 'erased' });
      },
    });
  }
}

type Begun = NonNullable<Awaited<ReturnType<typeof begin>>>;

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
  await lapseRequestsOfPerson(tx, { personId: erasure.personId, reason: 'erased' });
  await tx.erasures.finish(erasure.id);
  await tx.setAside.clear({ kind: 'erasure', ids: [erasure.id] });
  await tx.journal.append([erasureEvent(erasure, { type: 'done', at: tx.now })]);
}
