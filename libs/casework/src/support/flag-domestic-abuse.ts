import {
  ABUSE_TASKS,
  event,
  reviewDayRefusal,
  type AbuseFlag,
  type AbuseFlagId,
  type CaseId,
  type CheckInRefusal,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { todayAtDesk } from './desk-day';
import { openSupportTask } from './open-support-task';

export interface FlagDomesticAbuseInput {
  readonly caseId: CaseId;
  /** What makes somebody say so, in words; sealed. */
  readonly why: string;
  /** When a worker looks again whether it still is so, `YYYY-MM-DD`. */
  readonly reviewOn: string;
}

export type FlagDomesticAbuseOutcome =
  | { readonly kind: 'flagged'; readonly flagId: AbuseFlagId }
  | NotFound
  | Refused<CheckInRefusal | 'case-closed' | 'flagged-already' | 'unreadable'>;

/**
 * Somebody at the desk says that there is domestic abuse: who, when, and when it is looked at again. That opens a DASH,
 * a MARAC and an IDVA task, each with its own clock; nothing is sent by it, and no relationship sets it by itself.
 */
export class FlagDomesticAbuse {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: FlagDomesticAbuseInput,
    repeatable: Repeatable,
  ): Promise<Once<FlagDomesticAbuseOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'flag-domestic-abuse', caseId });
    return unitOfWork.once<FlagDomesticAbuseOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'flagged' },
      (tx) => this.flag(tx, { actor, input, sealer }),
    );
  }

  private async flag(
    tx: Transaction,
    asked: { actor: StaffActor; input: FlagDomesticAbuseInput; sealer: SubjectVault | null },
  ): Promise<FlagDomesticAbuseOutcome> {
    const { actor, input, sealer } = asked;
    const caseFile = await lockCaseFor(tx, 'flag-domestic-abuse', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const { reviewOn } = input;
    const wrongDay = reviewDayRefusal({ on: reviewOn, today: await todayAtDesk(tx) });
    if (wrongDay !== null) return refuse(wrongDay);
    if (sealer === null) return refuse('unreadable');
    const { id: caseId, personId, handlingAgencyId } = caseFile;
    const flag: AbuseFlag = {
      id: this.ids.next<AbuseFlagId>(),
      caseId,
      personId,
      handlingAgencyId,
      raisedBy: actor.userId,
      raisedAt: tx.now,
      reviewOn,
      lowering: null,
      loweredBy: null,
      loweredAt: null,
      revision: 1,
    };
    if (!(await tx.support.raiseFlag(flag))) return refuse('flagged-already');
    const place = { recordId: flag.id, kind: 'support-note' } as const;
    const record = { ...place, sealed: sealer.seal(place, { text: input.why }) };
    await tx.safeContact.addSealed({ personId, record, at: tx.now });
    await tx.journal.append([
      event({
        subject: { kind: 'case', id: caseId },
        caseId,
        type: 'domestic-abuse.flagged',
        happenedAt: tx.now,
        payload: { flagId: flag.id, reviewOn },
      }),
    ]);
    const { ids } = this;
    const by = { openedBy: actor.userId, ownerUserId: actor.userId };
    for (const kind of ABUSE_TASKS)
      await openSupportTask(tx, { ...by, ids, caseFile, kind, aboutId: flag.id });
    await openSupportTask(tx, {
      ...by,
      ids,
      caseFile,
      kind: 'abuse-review',
      aboutId: flag.id,
      plannedOn: reviewOn,
    });
    return { kind: 'flagged', flagId: flag.id };
  }
}
