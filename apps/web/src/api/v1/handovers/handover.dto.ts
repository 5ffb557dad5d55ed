import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { SafeId } from '../../../request-reading/validators/safe-id.validator';
import { IdProperty, TextProperty } from '../openapi/properties';

/** A page of the board at the most. */
const MOST_CASES = 100;

export class OfferHandoverBody {
  @IdProperty('The colleague who should take your open cases; null gives them back to the team.', {
    nullable: true,
  })
  @ValidateIf((_, value) => value !== null)
  @SafeId({ message: '$property must be the id of a colleague, or null for the team' })
  toUserId: string | null;
}

export class CaseToAssignBody {
  @IdProperty('The case.')
  @SafeId()
  caseId: string;

  @TextProperty('Its ETag as it was read: a case that changed since is left alone and named.', '"1"', {
    maxLength: 11,
  })
  @CleanText({ max: 11 })
  @Matches(/^"(0|[1-9]\d{0,8})"$/, { message: '$property must be the ETag that was read, such as "1"' })
  etag: string;
}

export class AssignCasesBody {
  @IdProperty('The colleague to whom the cases are offered; you take them at once by naming yourself.')
  @SafeId()
  toUserId: string;

  @ApiProperty({ type: [CaseToAssignBody], description: 'Each is decided on its own.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CASES)
  @IsObject({ each: true, message: '$property must be a list of cases with their ETags' })
  @ValidateNested({ each: true })
  @Type(() => CaseToAssignBody)
  cases: CaseToAssignBody[];
}
