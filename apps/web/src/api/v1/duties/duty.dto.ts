import { IsIn } from 'class-validator';
import {
  CHOSEN_REASONS,
  SAID_EVIDENCE,
  DESK_EVENTS,
  EARLY_REASONS,
  ENHANCED_CATEGORIES,
  SAID_HOW,
  type ChosenReason,
  type SaidEvidence,
  type DeskEvent,
  type EarlyReason,
  type EnhancedCategory,
  type SaidHow,
} from '#libs/domain';
import { MayBeOmitted } from '../../../request-reading/validators/may-be-omitted';
import { IsZonedInstant } from '../../../request-reading/validators/zoned-instant.validator';
import { CodeProperty, InstantProperty } from '../openapi/properties';

const CHOICES = ['declined', 'changed'] as const;
const CORRECTIONS = ['confirm', 'take-back', 'not-delivered'] as const;

export class DeliverDutyBody {
  @InstantProperty('When it was done; not in the future.')
  @IsZonedInstant()
  at: string;

  @CodeProperty(SAID_EVIDENCE, 'What you rest on.')
  @IsIn(SAID_EVIDENCE)
  evidence: SaidEvidence;

  @CodeProperty(EARLY_REASONS, 'Why it lies before what opened it; only where it does.', { required: false })
  @MayBeOmitted()
  @IsIn(EARLY_REASONS)
  earlyReason?: EarlyReason;
}

export class DeclineDutyBody {
  @CodeProperty(CHOICES, 'The person does not want it, or wants it done another way.')
  @IsIn(CHOICES)
  choice: (typeof CHOICES)[number];

  @InstantProperty('When they said so; not in the future.')
  @IsZonedInstant()
  at: string;

  @CodeProperty(SAID_HOW, 'How they said so.')
  @IsIn(SAID_HOW)
  how: SaidHow;
}

export class AskDutyAgainBody {
  @InstantProperty('When they asked for it again; a new clock runs from then.')
  @IsZonedInstant()
  at: string;
}

export class EndDutyBody {
  @CodeProperty(CHOSEN_REASONS, 'Why it does not apply.')
  @IsIn(CHOSEN_REASONS)
  reason: ChosenReason;
}

export class CorrectDutyBody {
  @CodeProperty(
    CORRECTIONS,
    'Confirm that a late entry tells of an act in time, take an entry back, or say that it was not done in time.',
  )
  @IsIn(CORRECTIONS)
  correction: (typeof CORRECTIONS)[number];
}

export class CodeEventBody {
  @CodeProperty(DESK_EVENTS, 'What happened. Steps of an investigation are milestones of its track.')
  @IsIn(DESK_EVENTS)
  event: DeskEvent;

  @InstantProperty('When it happened; not in the future.')
  @IsZonedInstant()
  happenedAt: string;
}

export class EnhancedRightsBody {
  @CodeProperty(ENHANCED_CATEGORIES, 'On which ground.')
  @IsIn(ENHANCED_CATEGORIES)
  category: EnhancedCategory;
}
