import {
  deathFault,
  event,
  type BereavedFamily,
  type CaseId,
  type DeathFault,
  type DeathId,
  type DeathRecord,
  type DeathToldBy,
  type EndingId,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { stopAllContact } from '../stop-contact/stop-contact';
import { todayAtDesk } from '../support/desk-day';
import { keepEnding, NOT_ASKED } from './keep-ending';

export interface RecordDeathInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly toldBy: DeathToldBy;
  /** ISO date; null when nobody said. */
  readonly diedOn: string | null;
  readonly family: BereavedFamily;
}

export type RecordDeathOutcome =
  | { readonly kind: 'recorded'; readonly deathId: DeathId }
  | NotFound
  | Stale
  | Refused<DeathFault | 'recorded-already'>;

/**
 * Somebody has died. In one transaction nothing leaves for them any more, every case closes with its clocks, what was
 * asked, planned, booked or promised stops at the desk and at services, and from its commit the record is open to duty
 * leads and the data-protection officer alone (practice §2.8). Their family is supported under a case of their own.
 */
export class RecordDeath {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: RecordDeathInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordDeathOutcome>> {
    return this.unitOfWork.once<RecordDeathOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      (tx) => this.record(tx, actor, input),
    );
  }

  private async record(
    tx: Transaction,
    actor: StaffActor,
    input: RecordDeathInput,
  ): Promise<RecordDeathOutcome> {
    const { caseId, revision, toldBy, diedOn, family } = input;
    const caseFile = await lockCaseFor(tx, 'record-death', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.revision !== revision) return { kind: 'stale', revision: caseFile.revision };
    const { personId, handlingAgencyId } = caseFile;
    if ((await tx.deaths.standing(personId)) !== null) return refuse('recorded-already');
    const wrong = deathFault({ on: diedOn, today: await todayAtDesk(tx) });
    if (wrong !== null) return refuse(wrong);
    const closedCases = await this.stop(tx, actor, caseFile);
    const death: DeathRecord = {
      id: this.ids.next<DeathId>(),
      personId,
      caseId,
      handlingAgencyId,
      toldBy,
      diedOn,
      family,
      recordedBy: actor.userId,
      recordedAt: tx.now,
      closedCases,
      mistakenBecause: null,
      correctedBy: null,
      correctedAt: null,
      revision: 1,
    };
    await tx.deaths.insert(death);
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'death.recorded',
        happenedAt: tx.now,
        reason: toldBy,
        payload: { deathId: death.id, diedOn, family },
      }),
    ]);
    await tx.deaths.restrict(death.id);
    return { kind: 'recorded', deathId: death.id };
  }

  /** Closes what is open unless a stop for a death did so already; answers with the cases that this closed. */
  private async stop(tx: Transaction, actor: StaffActor, caseFile: CaseRecord): Promise<readonly CaseId[]> {
    const { ids } = this;
    const inForce = await tx.contactStops.inForce(caseFile.personId);
    if (inForce?.cause === 'died') return [];
    const open = await tx.contactStops.openCasesOf(caseFile.personId);
    const { closed } = await stopAllContact(tx, { ids, actor, caseFile, cause: 'died' });
    for (const id of closed.filter((one) => open.includes(one))) {
      const one = id === caseFile.id ? caseFile : await tx.cases.find(id);
      if (one === null) continue;
      await keepEnding(tx, {
        id: ids.next<EndingId>(),
        caseFile: one,
        reason: 'died',
        answers: NOT_ASKED,
        endedBy: actor.userId,
      });
    }
    return closed;
  }
}
