import {
  isUrgentRisk,
  MINUTE,
  plus,
  riskDayRefusal,
  riskEvent,
  type CareSettings,
  type CaseId,
  type Risk,
  type RiskDayRefusal,
  type RiskFlag,
  type RiskId,
  type StaffActor,
  type UrgentRisk,
} from '#libs/domain';
import { lockCareCase, subjectOfCare, type CareCase } from '../care/care-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { todayAtDesk } from '../support/desk-day';
import { openSupportTask } from '../support/open-support-task';
import { sealWords } from '../support/seal-words';
import { raisePage } from '../urgent-pages/page-on-call';

export interface RaiseRiskInput {
  readonly caseId: CaseId;
  readonly risk: Risk;
  /** What makes somebody say so, in a few words; sealed. */
  readonly words: string | null;
  /** When it is looked at again, `YYYY-MM-DD`. */
  readonly reviewOn: string;
}

export type RaiseRiskOutcome =
  | { readonly kind: 'raised'; readonly riskId: RiskId }
  | NotFound
  | Refused<RiskDayRefusal | 'case-closed' | 'stands-already' | 'unreadable'>;

/**
 * Somebody saw a risk: who, when, and when it is looked at again. One that cannot wait opens a task due within minutes
 * and pages whoever is on call, in the same transaction, by day and by night; also when a service saw it, for then the
 * desk has to know.
 */
export class RaiseRisk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
    private readonly care: CareSettings,
  ) {}

  async execute(
    actor: StaffActor,
    input: RaiseRiskInput,
    repeatable: Repeatable,
  ): Promise<Once<RaiseRiskOutcome>> {
    const { unitOfWork, vault } = this;
    const asked = { actor, act: 'keep-needs', caseId: input.caseId } as const;
    const sealer = input.words === null ? null : await subjectOfCare({ unitOfWork, vault }, asked);
    return unitOfWork.once<RaiseRiskOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'raised' },
      (tx) => this.raise(tx, { actor, input, sealer }),
    );
  }

  private async raise(
    tx: Transaction,
    asked: { actor: StaffActor; input: RaiseRiskInput; sealer: SubjectVault | null },
  ): Promise<RaiseRiskOutcome> {
    const { actor, input, sealer } = asked;
    const { caseId, risk, words, reviewOn } = input;
    const caseFile = await lockCareCase(tx, 'keep-needs', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closed) return refuse('case-closed');
    const today = await todayAtDesk(tx);
    const wrong = riskDayRefusal({ on: reviewOn, today, withinDays: this.care.riskReviewWithinDays });
    if (wrong !== null) return refuse(wrong);
    if (words !== null && sealer === null) return refuse('unreadable');
    const { personId, handlingAgencyId, keptBy } = caseFile;
    const flag: RiskFlag = {
      id: this.ids.next<RiskId>(),
      caseId,
      personId,
      handlingAgencyId,
      keptBy,
      risk,
      state: 'standing',
      raisedBy: actor.userId,
      raisedAt: tx.now,
      reviewOn,
      reviewedBy: null,
      reviewedAt: null,
      ending: null,
      closedBy: null,
      closedAt: null,
      revision: 1,
    };
    if (!(await tx.needs.raise(flag))) return refuse('stands-already');
    if (words !== null && sealer !== null)
      await sealWords(tx, sealer, { personId, recordId: flag.id, words });
    await tx.journal.append([riskEvent(flag, 'risk.raised', tx.now)]);
    if (isUrgentRisk(risk)) await this.actNow(tx, { actor, caseFile, flag, risk });
    return { kind: 'raised', riskId: flag.id };
  }

  private async actNow(
    tx: Transaction,
    {
      actor,
      caseFile,
      flag,
      risk,
    }: { actor: StaffActor; caseFile: CareCase; flag: RiskFlag; risk: UrgentRisk },
  ): Promise<void> {
    const { ids, care } = this;
    await openSupportTask(tx, {
      ids,
      caseFile,
      kind: 'urgent-need',
      aboutId: flag.id,
      matter: risk,
      openedBy: actor.userId,
      ownerUserId: caseFile.keptBy === null ? actor.userId : null,
      dueAt: plus(tx.now, care.urgentWithinMinutes * MINUTE),
    });
    const { id: caseId, referralId, reference, handlingAgencyId: agencyId, ownerTeamId: teamId } = caseFile;
    const desk = { agencyId, teamId };
    const about = { about: 'need', aboutId: flag.id } as const;
    await raisePage(tx, { ids, page: { ...about, referralId, caseId, reference, desk, reasons: [risk] } });
  }
}
