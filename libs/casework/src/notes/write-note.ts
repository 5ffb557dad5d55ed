import {
  noteFault,
  type CaseId,
  type Instant,
  type Note,
  type NoteId,
  type NoteRefusal,
  type NoteWall,
  type PersonId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type {
  Ids,
  NotedCase,
  NoteTransaction,
  NoteWorks,
  Once,
  Repeatable,
  SubjectVault,
  Vault,
} from '../ports';
import { caseToWrite } from './note-access';
import { noteEvent } from './note-events';

export interface WriteNoteInput {
  readonly wall: NoteWall;
  readonly caseId: CaseId;
  readonly happenedAt: Instant;
  readonly text: string;
  /** Whoever wrote a long one has read it again: facts of contact, no account. */
  readonly readAgain: boolean;
  /** The earlier note that it puts right; null for one of its own. */
  readonly corrects: NoteId | null;
}

export type WriteNoteOutcome =
  { readonly kind: 'written'; readonly noteId: NoteId } | NotFound | Refused<NoteRefusal | 'unreadable'>;

/** Writes a note behind one wall, wholly on that wall's role. It is never edited: a later one puts it right. */
export class WriteNote {
  constructor(
    private readonly works: NoteWorks,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    input: WriteNoteInput,
    repeatable: Repeatable,
  ): Promise<Once<WriteNoteOutcome>> {
    const { wall, caseId } = input;
    const work = this.works[wall];
    const known = await work.run(actor, (tx) => caseToWrite(tx, { wall, caseId }));
    const sealer = known && (await keyBehind(this.vault, wall, known.personId));
    return work.once<WriteNoteOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'written' },
      async (tx) => {
        const noted = await caseToWrite(tx, { wall, caseId });
        if (noted === null || known === null) return NOT_FOUND;
        return this.write(tx, { actor, input, noted, sealer });
      },
    );
  }

  private async write(
    tx: NoteTransaction,
    options: {
      readonly actor: StaffActor;
      readonly input: WriteNoteInput;
      readonly noted: NotedCase;
      readonly sealer: SubjectVault | null;
    },
  ): Promise<WriteNoteOutcome> {
    const { actor, input, noted, sealer } = options;
    const { wall, text, readAgain, happenedAt, corrects } = input;
    const found = corrects === null ? undefined : ((await tx.notes.find(corrects))?.note ?? null);
    const corrected = found?.caseId === noted.caseId ? found : found && null;
    const fault = noteFault({ text, readAgain, happenedAt, corrected, now: tx.now });
    if (fault !== null) return refuse(fault);
    if (sealer === null) return refuse('unreadable');
    const id = this.ids.next<NoteId>();
    const note = { ...blankNote(noted, { id, actor, happenedAt, now: tx.now }), corrects };
    const sealed = sealer.seal({ recordId: id, kind: `${wall}-note` }, { text: text.trim() });
    await tx.notes.insert({ note, sealed });
    await tx.journal.append([noteEvent(wall, note, { type: 'note.written', payload: { corrects } })]);
    return { kind: 'written', noteId: id };
  }
}

/** A note as it is written, before it says anything. */
export function blankNote(
  { caseId, personId, handlingAgencyId }: NotedCase,
  by: {
    readonly id: NoteId;
    readonly actor: StaffActor;
    readonly happenedAt: Instant;
    readonly now: Instant;
  },
): Note {
  return {
    id: by.id,
    caseId,
    personId,
    handlingAgencyId,
    agencyId: by.actor.agencyId,
    authorId: by.actor.userId,
    kind: 'note',
    happenedAt: by.happenedAt,
    recordedAt: by.now,
    wish: null,
    handOverTo: [],
    agreedHow: null,
    corrects: null,
    state: 'written',
    movedFrom: null,
    movedBy: null,
    movedAt: null,
  };
}

/** The key of one person behind one wall; null when the person was erased. */
export async function keyBehind(
  vault: Vault,
  wall: NoteWall,
  personId: PersonId,
): Promise<SubjectVault | null> {
  return (await vault.behind(wall, [personId])).get(personId) ?? null;
}
