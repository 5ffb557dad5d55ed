import { endsCases, event, type CaseId, type ServiceActor } from '#libs/domain';
import { endCase } from '../cases/end-case';
import { stopForDeath } from '../endings/stop-for-death';
import { applyCard } from '../safe-contact/apply-card';
import { lapseRequestsOfPerson } from '../service-requests/lapse-requests';
import { eachAlone } from '../set-aside/each-alone';
import type { ContactStopRecord, Transaction, UnitOfWork } from '../ports';
import { holdCase } from './hold-case';

const ACTOR: ServiceActor = { kind: 'service', process: 'mail' };

/**
 * Brings the cases of linked records in line with what their cards say since something was carried over: a stop ends
 * promised calls and holds the case, a death closes it, and a case without a number that may be called says so.
 * Nothing leaves meanwhile: the cards changed with the act that changed them.
 */
export class SettleLinkedRecords {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute({ limit }: { readonly limit: number }): Promise<number> {
    const stops = await eachAlone(this.unitOfWork, {
      actor: ACTOR,
      kind: 'linked-stop',
      find: (tx) => tx.linkedRecords.stopsToSettle(limit),
      work: async (tx, id) => {
        const stop = await tx.linkedRecords.lockStop(id);
        if (stop !== null) await settle(tx, stop);
      },
    });
    const cases = await eachAlone<CaseId>(this.unitOfWork, {
      actor: ACTOR,
      kind: 'linked-case',
      find: (tx) => tx.linkedRecords.casesWithoutRoute(limit),
      work: async (tx, id) => {
        const caseFile = await tx.cases.lock(id);
        if (caseFile?.closedAt !== null) return;
        await applyCard(tx, { caseFile, card: await tx.safeContact.cardOf(caseFile.personId) });
      },
    });
    return Math.max(stops, cases);
  }
}

async function settle(tx: Transaction, stop: ContactStopRecord): Promise<void> {
  await tx.linkedRecords.settleStop(stop.id);
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: stop.caseId },
      caseId: stop.caseId,
      type: 'contact.stopped',
      happenedAt: stop.stoppedAt,
      reason: stop.cause,
    }),
  ]);
  for (const id of await tx.contactStops.openCasesOf(stop.personId)) {
    const caseFile = await tx.cases.lock(id);
    if (caseFile?.closedAt !== null) continue;
    if (endsCases(stop.cause)) await endCase(tx, { caseFile, reason: stop.cause });
    else await holdCase(tx, caseFile);
  }
  if (!endsCases(stop.cause)) return;
  await lapseRequestsOfPerson(tx, { personId: stop.personId, reason: 'died' });
  await stopForDeath(tx, { personId: stop.personId, actor: null });
}
