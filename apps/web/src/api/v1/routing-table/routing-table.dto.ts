import { ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';

export class RoutingTableQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Which version; the one in force when left out.',
    example: 1,
  })
  @MayBeOmitted()
  @CleanText({ max: 6 })
  @Matches(/^[1-9]\d{0,5}$/, { message: 'version must be a whole number' })
  version?: string;
}
