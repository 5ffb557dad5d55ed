import {
  disclosureFault,
  type CaseId,
  type DisclosureRefusal,
  type DisclosureWish,
  type HandOverTo,
  type Instant,
  type NoteId,
  type NoteWall,
  type SaidHow,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, NoteWorks, Once, Repeatable } from '../ports';
import { caseToWrite } from './note-access';
import { noteEvent } from './note-events';
import { blankNote } from './write-note';

export interface KeepDisclosureInput {
  readonly wall: NoteWall;
  readonly caseId: CaseId;
  readonly happenedAt: Instant;
  readonly wish: DisclosureWish;
  /** Whom they agreed that it is handed over to; the handing over itself is an act of its own. */
  readonly handOverTo: readonly HandOverTo[];
  readonly agreedHow: SaidHow | null;
}

export type KeepDisclosureOutcome =
  | { readonly kind: 'kept'; readonly noteId: NoteId; readonly handOverTo: readonly HandOverTo[] }
  | NotFound
  | Refused<DisclosureRefusal>;

/** Keeps that somebody told something new and what they want to come of it, and no word of what they told. */
export class KeepDisclosure {
  constructor(
    private readonly works: NoteWorks,
    private readonly ids: Ids,
  ) {}

  execute(
    actor: StaffActor,
    input: KeepDisclosureInput,
    repeatable: Repeatable,
  ): Promise<Once<KeepDisclosureOutcome>> {
    const { wall, caseId, happenedAt, wish, handOverTo, agreedHow } = input;
    return this.works[wall].once<KeepDisclosureOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'kept' },
      async (tx) => {
        const noted = await caseToWrite(tx, { wall, caseId });
        if (noted === null) return NOT_FOUND;
        const fault = disclosureFault({ wish, handOverTo, agreedHow, happenedAt, now: tx.now });
        if (fault !== null) return refuse(fault);
        const id = this.ids.next<NoteId>();
        const blank = blankNote(noted, { id, actor, happenedAt, now: tx.now });
        const note = { ...blank, kind: 'disclosure', wish, handOverTo, agreedHow } as const;
        await tx.notes.insert({ note, sealed: null });
        const payload = { wish, handOverTo: [...handOverTo] };
        await tx.journal.append([noteEvent(wall, note, { type: 'note.disclosure-kept', payload })]);
        return { kind: 'kept', noteId: id, handOverTo };
      },
    );
  }
}
