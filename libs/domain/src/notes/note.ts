import type { StaffActor } from '../access/actor';
import type { AgencyId, CaseId, NoteId, PersonId, UserId } from '../ids';
import { nextState } from '../machine';
import type { SaidHow } from '../support';
import type { Instant } from '../time';
import type { DisclosureWish, HandOverTo } from './disclosure';
import { noteMachine, type NoteState } from './note-machine';
import { noteMomentFault } from './note-moment';
import { leadsNotes, wallsToMoveTo, type NoteWall } from './note-walls';

export const NOTE_KINDS = ['note', 'disclosure'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A note behind one wall. What it says is sealed beside it; a disclosure has no words at all. */
export interface Note {
  readonly id: NoteId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  /** The agency whose note it is: nobody else reads it, whatever they share. */
  readonly agencyId: AgencyId;
  readonly authorId: UserId;
  readonly kind: NoteKind;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly wish: DisclosureWish | null;
  readonly handOverTo: readonly HandOverTo[];
  readonly agreedHow: SaidHow | null;
  /** The earlier note that this one puts right: notes are never edited. */
  readonly corrects: NoteId | null;
  readonly state: NoteState;
  /** The wall it stood in by mistake, in the wall that it belongs to. */
  readonly movedFrom: NoteWall | null;
  readonly movedBy: UserId | null;
  readonly movedAt: Instant | null;
}

/** Characters from which somebody is asked once whether it is still a note of contact and not an account. */
export const LONG_NOTE = 600;
/** Characters that a note may have at most. */
export const LONGEST_NOTE = 2_000;
export type NoteRefusal =
  'empty' | 'too-long' | 'long' | 'in-the-future' | 'too-long-ago' | 'nothing-to-correct';

/**
 * Why a note cannot be written like this; null when it can. A long one is refused once and accepted when whoever
 * writes it has said that it holds facts of contact and no account (practice §7, law §8.3).
 */
export function noteFault(written: {
  readonly text: string;
  readonly readAgain: boolean;
  readonly happenedAt: Instant;
  /** Undefined when it corrects none; null when the one it corrects is not there. */
  readonly corrected: Pick<Note, 'kind' | 'state'> | null | undefined;
  readonly now: Instant;
}): NoteRefusal | null {
  const { text, readAgain, happenedAt, corrected, now } = written;
  const length = text.trim().length;
  if (length === 0) return 'empty';
  if (length > LONGEST_NOTE) return 'too-long';
  const moment = noteMomentFault(happenedAt, now);
  if (moment !== null) return moment;
  if (corrected === null || (corrected !== undefined && corrected.state !== 'written'))
    return 'nothing-to-correct';
  return length > LONG_NOTE && !readAgain ? 'long' : null;
}

export type MoveNoteRefusal = 'moved-already' | 'not-yours' | 'not-there';

export type MoveNoteDecision =
  | { readonly kind: 'moved'; readonly marker: Note; readonly moved: Note }
  | { readonly kind: 'refused'; readonly reason: MoveNoteRefusal };

/**
 * Moves a note that stands in the wrong wall: behind the right one it says what it said, and where it stood a marker
 * says who moved it, when, and nothing else. Its author may, and whoever leads in their agency.
 */
export function moveNote(
  note: Note,
  {
    actor,
    id,
    from,
    to,
    now,
  }: {
    readonly actor: StaffActor;
    /** What it is called behind the right wall. */
    readonly id: NoteId;
    readonly from: NoteWall;
    readonly to: NoteWall;
    readonly now: Instant;
  },
): MoveNoteDecision {
  const state = nextState(noteMachine, { state: note.state, event: 'move' });
  if (state === null) return { kind: 'refused', reason: 'moved-already' };
  if (note.authorId !== actor.userId && !leadsNotes(actor)) return { kind: 'refused', reason: 'not-yours' };
  if (!wallsToMoveTo(actor, from).includes(to)) return { kind: 'refused', reason: 'not-there' };
  const by = { movedBy: actor.userId, movedAt: now };
  return {
    kind: 'moved',
    marker: { ...note, ...by, state, movedFrom: null, wish: null, handOverTo: [], agreedHow: null },
    moved: { ...note, ...by, id, movedFrom: from, corrects: null },
  };
}
