import { IsBoolean, IsIn, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import {
  CORRECTION_REASONS,
  DECIDERS,
  MILESTONE_DETAILS,
  MILESTONE_KINDS,
  NOT_NEEDED_REASONS,
  PERSON_TOLD,
  POSITION_REASONS,
  POSITIONS,
  PRECISIONS,
  RECHECK_ANSWERS,
  TAKEOVER_REASONS,
  TOLD_IN_PERSON,
  UNUSUAL_REASONS,
  WITHDRAWAL_REASONS,
  type CorrectionReason,
  type Decider,
  type MilestoneKind,
  type NotNeededReason,
  type PersonTold,
  type Position,
  type PositionReason,
  type Precision,
  type RecheckEvent,
  type TakeoverReason,
  type ToldInPerson,
  type UnusualReason,
  type WithdrawalReason,
} from '#libs/domain';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import {
  CodeProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };
const OrNull = () => ValidateIf((_body: object, value: unknown) => value !== null);

export class OpenTrackBody {
  @YesNoProperty(
    'Whether it is another investigation than the one of the referral. Officers have that one.',
    false,
  )
  @IsBoolean()
  another: boolean;
}

/** What happened, for a new entry and for a correction. */
export abstract class MilestoneFactsBody {
  @CodeProperty(MILESTONE_DETAILS, 'Which one it was, for kinds that ask; null for the others.', NULLABLE)
  @OrNull()
  @IsIn(MILESTONE_DETAILS)
  detail: string | null;

  @InstantProperty('When it happened: the first instant of the day, month or year when no more is known.')
  @IsZonedInstant()
  happenedAt: string;

  @CodeProperty(PRECISIONS, 'How exactly that is known.')
  @IsIn(PRECISIONS)
  precision: Precision;

  @InstantProperty('The day in court that it sets, for kinds that set one; null for the others.', NULLABLE)
  @OrNull()
  @IsZonedInstant()
  courtAt: string | null;

  @CodeProperty(DECIDERS, 'Who decided to go on without the person; null for every other kind.', NULLABLE)
  @OrNull()
  @IsIn(DECIDERS)
  decidedBy: Decider | null;

  @InstantProperty('When the person was told of that decision; null while nobody has.', NULLABLE)
  @OrNull()
  @IsZonedInstant()
  toldAt: string | null;

  @CodeProperty(
    UNUSUAL_REASONS,
    'Why it stands although its order or dates are unusual; null first, and again with a reason when asked.',
    NULLABLE,
  )
  @OrNull()
  @IsIn(UNUSUAL_REASONS)
  issueReason: UnusualReason | null;
}

export class RecordMilestoneBody extends MilestoneFactsBody {
  @CodeProperty(MILESTONE_KINDS, 'What happened.')
  @IsIn(MILESTONE_KINDS)
  kind: MilestoneKind;
}

export class CorrectMilestoneBody extends MilestoneFactsBody {
  @CodeProperty(CORRECTION_REASONS, 'Why it is corrected.')
  @IsIn(CORRECTION_REASONS)
  reason: CorrectionReason;
}

export class WithdrawMilestoneBody {
  @CodeProperty(WITHDRAWAL_REASONS, 'Why it never was.')
  @IsIn(WITHDRAWAL_REASONS)
  reason: WithdrawalReason;
}

export class RecordPositionBody {
  @CodeProperty(
    POSITIONS,
    'Where the person stands towards the prosecution. Support goes on whatever they say.',
  )
  @IsIn(POSITIONS)
  position: Position;

  @InstantProperty('When they said it.')
  @IsZonedInstant()
  saidAt: string;

  @CodeProperty(POSITION_REASONS, 'Why, if they said.')
  @IsIn(POSITION_REASONS)
  reason: PositionReason;

  @CodeProperty(TOLD_IN_PERSON, 'Whether they said it themselves to whoever recorded it.')
  @IsIn(TOLD_IN_PERSON)
  toldInPerson: ToldInPerson;

  @IdProperty('The entry that this one puts right; null for what they say now.', NULLABLE)
  @OrNull()
  @SafeId()
  corrects: string | null;
}

export class TakeoverBody {
  @TextProperty('The number that the force gives its officer, never a name.', '4417', { maxLength: 10 })
  @IsString()
  @MaxLength(10)
  @Matches(/^(?=.*\d)[A-Z0-9]{1,10}$/)
  officer: string;

  @InstantProperty('From when they are in charge.')
  @IsZonedInstant()
  from: string;

  @CodeProperty(TAKEOVER_REASONS, 'Why the officer changed.')
  @IsIn(TAKEOVER_REASONS)
  reason: TakeoverReason;

  @CodeProperty(PERSON_TOLD, 'Whether the person was told who their officer is now.')
  @IsIn(PERSON_TOLD)
  personTold: PersonTold;
}

export class RecheckAnswerBody {
  @CodeProperty(RECHECK_ANSWERS, 'What was found out; changed means that the card is changed next.')
  @IsIn(RECHECK_ANSWERS)
  answer: RecheckEvent;

  @CodeProperty(NOT_NEEDED_REASONS, 'Why it need not be asked; null with every other answer.', NULLABLE)
  @OrNull()
  @IsIn(NOT_NEEDED_REASONS)
  notNeededBecause: NotNeededReason | null;
}
