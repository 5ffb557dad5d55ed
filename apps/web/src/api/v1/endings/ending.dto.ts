import { IsBoolean, IsIn } from 'class-validator';
import {
  ASKED_ANSWERS,
  BEREAVED_FAMILY,
  CHOSEN_END_REASONS,
  DEATH_MISTAKES,
  DEATH_TOLD_BY,
  DOORS,
  SAID_HOW,
  type AskedAnswer,
  type BereavedFamily,
  type ChosenEndReason,
  type DeathMistake,
  type DeathToldBy,
  type Door,
  type SaidHow,
} from '#libs/domain';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { CodeProperty, DayProperty, YesNoProperty } from '../openapi/properties';

const OPTIONAL = { required: false };

export class CloseCaseBody {
  @CodeProperty(
    CHOSEN_END_REASONS,
    'Why the case ends. A transfer ends it when the other area has it, a death by an act of its own.',
  )
  @IsIn(CHOSEN_END_REASONS)
  reason: ChosenEndReason;

  @CodeProperty(DOORS, 'What the person said of coming back.')
  @IsIn(DOORS)
  door: Door;

  @CodeProperty(ASKED_ANSWERS, 'Whether we may ask them how it was.')
  @IsIn(ASKED_ANSWERS)
  feedback: AskedAnswer;

  @CodeProperty(ASKED_ANSWERS, 'Whether we may get in touch if the police open their case again.')
  @IsIn(ASKED_ANSWERS)
  reopening: AskedAnswer;

  @CodeProperty(ASKED_ANSWERS, 'Whether they would want the same worker when they come back.')
  @IsIn(ASKED_ANSWERS)
  sameWorker: AskedAnswer;

  @DayProperty('A day on which they asked us to get in touch.', OPTIONAL)
  @MayBeOmitted()
  @IsRealDate()
  checkInOn?: string;

  @CodeProperty(SAID_HOW, 'How they asked for that day; with `checkInOn` alone.', OPTIONAL)
  @MayBeOmitted()
  @IsIn(SAID_HOW)
  saidHow?: SaidHow;

  @YesNoProperty('Needed when something ends with the case: you have seen what does.', true, OPTIONAL)
  @MayBeOmitted()
  @IsBoolean()
  seen?: boolean;
}

export class RecordDeathBody {
  @CodeProperty(DEATH_TOLD_BY, 'Who told us.')
  @IsIn(DEATH_TOLD_BY)
  toldBy: DeathToldBy;

  @DayProperty('The day on which they died; left out when nobody said.', OPTIONAL)
  @MayBeOmitted()
  @IsRealDate()
  diedOn?: string;

  @CodeProperty(BEREAVED_FAMILY, 'What is known of their family, who can have support of their own.')
  @IsIn(BEREAVED_FAMILY)
  family: BereavedFamily;
}

export class CorrectDeathBody {
  @CodeProperty(DEATH_MISTAKES, 'Why it was a mistake.')
  @IsIn(DEATH_MISTAKES)
  because: DeathMistake;
}
