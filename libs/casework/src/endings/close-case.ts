import {
  checkInRefusal,
  closeReasonOf,
  endCaseFault,
  event,
  withdrawSupportTask,
  type CaseEnding,
  type CaseId,
  type CheckInRefusal,
  type ChosenEndReason,
  type EndCaseRefusal,
  type EndingId,
  type SaidHow,
  type StaffActor,
  type UnderWay,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { endCase } from '../cases/end-case';
import { NOT_FOUND, refuse, type NotFound, type Refused, type Stale } from '../outcome';
import type { CaseRecord, Ids, Once, Repeatable, Transaction, UnitOfWork } from '../ports';
import { todayAtDesk } from '../support/desk-day';
import { openSupportTask } from '../support/open-support-task';
import { keepEnding } from './keep-ending';
import { underWayOf } from './under-way';

export interface CloseCaseInput {
  readonly caseId: CaseId;
  readonly revision: number;
  readonly reason: ChosenEndReason;
  readonly door: CaseEnding['door'];
  readonly feedback: CaseEnding['feedback'];
  readonly reopening: CaseEnding['reopening'];
  readonly sameWorker: CaseEnding['sameWorker'];
  /** The day on which they asked us to get in touch, and how they said so; both or neither. */
  readonly checkInOn: string | null;
  readonly saidHow: SaidHow | null;
  /** Whoever ends it has seen what ends with it. */
  readonly seen: boolean;
}

export type CloseCaseOutcome =
  | { readonly kind: 'ended'; readonly caseId: CaseId }
  | NotFound
  | Stale
  | Refused<EndCaseRefusal | CheckInRefusal | 'said-how-missing' | 'contact-stopped'>;

/** Work that is about the episode itself, and ends with it. */
const OF_EPISODE = ['plan-task', 'case-review', 'confirm-appointment'] as const;

/**
 * Ends an episode of support by hand: why, what was received, and what the person wants of us afterwards. Support that
 * a service has begun goes on; rights under the Victims' Code stay what they are.
 */
export class CloseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(actor: StaffActor, input: CloseCaseInput, repeatable: Repeatable): Promise<Once<CloseCaseOutcome>> {
    return this.unitOfWork.once<CloseCaseOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'ended' },
      (tx) => this.close(tx, actor, input),
    );
  }

  private async close(tx: Transaction, actor: StaffActor, input: CloseCaseInput): Promise<CloseCaseOutcome> {
    const caseFile = await lockCaseFor(tx, 'end-case', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.revision !== input.revision) return { kind: 'stale', revision: caseFile.revision };
    const underWay = await underWayOf(tx, caseFile.id);
    const wrong = await this.fault(tx, { caseFile, input, underWay });
    if (wrong !== null) return refuse(wrong);
    const { reason, door, feedback, reopening, sameWorker, checkInOn, saidHow } = input;
    await this.endTasks(tx, caseFile, actor);
    if (checkInOn !== null) {
      const by = { openedBy: actor.userId, ownerUserId: null };
      const about = { kind: 'check-in', aboutId: caseFile.id, mayContact: true } as const;
      await openSupportTask(tx, { ...by, ...about, ids: this.ids, caseFile, plannedOn: checkInOn, saidHow });
    }
    const answers = { door, feedback, reopening, sameWorker, checkInOn };
    const endedBy = actor.userId;
    const ending = await keepEnding(tx, {
      id: this.ids.next<EndingId>(),
      caseFile,
      reason,
      answers,
      endedBy,
    });
    await endCase(tx, { caseFile, reason: closeReasonOf(reason) });
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseFile.id },
        caseId: caseFile.id,
        type: 'case.ending-kept',
        happenedAt: tx.now,
        reason,
        payload: { door, feedback, reopening, sameWorker, received: [...ending.received] },
      }),
    ]);
    return { kind: 'ended', caseId: caseFile.id };
  }

  private async fault(
    tx: Transaction,
    asked: {
      readonly caseFile: CaseRecord;
      readonly input: CloseCaseInput;
      readonly underWay: UnderWay;
    },
  ): Promise<Extract<CloseCaseOutcome, { kind: 'refused' }>['reason'] | null> {
    const { caseFile, input, underWay } = asked;
    const { closedAt, contactState } = caseFile;
    const { reason, seen, checkInOn, saidHow } = input;
    const fault = endCaseFault({
      closed: closedAt !== null,
      contactState,
      reason,
      underWay,
      seen,
      answers: input,
    });
    if (fault !== null) return fault;
    if (checkInOn === null) return null;
    if (saidHow === null) return 'said-how-missing';
    const { stopped } = await tx.safeContact.cardOf(caseFile.personId);
    if (stopped) return 'contact-stopped';
    return checkInRefusal({ on: checkInOn, today: await todayAtDesk(tx) });
  }

  private async endTasks(tx: Transaction, caseFile: CaseRecord, actor: StaffActor): Promise<void> {
    for (const task of await tx.support.lockLiveOfCase(caseFile.id, OF_EPISODE)) {
      const ended = withdrawSupportTask(task, { outcome: 'case-closed', by: actor.userId, now: tx.now });
      if (ended.kind === 'refused') continue;
      await tx.support.save(ended.task);
      await tx.journal.append(ended.events);
    }
  }
}
