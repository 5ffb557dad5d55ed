import { conflictKeys, event, mayDo, type CaseId, type StaffActor, type SuspectId } from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Vault, WallWork } from '../ports';

export interface SuspectInput {
  readonly caseId: CaseId;
  /** As they were given: the name they use, and any other. */
  readonly names: readonly string[];
  /** ISO date; null when nobody knows it. */
  readonly bornOn: string | null;
}

export type RecordSuspectOutcome =
  { readonly kind: 'recorded' } | NotFound | Refused<'no-whole-name' | 'case-closed' | 'unreadable'>;

/**
 * Writes down who the suspect is, behind the wall. Whoever writes it learns that it was written and nothing else: it
 * is compared later, by the worker, whether or not anybody is like them (P7).
 */
export class RecordSuspect {
  constructor(
    private readonly wallWork: WallWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: SuspectInput,
    repeatable: Repeatable,
  ): Promise<Once<RecordSuspectOutcome>> {
    const keys = conflictKeys(input);
    const id = this.ids.next<SuspectId>();
    const sealing = keys.length === 0 || !mayDo(actor, 'record-suspect') ? null : await this.vault.create(id);
    const marks = sealing === null ? [] : await this.vault.wallMarks.of(keys);
    return this.wallWork.once<RecordSuspectOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'recorded' },
      async (tx) => {
        const found = mayDo(actor, 'record-suspect') ? await tx.suspects.caseOf(input.caseId) : null;
        if (found === null) return NOT_FOUND;
        if (found.closedAt !== null) return refuse('case-closed');
        if (sealing === null) return refuse('no-whole-name');
        const { caseId, personId, handlingAgencyId } = found;
        const { names, bornOn } = input;
        const sealed = sealing.seal({ recordId: id, kind: 'suspect' }, { names, bornOn });
        await tx.suspects.insert(
          {
            id,
            caseId,
            personId,
            handlingAgencyId,
            sealed,
            birthKnown: bornOn !== null,
            recordedBy: actor.userId,
            recordedAt: tx.now,
          },
          marks,
        );
        await tx.journal.append([
          event({ subject: { kind: 'suspect', id }, caseId, type: 'suspect.recorded', happenedAt: tx.now }),
        ]);
        return { kind: 'recorded' };
      },
    );
  }
}
