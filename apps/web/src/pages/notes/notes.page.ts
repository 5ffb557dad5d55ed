import type { NoteShown, OpenWallsOutcome, ReadNotesOutcome, ReadTherapyOutcome } from '#libs/casework';
import {
  mayReadWall,
  mayWriteWall,
  wallsToMoveTo,
  leadsNotes,
  type Instant,
  type NoteWall,
  type RecordWall,
  type StaffActor,
} from '#libs/domain';
import { momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { inSentence } from '../colleagues/name-in-words';
import type { Notice } from '../notices/notice';
import { placeOf } from '../list-places/place';
import {
  HAND_OVER_WORDS,
  MILESTONE_WORDS,
  NOTES,
  THERAPY,
  THERAPY_STATES_WORDS,
  WALL_READERS,
  WALL_TITLES,
  WISHES,
} from './notes.copy';

type Opened = Extract<OpenWallsOutcome, { kind: 'open' }>;

export interface NotesShown {
  readonly actor: StaffActor;
  readonly opened: Opened;
  readonly timezone: string;
  readonly nameOf: NameOf;
  readonly notice: Notice | null;
}

/** The parts that the pages of every wall have alike. */
function frame({ actor, opened, timezone, notice }: NotesShown, wall: RecordWall) {
  const { caseId, reference } = opened.noted;
  const base = `/cases/${caseId}/notes`;
  const desk = mayReadWall(actor, 'contact');
  return {
    title: WALL_TITLES[wall],
    reference,
    readers: WALL_READERS[wall],
    words: { ...NOTES, ...THERAPY },
    backHref: desk ? `/cases/${caseId}` : '/provider/caseload',
    back: desk ? NOTES.back : NOTES.backToWork,
    base: `${base}/${wall}`,
    mayWrite: mayWriteWall(actor, wall),
    walls: opened.walls.map((one) => ({
      text: WALL_TITLES[one],
      href: `${base}/${one}`,
      active: one === wall,
    })),
    notice,
    asAt: timeOfDay(opened.now, timezone),
  };
}

export function notesPage(
  wall: NoteWall,
  read: Extract<ReadNotesOutcome, { kind: 'read' }>,
  shown: NotesShown,
) {
  const page = frame(shown, wall);
  return {
    ...page,
    lines: read.notes.map((one) => noteLine(wall, one, { ...shown, base: page.base, notes: read.notes })),
    nextHref: read.next && `${page.base}?after=${placeOf(read.next)}`,
  };
}

function noteLine(
  wall: NoteWall,
  { note, text }: NoteShown,
  place: NotesShown & { readonly base: string; readonly notes: readonly NoteShown[] },
) {
  const { actor, nameOf, base, opened } = place;
  const said = (at: Instant) => momentInWords(at, { now: opened.now, timezone: place.timezone });
  const when = said(note.happenedAt);
  const written = note.state === 'written';
  const corrected = place.notes.find(({ note: other }) => other.id === note.corrects)?.note;
  const may = note.authorId === actor.userId || leadsNotes(actor);
  const movable = written && may && wallsToMoveTo(actor, wall).length > 0;
  const { caseId } = note;
  const movedBy =
    note.movedAt === null ? null : ([inSentence(nameOf(note.movedBy)), said(note.movedAt)] as const);
  return {
    when,
    by: NOTES.by(inSentence(nameOf(note.authorId))),
    later: note.recordedAt - note.happenedAt > 3_600_000 ? NOTES.writtenLater(said(note.recordedAt)) : null,
    text: text ?? (written && note.kind === 'note' ? NOTES.unreadable : null),
    marker: !written && movedBy ? NOTES.marker(...movedBy) : null,
    movedFrom:
      note.movedFrom !== null && movedBy
        ? NOTES.movedFrom(WALL_TITLES[note.movedFrom].toLowerCase(), ...movedBy)
        : null,
    corrects: corrected ? NOTES.corrects(said(corrected.happenedAt)) : null,
    disclosure:
      written && note.wish !== null
        ? {
            what: NOTES.disclosed,
            wish: WISHES[note.wish],
            told: note.handOverTo.map((to) =>
              wall === 'contact'
                ? {
                    text: NOTES.handOver[to](when),
                    href:
                      to === 'police'
                        ? `/cases/${caseId}/kinds-of-support/police-report`
                        : `/cases/${caseId}/safeguarding/new`,
                  }
                : { text: `${HAND_OVER_WORDS[to]}: ${NOTES.handOverByDesk[to]}`, href: null },
            ),
          }
        : null,
    correct:
      written && note.kind === 'note' && mayWriteWall(actor, wall)
        ? { href: `${base}/new?corrects=${note.id}`, text: NOTES.correct(when) }
        : null,
    move: movable ? { href: `${base}/${note.id}/move`, text: NOTES.move(when) } : null,
  };
}

export function therapyPage(read: Extract<ReadTherapyOutcome, { kind: 'read' }>, shown: NotesShown) {
  const said = (at: Instant) => momentInWords(at, { now: read.now, timezone: shown.timezone });
  return {
    ...frame(shown, 'therapy'),
    state: THERAPY_STATES_WORDS[read.state],
    sessions: String(read.sessions),
    milestones: read.milestones.map((one) => ({
      what: one.sessions === null ? MILESTONE_WORDS[one.kind] : THERAPY.count(one.sessions),
      when: said(one.happenedAt),
      by: shown.nameOf(one.recordedBy),
    })),
  };
}
