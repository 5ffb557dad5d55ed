import { ApiProperty } from '@nestjs/swagger';
import {
  isoOf,
  mayDo,
  RETENTION_GROUNDS,
  RETENTION_OUTCOMES,
  type RetentionPreview,
  type StaffActor,
} from '#libs/domain';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  DayProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

export class RetentionRuleView {
  @CodeProperty(RETENTION_OUTCOMES, 'How the episode ended.')
  outcome: string;

  @NumberProperty('How many years the record is kept after the last case ended.', 7)
  years: number;

  @CodeProperty(RETENTION_GROUNDS, 'Where the number comes from; assumed when nobody has laid it down.')
  ground: string;

  @NumberProperty('How many records could go on that day.', 0)
  due: number;

  @NumberProperty('How many more could, but for a legal hold.', 0)
  held: number;
}

export class DueRecordView {
  @TextProperty('The reference of the case.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(RETENTION_OUTCOMES, 'How the episode ended.')
  outcome: string;

  @InstantProperty('When the last case ended.', { nullable: true })
  endedAt: string | null;

  @InstantProperty('From when the record may go.')
  dueAt: string;
}

export class RetentionPreviewView {
  @NumberProperty('The version of the schedule that is in force.', 1)
  version: number;

  @DayProperty('The day that was asked about.')
  on: string;

  @ApiProperty({ type: [RetentionRuleView], description: 'Each rule, with what it would let go.' })
  rules: RetentionRuleView[];

  @NumberProperty('How many records could go; the list below names the first hundred.', 0)
  due: number;

  @ApiProperty({ type: [DueRecordView], description: 'The longest due first; held ones are not listed.' })
  records: DueRecordView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

const LISTED = 100;

export function retentionPreviewView(
  { byOutcome, due }: RetentionPreview,
  { version, on, actor }: { version: number; on: string; actor: StaffActor },
): RetentionPreviewView {
  return {
    version,
    on,
    rules: byOutcome.map(({ outcome, rule, due: could, held }) => ({
      outcome,
      years: rule.years,
      ground: rule.ground,
      due: could,
      held,
    })),
    due: due.length,
    records: due.slice(0, LISTED).map(({ standing, outcome, dueAt }) => ({
      reference: standing.reference,
      outcome,
      endedAt: standing.endedAt && isoOf(standing.endedAt),
      dueAt: isoOf(dueAt),
    })),
    availableActions: availableOf([
      {
        action: 'propose-schedule',
        method: 'POST',
        href: '/api/v1/proposals/retention-schedule',
        may: mayDo(actor, 'propose-retention'),
      },
      {
        action: 'read-proposals',
        method: 'GET',
        href: '/api/v1/proposals',
        may: mayDo(actor, 'see-proposals'),
      },
    ]),
  };
}
