import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsObject,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { WEEKDAYS, type Weekday } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { CodeProperty, TextProperty } from '../openapi/properties';

const OPENS = /^([01]\d|2[0-3]):[0-5]\d$/;
const CLOSES = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const MOST_SPANS = 50;
const SPANS = '$property must be a list of hours, each with opens and closes';

/** Local hours, never past midnight: the second half of a night belongs to the next day. */
export class SpanBody {
  @TextProperty('From this local time on.', '09:00', { maxLength: 5 })
  @CleanText({ max: 5 })
  @Matches(OPENS, { message: '$property must be a local time such as 09:00' })
  opens: string;

  @TextProperty('Until this local time; 24:00 is the end of the day.', '12:00', { maxLength: 5 })
  @CleanText({ max: 5 })
  @Matches(CLOSES, { message: '$property must be a local time such as 12:00, or 24:00' })
  closes: string;
}

export class WeeklySpanBody extends SpanBody {
  @CodeProperty(WEEKDAYS, 'On which day of the week.')
  @IsIn(WEEKDAYS)
  day: Weekday;
}

/** Null says outright that no hours were named: a list left empty by mistake must not open every hour. */
export class WeekHoursBody {
  @ApiProperty({
    type: [WeeklySpanBody],
    nullable: true,
    description:
      'Every span of the week. It takes the place of what was said before; null when none was named.',
  })
  @ValidateIf((_, value) => value !== null)
  @IsArray({ message: '$property must be a list of hours, or null' })
  @ArrayMinSize(1, { message: '$property must hold at least one span, or be null' })
  @ArrayMaxSize(MOST_SPANS)
  @IsObject({ each: true, message: SPANS })
  @ValidateNested({ each: true })
  @Type(() => WeeklySpanBody)
  hours: WeeklySpanBody[] | null;
}

export class CardDateBody {
  @TextProperty('The date in the zone of the area.', '2026-09-08', { maxLength: 10 })
  @IsRealDate()
  date: string;
}

const DATE_KINDS = ['open', 'never'] as const;

export class AddCardDateBody extends CardDateBody {
  @CodeProperty(DATE_KINDS, 'Whether these hours of that date are safe as well, or never.')
  @IsIn(DATE_KINDS)
  kind: (typeof DATE_KINDS)[number];

  @ApiProperty({ type: [SpanBody], description: 'The hours of that date.' })
  @IsArray({ message: SPANS })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SPANS)
  @IsObject({ each: true, message: SPANS })
  @ValidateNested({ each: true })
  @Type(() => SpanBody)
  hours: SpanBody[];
}
