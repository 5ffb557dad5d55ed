import { mayActOn, type PoliceTask, type PoliceTaskId, type StaffActor } from '#libs/domain';
import type { UnitOfWork, Vault } from '../ports';
import { NOT_FOUND, type NotFound } from '../outcome';

export type TeamTaskOpened =
  | {
      readonly kind: 'opened';
      readonly task: PoliceTask;
      /** So that an officer of the team knows whom to ask; null when settled, or when it cannot be read. */
      readonly initials: string | null;
      /** The police's own number for it, when the referral had one. */
      readonly crimeReference: string | null;
    }
  | NotFound;

/** Shows an officer a question to their team, with the person's initials: the access row is committed first (P8). */
export class OpenTeamTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, taskId: PoliceTaskId): Promise<TeamTaskOpened> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const task = await tx.policeTasks.find(taskId);
      if (task === null || !mayActOn(actor, 'answer-police-task', task)) return null;
      const referral = await tx.referrals.find(task.referralId);
      if (task.state !== 'open' || referral === null) return { task, personId: null, sealed: [] };
      const { personId, reportId } = referral;
      await tx.policeTasks.reachCaseOf(task.id);
      await tx.accessLog.record([
        { personId, caseId: null, what: 'referral-identity', basis: 'police-task' },
      ]);
      return { task, personId, sealed: await tx.safeContact.sealedOf(personId, [personId, reportId]) };
    });
    if (found === null) return NOT_FOUND;
    const { task, personId, sealed } = found;
    const subject = personId === null ? null : await this.vault.of(personId);
    if (subject === null || subject.kind === 'unreadable') {
      return { kind: 'opened', task, initials: null, crimeReference: null };
    }
    const open = <Kind extends 'identity' | 'crime-reference'>(kind: Kind) => {
      const record = sealed.find((one) => one.kind === kind);
      return record ? subject.vault.open({ recordId: record.recordId, kind }, record.sealed) : null;
    };
    const name = open('identity')?.nameToAskFor;
    return {
      kind: 'opened',
      task,
      initials: name === undefined ? null : initialsOf(name),
      crimeReference: open('crime-reference')?.reference ?? null,
    };
  }
}

/** "Sample Person Quill" is "S P Q". */
function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => [...part][0]?.toLocaleUpperCase('en-GB'))
    .join(' ');
}
