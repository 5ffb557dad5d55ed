import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import {
  DISCLOSURE_WISHES,
  HAND_OVERS,
  LONG_NOTE,
  LONGEST_NOTE,
  MOST_SESSIONS,
  NOTE_WALLS,
  SAID_HOW,
  THERAPY_MILESTONE_KINDS,
  type DisclosureWish,
  type HandOverTo,
  type NoteWall,
  type SaidHow,
  type TherapyMilestoneKind,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';
import { PageQuery } from '../paging/page.query.dto';

const OPTIONAL = { required: false };

export class NotesQuery extends PageQuery {
  @CodeProperty(NOTE_WALLS, 'Behind which wall; the first that you may read when left out.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(NOTE_WALLS)
  wall?: NoteWall;
}

export class WriteNoteBody {
  @CodeProperty(NOTE_WALLS, 'The wall that it belongs behind.')
  @IsIn(NOTE_WALLS)
  wall: NoteWall;

  @InstantProperty('When it happened, within the last year.')
  @IsZonedInstant()
  happenedAt: string;

  @TextProperty(
    'What was done and agreed. Never what happened to the person, evidence, or what was said in therapy. It is sealed.',
    'Rang at the agreed time. We speak again on Thursday.',
    { maxLength: LONGEST_NOTE },
  )
  @CleanText({ max: LONGEST_NOTE, min: 1 })
  text: string;

  @YesNoProperty(
    `Needed for more than ${LONG_NOTE} characters: it was read again and holds no account.`,
    false,
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsBoolean()
  readAgain?: boolean;

  @IdProperty('The earlier note behind the same wall that it puts right: notes are never edited.', OPTIONAL)
  @MayBeOmitted()
  @SafeId()
  corrects?: string;
}

export class KeepDisclosureBody {
  @CodeProperty(NOTE_WALLS, 'The wall that it belongs behind.')
  @IsIn(NOTE_WALLS)
  wall: NoteWall;

  @InstantProperty('When they told it, within the last year.')
  @IsZonedInstant()
  happenedAt: string;

  @CodeProperty(DISCLOSURE_WISHES, 'What they want to come of it.')
  @IsIn(DISCLOSURE_WISHES)
  wish: DisclosureWish;

  @CodesProperty(
    HAND_OVERS,
    'Who is told now, as they agreed; only when they want something done now.',
    OPTIONAL,
  )
  @MayBeOmitted()
  @IsArray()
  @ArrayMaxSize(HAND_OVERS.length)
  @ArrayUnique()
  @IsIn(HAND_OVERS, { each: true })
  handOverTo?: HandOverTo[];

  @CodeProperty(SAID_HOW, 'How they agreed that somebody is told; with `handOverTo` alone.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(SAID_HOW)
  agreedHow?: SaidHow;
}

export class MoveNoteBody {
  @CodeProperty(NOTE_WALLS, 'The wall that it stands behind by mistake.')
  @IsIn(NOTE_WALLS)
  from: NoteWall;

  @CodeProperty(NOTE_WALLS, 'The wall that it belongs behind.')
  @IsIn(NOTE_WALLS)
  to: NoteWall;
}

export class TherapyMilestoneBody {
  @CodeProperty(THERAPY_MILESTONE_KINDS, 'What the milestone is.')
  @IsIn(THERAPY_MILESTONE_KINDS)
  kind: TherapyMilestoneKind;

  @NumberProperty('Sessions held so far; with the kind `sessions` alone.', 6, {
    ...OPTIONAL,
    minimum: 1,
    maximum: MOST_SESSIONS,
  })
  @MayBeOmitted()
  @IsInt()
  @Min(1)
  @Max(MOST_SESSIONS)
  sessions?: number;

  @InstantProperty('When it happened, within the last year and not before the last milestone.')
  @IsZonedInstant()
  happenedAt: string;
}
