import {
  localDate,
  type CaseId,
  type FlagKind,
  type SafeguardingTaskId,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import { subjectOfCase } from '../cases/subject-of-case';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { openSafeguarding } from './open-safeguarding';

export interface RaiseSafeguardingInput {
  readonly caseId: CaseId;
  readonly kind: FlagKind;
  /** What makes somebody worried, in words; sealed. */
  readonly why: string;
  /** When a worker looks again whether it still is so, `YYYY-MM-DD`. */
  readonly lookAgainOn: string;
}

export type RaiseSafeguardingOutcome =
  | { readonly kind: 'raised'; readonly taskId: SafeguardingTaskId }
  | NotFound
  | Refused<'case-closed' | 'raised-already' | 'not-in-the-future' | 'too-far-ahead' | 'unreadable'>;

const FARTHEST_DAYS = 92;

/** Somebody at the desk is worried about a child or an adult: who, since when, and when it is looked at again. */
export class RaiseSafeguarding {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: RaiseSafeguardingInput,
    repeatable: Repeatable,
  ): Promise<Once<RaiseSafeguardingOutcome>> {
    const { unitOfWork, vault } = this;
    const { caseId } = input;
    const sealer = await subjectOfCase({ unitOfWork, vault }, { actor, act: 'raise-safeguarding', caseId });
    return unitOfWork.once<RaiseSafeguardingOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'raised' },
      (tx) => this.raise(tx, { actor, input, sealer }),
    );
  }

  private async raise(
    tx: Transaction,
    {
      actor,
      input,
      sealer,
    }: { actor: StaffActor; input: RaiseSafeguardingInput; sealer: SubjectVault | null },
  ): Promise<RaiseSafeguardingOutcome> {
    const caseFile = await lockCaseFor(tx, 'raise-safeguarding', input.caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt !== null) return refuse('case-closed');
    const { kind, lookAgainOn, why } = input;
    const today = await todayOf(tx);
    if (lookAgainOn <= today) return refuse('not-in-the-future');
    if (Date.parse(lookAgainOn) - Date.parse(today) > FARTHEST_DAYS * 86_400_000)
      return refuse('too-far-ahead');
    if (sealer === null) return refuse('unreadable');
    const openedBy = actor.userId;
    const task = await openSafeguarding(tx, { ids: this.ids, kind, caseFile, openedBy, lookAgainOn });
    if (task === null) return refuse('raised-already');
    const place = { recordId: task.id, kind: 'safeguarding-note' } as const;
    const record = {
      ...place,
      sealed: sealer.seal(place, { text: why, spokeTo: null, theirReference: null }),
    };
    await tx.safeguarding.addSealed({ personId: caseFile.personId, record, at: tx.now });
    return { kind: 'raised', taskId: task.id };
  }
}

/** The day at the desk. */
async function todayOf(tx: Transaction): Promise<string> {
  const policy = await tx.policies.inForce({ source: 'police', at: tx.now });
  const { hours } = await tx.policies.calendarInForce({ id: policy.calendar, at: tx.now });
  return localDate(tx.now, hours.timezone);
}
