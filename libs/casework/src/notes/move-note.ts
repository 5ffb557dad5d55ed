import {
  moveNote,
  type CaseId,
  type MoveNoteRefusal,
  type NoteId,
  type NoteWall,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, NoteWorks, Once, Repeatable, SealedNote, SubjectVault, Vault } from '../ports';
import { caseToRead } from './note-access';
import { noteEvent } from './note-events';
import { textOf } from './read-notes';
import { keyBehind } from './write-note';

export interface MoveNoteInput {
  readonly caseId: CaseId;
  readonly from: NoteWall;
  readonly noteId: NoteId;
  readonly to: NoteWall;
}

export type MoveNoteOutcome =
  { readonly kind: 'moved'; readonly noteId: NoteId } | NotFound | Refused<MoveNoteRefusal | 'unreadable'>;

/**
 * Moves a note to the wall that it belongs to, in one transaction on the role of the wall it stands behind: that role
 * puts it behind the other and reads nothing there. Where it stood is a marker: who, when, and no word.
 */
export class MoveNote {
  constructor(
    private readonly works: NoteWorks,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: MoveNoteInput,
    repeatable: Repeatable,
  ): Promise<Once<MoveNoteOutcome>> {
    const { caseId, from, noteId, to } = input;
    const work = this.works[from];
    const known = await work.run(actor, (tx) => caseToRead(tx, { wall: from, caseId }));
    const keys = known && {
      from: await keyBehind(this.vault, from, known.personId),
      to: await keyBehind(this.vault, to, known.personId),
    };
    return work.once<MoveNoteOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'moved' },
      async (tx) => {
        const noted = await caseToRead(tx, { wall: from, caseId });
        const found = noted && ((await tx.notes.lock(noteId)) ?? (await tx.notes.find(noteId)));
        if (keys === null || found === null || found.note.caseId !== caseId) return NOT_FOUND;
        const id = this.ids.next<NoteId>();
        const decided = moveNote(found.note, { actor, id, from, to, now: tx.now });
        if (decided.kind === 'refused') return decided;
        const sealed = resealed(found, { from, to, id, keys });
        if (sealed === 'unreadable') return refuse('unreadable');
        await tx.notes.mark(decided.marker);
        await tx.notes.putBehind(to, { note: decided.moved, sealed });
        const payload = { to, noteId: id };
        await tx.journal.append([
          noteEvent(from, { ...decided.marker, happenedAt: tx.now }, { type: 'note.moved', payload }),
        ]);
        return { kind: 'moved', noteId: id };
      },
    );
  }
}

/** The words under the other wall's key; null for a disclosure, which has none. */
function resealed(
  found: SealedNote,
  {
    from,
    to,
    id,
    keys,
  }: {
    readonly from: NoteWall;
    readonly to: NoteWall;
    readonly id: NoteId;
    readonly keys: { readonly from: SubjectVault | null; readonly to: SubjectVault | null };
  },
): Buffer | null | 'unreadable' {
  if (found.sealed === null) return null;
  const text = textOf(found, from, keys.from);
  if (text === null || keys.to === null) return 'unreadable';
  return keys.to.seal({ recordId: id, kind: `${to}-note` }, { text });
}
