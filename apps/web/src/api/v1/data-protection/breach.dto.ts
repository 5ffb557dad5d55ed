import { IsIn, IsInt, Max, Min } from 'class-validator';
import { BREACH_KINDS, BREACH_RISKS, type BreachKind, type BreachRisk } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';

const MOST_PEOPLE = 1_000_000;
const PEOPLE = { message: `$property must be a whole number from 0 to ${MOST_PEOPLE}` };

export class RecordBreachBody {
  @CodeProperty(BREACH_KINDS, 'What happened.')
  @IsIn(BREACH_KINDS)
  kind: BreachKind;

  @InstantProperty('When anybody here noticed, whoever it was.')
  @IsZonedInstant()
  noticedAt: string;

  @NumberProperty('How many people it is about, as far as is known.', 3, { minimum: 0, maximum: MOST_PEOPLE })
  @IsInt(PEOPLE)
  @Min(0, PEOPLE)
  @Max(MOST_PEOPLE, PEOPLE)
  peopleAffected: number;

  @TextProperty('What happened; sealed.', 'A letter went to a wrong address', { maxLength: 4_000 })
  @CleanText({ max: 4_000, min: 1 })
  words: string;
}

export class AssessBreachBody {
  @CodeProperty(BREACH_RISKS, 'How great the risk to people is.')
  @IsIn(BREACH_RISKS)
  risk: BreachRisk;

  @NumberProperty('How many people it is about, as far as is known now.', 3, {
    minimum: 0,
    maximum: MOST_PEOPLE,
  })
  @IsInt(PEOPLE)
  @Min(0, PEOPLE)
  @Max(MOST_PEOPLE, PEOPLE)
  peopleAffected: number;
}
