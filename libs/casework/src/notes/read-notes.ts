import type { CaseId, Instant, Note, NoteId, NoteWall, StaffActor } from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { NoteCursor, NotedCase, NoteWorks, SealedNote, SubjectVault, Vault } from '../ports';
import { caseToRead, logReading } from './note-access';

/** A note as it is shown. `text` is null for a disclosure, a marker, and words that no key opens any more. */
export interface NoteShown {
  readonly note: Note;
  readonly text: string | null;
}

export type ReadNotesOutcome =
  | {
      readonly kind: 'read';
      readonly noted: NotedCase;
      readonly notes: readonly NoteShown[];
      /** The service's clock as it was read. */
      readonly now: Instant;
      /** Where the next reading begins; null at the end. */
      readonly next: NoteCursor | null;
    }
  | NotFound;

/** Notes that one page shows. */
export const NOTES_A_PAGE = 20;

/** Reads one page of what stands behind one wall of a case; the access row is committed before a word is opened (P8). */
export class ReadNotes {
  constructor(
    private readonly works: NoteWorks,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    asked: {
      readonly wall: NoteWall;
      readonly caseId: CaseId;
      readonly before?: NoteCursor | null;
      readonly limit?: number;
    },
  ): Promise<ReadNotesOutcome> {
    const { wall, caseId, before = null, limit = NOTES_A_PAGE } = asked;
    const found = await this.works[wall].run(actor, async (tx) => {
      const noted = await caseToRead(tx, { wall, caseId });
      if (noted === null) return null;
      const notes = await tx.notes.list({ caseId, before, limit: limit + 1 });
      await logReading(tx, wall, noted);
      return { noted, notes, now: tx.now };
    });
    if (found === null) return NOT_FOUND;
    const shown = found.notes.slice(0, limit);
    const keys = await this.vault.behind(wall, [found.noted.personId]);
    const sealer = keys.get(found.noted.personId) ?? null;
    const last = shown.at(-1);
    return {
      kind: 'read',
      noted: found.noted,
      now: found.now,
      notes: shown.map((one) => ({ note: one.note, text: textOf(one, wall, sealer) })),
      next:
        found.notes.length > limit && last !== undefined
          ? { at: last.note.happenedAt, id: last.note.id }
          : null,
    };
  }

  /** One note of a case that the actor may read behind this wall, without its words; null for any other. */
  one(
    actor: StaffActor,
    { wall, caseId, noteId }: { readonly wall: NoteWall; readonly caseId: CaseId; readonly noteId: NoteId },
  ): Promise<Note | null> {
    return this.works[wall].run(actor, async (tx) => {
      const noted = await caseToRead(tx, { wall, caseId });
      const found = noted && (await tx.notes.find(noteId));
      return found?.note.caseId === caseId ? found.note : null;
    });
  }
}

/** What a sealed note says, for whoever holds the wall's key of this person. */
export function textOf(
  { note, sealed }: SealedNote,
  wall: NoteWall,
  sealer: SubjectVault | null,
): string | null {
  if (sealed === null || sealer === null) return null;
  return sealer.open({ recordId: note.id, kind: `${wall}-note` }, sealed)?.text ?? null;
}
