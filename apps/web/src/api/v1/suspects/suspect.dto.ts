import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn } from 'class-validator';
import { ASK_AGAIN_REASONS, type AskAgainReason } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsRealDate } from '../../../request-reading/validators/real-date.validator';
import { CodeProperty, DayProperty } from '../openapi/properties';

const DECISIONS = ['not-the-same', 'separate', 'put-off'] as const;

export class RecordSuspectBody {
  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: 2,
    description: 'The name they use, and any other, each with a first and a last name; sealed.',
    example: ['Sample Suspect Shrike'],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @CleanText({ max: 120, min: 1 }, { each: true })
  names: string[];

  @DayProperty('Their date of birth, if it is known; sealed.', { required: false })
  @MayBeOmitted()
  @IsRealDate()
  bornOn?: string;
}

export class DecideConflictBody {
  @CodeProperty(
    DECISIONS,
    'A different person; keep their workers apart; or look again by the next working day.',
  )
  @IsIn(DECISIONS)
  decision: (typeof DECISIONS)[number];
}

export class AskConflictAgainBody {
  @CodeProperty(ASK_AGAIN_REASONS, 'Why it is asked again.')
  @IsIn(ASK_AGAIN_REASONS)
  reason: AskAgainReason;
}
