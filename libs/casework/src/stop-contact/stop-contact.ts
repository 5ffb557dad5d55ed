import { endsCases, event, type CaseId, type PersonId, type StaffActor, type StopCause } from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { endCase } from '../cases/end-case';
import { stopForDeath } from '../endings/stop-for-death';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import { cancelMessagesOf } from '../person-messages/cancel-messages-of';
import type { CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { holdRequestsOf } from '../service-requests/hold-requests';
import { lapseRequestsOfPerson } from '../service-requests/lapse-requests';
import { holdCase } from './hold-case';
import { reachLinked } from './reach-linked';

export interface StopContactInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly cause: StopCause;
}

export type StopContactOutcome =
  | { readonly kind: 'stopped'; readonly caseId: CaseId; readonly cancelled: number }
  | NotFound
  | Stale
  | Refused<'already-stopped'>;

/**
 * Nothing leaves for this person any more: not a call, a message, a letter or a promised call, on any of their cases
 * or of a record linked with theirs, from the instant this commits (practice §2.8). After a death the cases close too,
 * their clocks cancelled under a reason of its own; after a stop word or a wish somebody goes on looking after the
 * case, and what was asked of services is held at the desk (P1, P4).
 */
export class StopContact {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: StopContactInput,
    repeatable: Repeatable,
  ): Promise<Once<StopContactOutcome>> {
    return this.unitOfWork.once<StopContactOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'stopped' },
      (tx) => this.stop(tx, actor, input),
    );
  }

  private async stop(
    tx: Transaction,
    actor: StaffActor,
    { caseId, revision, cause }: StopContactInput,
  ): Promise<StopContactOutcome> {
    const caseFile = await lockCaseFor(tx, 'stop-contact', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.revision !== revision) return { kind: 'stale', revision: caseFile.revision };
    const { personId } = caseFile;
    const inForce = await tx.contactStops.inForce(personId);
    if (inForce !== null && (inForce.cause === 'died' || !endsCases(cause))) return refuse('already-stopped');
    const { cancelled } = await stopAllContact(tx, { ids: this.ids, actor, caseFile, cause });
    return { kind: 'stopped', caseId, cancelled };
  }
}

interface Stopping {
  readonly ids: Ids;
  readonly actor: StaffActor;
  readonly caseFile: CaseRecord;
  readonly cause: StopCause;
}

/** Puts a stop in force for the person of a locked case, with all that follows; answers with what it ended. */
export async function stopAllContact(
  tx: Transaction,
  stopping: Stopping,
): Promise<{ readonly cancelled: number; readonly closed: readonly CaseId[] }> {
  const { ids, actor, caseFile, cause } = stopping;
  const { personId } = caseFile;
  await putStop(tx, stopping);
  const cancelled = await cancelMessagesOf(tx, { personId, because: cause });
  await reachLinked(tx, (linked) => linked.stop(personId));
  const open = await openCases(tx, { personId, first: caseFile });
  if (!endsCases(cause)) {
    for (const one of open) await holdCase(tx, one);
    await holdRequestsOf(tx, { personId, ids });
    return { cancelled, closed: [] };
  }
  for (const one of open) await endCase(tx, { caseFile: one, reason: cause });
  await lapseRequestsOfPerson(tx, { personId, reason: 'died' });
  await stopForDeath(tx, { personId, actor });
  return { cancelled, closed: open.map(({ id }) => id) };
}

async function putStop(tx: Transaction, { ids, actor, caseFile, cause }: Stopping): Promise<void> {
  const { id: caseId, personId, handlingAgencyId } = caseFile;
  await tx.contactStops.markCard({ personId, stopped: true, at: tx.now });
  const stop = { caseId, personId, handlingAgencyId, cause, stoppedBy: actor.userId, stoppedAt: tx.now };
  await tx.contactStops.insert({ id: ids.next(), ...stop });
  await tx.journal.append([
    event({
      subject: { kind: 'case', id: caseId },
      caseId,
      type: 'contact.stopped',
      happenedAt: tx.now,
      reason: cause,
    }),
  ]);
}

/** The case in hand and every other open one of the same person that the actor may change. */
async function openCases(
  tx: Transaction,
  { personId, first }: { personId: PersonId; first: CaseRecord },
): Promise<readonly CaseRecord[]> {
  const others: CaseRecord[] = [];
  for (const id of await tx.contactStops.openCasesOf(personId)) {
    const locked = id === first.id ? null : await lockCaseFor(tx, 'stop-contact', id);
    if (locked !== null) others.push(locked);
  }
  return first.closedAt === null ? [first, ...others] : others;
}
