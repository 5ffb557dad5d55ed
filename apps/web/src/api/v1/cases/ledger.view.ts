import { ApiProperty } from '@nestjs/swagger';
import { DEADLINE_STATES, explainVersion, isoOf, type Segment } from '#libs/domain';
import type { DeadlineWithLedger, LedgerVersion } from '#libs/persistence';
import {
  CodeProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

/** One line of the working; lines follow one another without gaps. */
export class SegmentView {
  @InstantProperty('From this instant.')
  from: string;

  @InstantProperty('Up to this one.')
  to: string;

  @ApiProperty({
    type: String,
    format: 'date',
    example: '2026-09-01',
    description: 'The local day it lies on.',
  })
  date: string;

  @TextProperty('Why it counted or did not, as a code.', 'counted')
  reason: string;

  @NumberProperty('How many seconds of it counted.', 25200)
  countedSeconds: number;

  @NumberProperty('Which working day this is; null where days are not counted.', 1, { nullable: true })
  workingDay: number | null;
}

/** One appended version of a due instant. Everything it was worked out from is in `inputs`. */
export class LedgerVersionView {
  @NumberProperty('1 is the first.', 1)
  version: number;

  @InstantProperty('The due instant of this version.')
  dueAt: string;

  @TextProperty('Why it was appended, as a code.', 'started')
  reason: string;

  @InstantProperty('When it was appended.')
  recordedAt: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'Start, limb, policy and calendar versions, opening hours, holidays used, version of the zone data.',
    example: { policyId: 'sample-first-contact', policyVersion: 1 },
  })
  inputs: object;

  @ApiProperty({ type: [SegmentView], description: 'The working: counted seconds sum to the budget.' })
  explanation: SegmentView[];
}

export class LedgerDeadlineView {
  @IdProperty('The deadline.')
  id: string;

  @TextProperty('Which limb of the promise.', '1wd')
  limb: string;

  @YesNoProperty('Whether this is the limb that escalates.', true)
  binding: boolean;

  @CodeProperty(DEADLINE_STATES, 'Where it stands.')
  state: string;

  @InstantProperty('The due instant in force.')
  dueAt: string;

  @InstantProperty('With listed exceptions taken out, beside the raw one; null without any.', {
    nullable: true,
  })
  adjustedDueAt: string | null;

  @InstantProperty('When it was met; null when it was not.', { nullable: true })
  metAt: string | null;

  @InstantProperty('The due instant at which it was missed; null when it was not.', { nullable: true })
  breachedAt: string | null;

  @ApiProperty({ type: [LedgerVersionView], description: 'Oldest first; none is ever overwritten.' })
  versions: LedgerVersionView[];
}

export class LedgerView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [LedgerDeadlineView] })
  items: LedgerDeadlineView[];
}

export function ledgerDeadlineView({
  deadline,
  breachedAt,
  versions,
}: DeadlineWithLedger): LedgerDeadlineView {
  const { id, limb, binding, state, dueAt, adjustedDueAt, metAt } = deadline;
  return {
    id,
    limb,
    binding,
    state,
    dueAt: isoOf(dueAt),
    adjustedDueAt: adjustedDueAt && isoOf(adjustedDueAt),
    metAt: metAt && isoOf(metAt),
    breachedAt: breachedAt && isoOf(breachedAt),
    versions: versions.map(versionView),
  };
}

function versionView({ version, dueAt, reason, recordedAt, inputs }: LedgerVersion): LedgerVersionView {
  return {
    version,
    dueAt: isoOf(dueAt),
    reason,
    recordedAt: isoOf(recordedAt),
    inputs: { ...inputs, startedAt: isoOf(inputs.startedAt) },
    explanation: explainVersion(inputs).map(segmentView),
  };
}

function segmentView({ from, to, date, reason, countedSeconds, workingDay }: Segment): SegmentView {
  return { from: isoOf(from), to: isoOf(to), date, reason, countedSeconds, workingDay: workingDay ?? null };
}
