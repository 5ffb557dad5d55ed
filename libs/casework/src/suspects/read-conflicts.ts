import { mayDo, type ConflictId, type StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { ConflictRecord, Sealable, Vault, WalledCase, WallWork } from '../ports';

export interface ConflictShown {
  readonly conflict: ConflictRecord;
  /** The case whose suspect it is, and the case of whoever they look like. */
  readonly one: WalledCase;
  readonly other: WalledCase;
}

/** What waits for a duty lead, or what they decided: references and evidence, nobody's name. */
export class ListConflicts {
  constructor(private readonly wallWork: WallWork) {}

  execute(actor: StaffActor, which: 'waiting' | 'decided' = 'waiting'): Promise<readonly ConflictShown[]> {
    return this.wallWork.run(actor, async (tx) => {
      if (!mayDo(actor, 'decide-conflict')) return [];
      const shown: ConflictShown[] = [];
      for (const conflict of await tx.conflicts[which]()) {
        const one = await tx.suspects.caseOf(conflict.caseId);
        const other = await tx.suspects.caseOf(conflict.otherCaseId);
        if (one !== null && other !== null) shown.push({ conflict, one, other });
      }
      return shown;
    });
  }
}

export type SuspectOpened =
  (ConflictShown & { readonly kind: 'opened'; readonly suspect: Sealable['suspect'] | null }) | NotFound;

/** Shows a duty lead whom a likeness is about. The access row is committed before anything is opened (P8). */
export class OpenConflict {
  constructor(
    private readonly wallWork: WallWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, id: ConflictId): Promise<SuspectOpened> {
    const found = await this.wallWork.run(actor, async (tx) => {
      const conflict = mayDo(actor, 'decide-conflict') ? await tx.conflicts.find(id) : null;
      if (conflict === null) return null;
      const one = await tx.suspects.caseOf(conflict.caseId);
      const other = await tx.suspects.caseOf(conflict.otherCaseId);
      if (one === null || other === null) return null;
      const { suspectId, caseId } = conflict;
      await tx.accessLog.record([
        { personId: suspectId, caseId, what: 'suspect-identity', basis: 'conflict' },
      ]);
      return { conflict, one, other, sealed: await tx.suspects.sealedOf(suspectId) };
    });
    if (found === null) return NOT_FOUND;
    const { conflict, one, other, sealed } = found;
    const subject = await this.vault.of(conflict.suspectId);
    const place = { recordId: conflict.suspectId, kind: 'suspect' } as const;
    const suspect = subject.kind === 'open' && sealed ? subject.vault.open(place, sealed.sealed) : null;
    return { kind: 'opened', conflict, one, other, suspect };
  }
}
