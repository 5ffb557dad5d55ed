import { isSettled, type SafeguardingTask, type SafeguardingTaskId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { SafeguardingReport, Sealable, UnitOfWork, Vault } from '../ports';
import { findTaskFor } from './task-access';

type Note = Sealable['safeguarding-note'];

export interface ReportRead extends SafeguardingReport {
  /** Null when it cannot be read, or may not be any more. */
  readonly note: Note | null;
}

export type SafeguardingRead =
  | {
      readonly kind: 'read';
      readonly task: SafeguardingTask;
      /** Shown while the task is live; null afterwards, and when it cannot be read. */
      readonly name: string | null;
      readonly why: string | null;
      readonly reports: readonly ReportRead[];
    }
  | NotFound;

/**
 * One task with the name that a body must be told, while it is live. The access row is committed before anything is
 * opened (P8). Once it is settled it says what happened, and no longer to whom.
 */
export class ReadSafeguarding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, taskId: SafeguardingTaskId): Promise<SafeguardingRead> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const task = await findTaskFor(tx, 'see-safeguarding', taskId);
      if (task === null) return null;
      const reports = await tx.safeguarding.reportsOf(taskId);
      if (isSettled(task)) return { task, reports, sealed: [] };
      const { personId, caseId } = task;
      const seen = { personId, caseId, basis: 'safeguarding' };
      await tx.accessLog.record([
        { ...seen, what: 'identity' },
        { ...seen, what: 'safeguarding-note' },
      ]);
      const ids = [personId, taskId, ...reports.map(({ id }) => id)];
      return { task, reports, sealed: await tx.safeguarding.sealedOf(personId, ids) };
    });
    if (found === null) return NOT_FOUND;
    const { task, reports, sealed } = found;
    const subject = sealed.length === 0 ? null : await this.vault.of(task.personId);
    const open = <Kind extends 'identity' | 'safeguarding-note'>(recordId: string, kind: Kind) => {
      const record = sealed.find((one) => one.recordId === recordId && one.kind === kind);
      if (subject?.kind !== 'open' || record === undefined) return null;
      return subject.vault.open({ recordId, kind }, record.sealed);
    };
    const identity = open(task.personId, 'identity');
    return {
      kind: 'read',
      task,
      name: identity === null ? null : (identity.fullName ?? identity.nameToAskFor),
      why: open(taskId, 'safeguarding-note')?.text ?? null,
      reports: reports.map((report) => ({ ...report, note: open(report.id, 'safeguarding-note') })),
    };
  }
}
