import { IsIn, IsInt, Matches, Max, Min, ValidateIf } from 'class-validator';
import { CHANGE_REASONS, type ChangeReason, type WindowSource } from '#libs/domain';
import { CleanText } from '../../../request-reading/validators/clean-text.validator';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';
import { RoutingRuleBody } from './rule.dto';

const WAYS = ['up', 'down'] as const;
const MARKS = ['V', 'S', 'K'] as const satisfies readonly WindowSource['mark'][];
const MOST_HOURS = 24 * 366;

/** Ids inside a table are short words, and not UUIDs. */
function IdInTable(description: string): PropertyDecorator {
  return (target, key) => {
    TextProperty(description, 'sample-rule', { maxLength: 80 })(target, key);
    CleanText({ max: 80, min: 1 })(target, key);
    Matches(/^[a-z0-9-]+$/, { message: '$property must be an id as it was read' })(target, key);
  };
}

export class ChangeRoutingRuleBody extends RoutingRuleBody {
  @IdInTable('Which rule.')
  ruleId: string;
}

export class MoveRoutingRuleBody {
  @IdInTable('Which rule.')
  ruleId: string;

  @CodeProperty(WAYS, 'Where to, by one place.')
  @IsIn(WAYS)
  by: (typeof WAYS)[number];
}

export class RemoveRoutingRuleBody {
  @IdInTable('Which rule.')
  ruleId: string;
}

/** The centre owns its windows: one changes when the centre has said so, and where that stands is kept with the day. */
export class ChangeWindowBody {
  @IdInTable('Which forensic window, or which health care.')
  windowId: string;

  @NumberProperty('Whole hours.', 168, { minimum: 1, maximum: MOST_HOURS })
  @IsInt()
  @Min(1)
  @Max(MOST_HOURS)
  hours: number;

  @CodeProperty(
    MARKS,
    'V was read at a public source or said by the centre; S is secondary; K is not confirmed.',
  )
  @IsIn(MARKS)
  mark: WindowSource['mark'];

  @TextProperty('Where it stands.', 'Sample page of the sample centre', { maxLength: 200 })
  @CleanText({ max: 200, min: 1 })
  text: string;
}

export class ProposeRoutingDraftBody {
  @InstantProperty('When it should take effect; null as soon as a second person has approved it.', {
    nullable: true,
  })
  @ValidateIf((_, value) => value !== null)
  @IsZonedInstant({ message: '$property must be a time with an offset, or null' })
  effectiveFrom: string | null;

  @CodeProperty(CHANGE_REASONS, 'Why.')
  @IsIn(CHANGE_REASONS)
  reason: ChangeReason;
}
