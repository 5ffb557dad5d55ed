import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import {
  MATCH_DECISIONS,
  MATCH_REASONS,
  UNDO_REASONS,
  type MatchDecision,
  type MatchReason,
  type UndoReason,
} from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { CodeProperty, TextProperty } from '../openapi/properties';
import { PageQuery } from '../paging/page.query.dto';

const STANDINGS = ['waiting', 'decided'] as const;

export class MatchesQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: STANDINGS,
    description: 'Those that wait, oldest first, when left out; or the latest decisions.',
    example: 'waiting',
  })
  @MayBeOmitted()
  @IsIn(STANDINGS)
  show?: (typeof STANDINGS)[number];
}

export class DecideMatchBody {
  @CodeProperty(MATCH_DECISIONS, 'Whether they are one person, and whether it is one report.')
  @IsIn(MATCH_DECISIONS)
  decision: MatchDecision;

  @CodeProperty(MATCH_REASONS, 'What you go by.')
  @IsIn(MATCH_REASONS)
  reason: MatchReason;

  @TextProperty('In your own words; it is sealed.', 'The sample caller said so', {
    required: false,
    maxLength: 500,
  })
  @MayBeOmitted()
  @CleanText({ max: 500, min: 1 })
  note?: string;
}

export class UndoMatchBody {
  @CodeProperty(UNDO_REASONS, 'Why it is taken back.')
  @IsIn(UNDO_REASONS)
  reason: UndoReason;
}
