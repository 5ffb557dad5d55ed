import { ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';

const USUAL_LIMIT = 25;

/** How much of a list, and from where. */
export class PageQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    description: 'How many records; 25 when left out.',
    example: 25,
  })
  @MayBeOmitted()
  @CleanText({ max: 3 })
  @Matches(/^([1-9]\d?|100)$/, { message: 'limit must be a whole number from 1 to 100' })
  limit?: string;

  @ApiPropertyOptional({
    description: 'Where the page before ended: its `nextCursor`, sent back unchanged.',
    example: 'eyJzYW1wbGUiOnRydWV9',
  })
  @MayBeOmitted()
  @CleanText({ max: 500 }, { message: 'cursor must be a nextCursor, sent back unchanged' })
  cursor?: string;
}

export function limitOf({ limit }: PageQuery): number {
  return limit === undefined ? USUAL_LIMIT : Number(limit);
}
