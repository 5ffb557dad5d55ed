import { ApiProperty } from '@nestjs/swagger';
import {
  DISCLOSURE_WISHES,
  HAND_OVERS,
  isoOf,
  NOTE_KINDS,
  NOTE_STATES,
  NOTE_WALLS,
  RECORD_WALLS,
  SAID_HOW,
  THERAPY_MILESTONE_KINDS,
  THERAPY_STATES,
  type TherapyMilestone,
} from '#libs/domain';
import type { NoteShown } from '#libs/casework';
import { AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

export class NoteView {
  @IdProperty('The note.')
  id: string;

  @CodeProperty(NOTE_KINDS, 'A note, or that the person told something new; a disclosure has no words.')
  kind: string;

  @CodeProperty(NOTE_STATES, 'Written, or moved: then it is a marker without words.')
  state: string;

  @IdProperty('Who wrote it.')
  authorId: string;

  @InstantProperty('When it happened.')
  happenedAt: string;

  @InstantProperty('When it was written down.')
  recordedAt: string;

  @TextProperty(
    'What it says; null for a disclosure, a marker, and words that cannot be opened.',
    'Rang.',
    NULLABLE,
  )
  text: string | null;

  @CodeProperty(DISCLOSURE_WISHES, 'What the person wants to come of it; of a disclosure.', NULLABLE)
  wish: string | null;

  @CodesProperty(HAND_OVERS, 'Whom they agreed that it is handed over to.')
  handOverTo: string[];

  @CodeProperty(SAID_HOW, 'How they agreed.', NULLABLE)
  agreedHow: string | null;

  @IdProperty('The earlier note that it puts right.', NULLABLE)
  corrects: string | null;

  @CodeProperty(NOTE_WALLS, 'The wall that it stood behind by mistake.', NULLABLE)
  movedFrom: string | null;

  @IdProperty('Who moved it.', NULLABLE)
  movedBy: string | null;

  @InstantProperty('When it was moved.', NULLABLE)
  movedAt: string | null;
}

export function noteView({ note, text }: NoteShown): NoteView {
  const { id, kind, state, authorId, wish, agreedHow, corrects, movedFrom, movedBy, movedAt } = note;
  return {
    ...{ id, kind, state, authorId, wish, agreedHow, corrects, movedFrom, movedBy, text },
    handOverTo: [...note.handOverTo],
    happenedAt: isoOf(note.happenedAt),
    recordedAt: isoOf(note.recordedAt),
    movedAt: movedAt && isoOf(movedAt),
  };
}

export class NotePageView {
  @CodeProperty(NOTE_WALLS, 'The wall that these stand behind.')
  wall: string;

  @CodesProperty(RECORD_WALLS, 'The walls of this case that you may read.')
  walls: string[];

  @ApiProperty({ type: [NoteView], description: 'The latest first.' })
  items: NoteView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', NULLABLE)
  nextCursor: string | null;

  @ApiProperty({ type: [AvailableActionView], description: 'What you may do here.' })
  availableActions: AvailableActionView[];
}

export class NoteKeptView {
  @IdProperty('The note.')
  noteId: string;
}

export class NoteMovedView {
  @IdProperty('What it is called behind the other wall.')
  noteId: string;
}

export class TherapyMilestoneView {
  @IdProperty('The milestone.')
  id: string;

  @CodeProperty(THERAPY_MILESTONE_KINDS, 'What it is.')
  kind: string;

  @NumberProperty('Sessions held by then; of the kind `sessions`.', 6, NULLABLE)
  sessions: number | null;

  @IdProperty('Who recorded it.')
  recordedBy: string;

  @InstantProperty('When it happened.')
  happenedAt: string;

  @InstantProperty('When it was recorded.')
  recordedAt: string;
}

export function therapyMilestoneView(milestone: TherapyMilestone): TherapyMilestoneView {
  const { id, kind, sessions, recordedBy, happenedAt, recordedAt } = milestone;
  return { id, kind, sessions, recordedBy, happenedAt: isoOf(happenedAt), recordedAt: isoOf(recordedAt) };
}

export class TherapyView {
  @CodeProperty(THERAPY_STATES, 'Where therapy stands.')
  state: string;

  @NumberProperty('Sessions held so far.', 6)
  sessions: number;

  @ApiProperty({ type: [TherapyMilestoneView], description: 'In the order in which they happened.' })
  milestones: TherapyMilestoneView[];

  @ApiProperty({ type: [AvailableActionView], description: 'What you may do here.' })
  availableActions: AvailableActionView[];
}

export class TherapyMilestoneRecordedView {
  @IdProperty('The milestone.')
  milestoneId: string;
}
