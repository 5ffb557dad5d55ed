import {
  applyFiring,
  event,
  isoOf,
  soundCalendarOf,
  type AlertId,
  type Deadline,
  type DeadlinePolicy,
  type DeadlineStep,
  type DomainEvent,
  type ServiceActor,
} from '#libs/domain';
import type {
  AlertRecord,
  CaseRecord,
  FireTimers,
  Ids,
  TimersDue,
  Transaction,
  UnitOfWork,
  Via,
} from '../ports';
import { recordBreaches } from './record-breaches';

const TIMERS: ServiceActor = { kind: 'service', process: 'timers' };

/**
 * The one use case that decides what a timer does. Queue and sweep both end here: rows that are due by the
 * database's clock are locked, one rule says what happens, and breaches and alerts are written under unique keys.
 * A stale or early wake-up finds no row and changes nothing, so firing twice is firing once (P3).
 */
export class FireDeadlines implements FireTimers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  execute(request: TimersDue & { readonly via: 'queue' | 'sweep' }): Promise<number> {
    const { via, ...which } = request;
    return this.unitOfWork.run(TIMERS, async (tx) => {
      const due = await tx.deadlines.lockDue(which);
      if (due.length > 0) await this.fire(tx, due, via);
      return due.length;
    });
  }

  private async fire(tx: Transaction, due: readonly Deadline[], via: Via): Promise<void> {
    const steps: DeadlineStep[] = [];
    for (const deadline of due) {
      const policy = await tx.policies.version({ id: deadline.policyId, version: deadline.policyVersion });
      steps.push(applyFiring(deadline, around(policy, tx)));
    }
    await tx.deadlines.save(steps.map(({ deadline }) => deadline));
    const events = await recordBreaches(tx, { steps, via });
    await tx.alerts.settle(steps.map(({ deadline }) => deadline.id));
    const raised = await tx.alerts.raise(await this.alertsOf(tx, steps));
    await tx.journal.append([...events, ...raised.map(alertEvent)]);
  }

  private async alertsOf(tx: Transaction, steps: readonly DeadlineStep[]): Promise<readonly AlertRecord[]> {
    const alerting = steps.filter(({ alert }) => alert !== null);
    const cases = await tx.cases.findMany([...new Set(alerting.map(({ deadline }) => deadline.caseId))]);
    const caseOf = new Map(cases.map((record) => [record.id, record]));
    return alerting.flatMap(({ deadline, alert }) => {
      const caseFile = caseOf.get(deadline.caseId);
      return alert && caseFile ? [this.alertRecord(tx, { deadline, alert, caseFile })] : [];
    });
  }

  private alertRecord(
    tx: Transaction,
    options: { deadline: Deadline; alert: NonNullable<DeadlineStep['alert']>; caseFile: CaseRecord },
  ): AlertRecord {
    const { deadline, alert, caseFile } = options;
    return {
      ...alert,
      id: this.ids.next<AlertId>(),
      deadlineId: deadline.id,
      caseId: deadline.caseId,
      handlingAgencyId: deadline.handlingAgencyId,
      reference: caseFile.reference,
      limb: deadline.limb,
      deadlineVersion: deadline.version,
      raisedAt: tx.now,
      dueAt: deadline.dueAt,
      recipientUserId: alert.level === 'warning' ? caseFile.ownerUserId : null,
      state: 'raised',
      acknowledgedBy: null,
      acknowledgedAt: null,
      revision: 1,
    };
  }
}

function around(policy: DeadlinePolicy, { now }: Transaction) {
  return { policy, onCall: soundCalendarOf(policy.escalation.onCall), now };
}

function alertEvent(alert: AlertRecord): DomainEvent {
  return event({
    subject: { kind: 'deadline', id: alert.deadlineId },
    caseId: alert.caseId,
    type: 'alert.raised',
    happenedAt: alert.raisedAt,
    payload: {
      alertId: alert.id,
      limb: alert.limb,
      level: alert.level,
      repeatNo: alert.repeatNo,
      dueAt: isoOf(alert.dueAt),
      notifyAt: isoOf(alert.notifyAt),
    },
  });
}
