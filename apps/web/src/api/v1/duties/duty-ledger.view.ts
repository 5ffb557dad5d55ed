import { ApiProperty } from '@nestjs/swagger';
import {
  explainDutyDue,
  isoOf,
  LIMIT_UNITS,
  TIMINGS,
  type CountedDays,
  type Duty,
  type DutyInputs,
} from '#libs/domain';
import type { DutyLedgerVersion } from '#libs/persistence';
import {
  CodeProperty,
  DayProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

export class CountedDaysView {
  @DayProperty('From this local day.')
  from: string;

  @DayProperty('To this one, which is the same where it is one day.')
  to: string;

  @TextProperty('Why it counted or did not, as a code.', 'holiday')
  reason: string;

  @NumberProperty('Which working day this is; null where it is none.', 1, NULLABLE)
  workingDay: number | null;

  @NumberProperty('How much of the limit it used up, in the unit of the limit.', 1)
  counted: number;
}

/** One due time that a duty has had. Everything it was worked out from is in `inputs`. */
export class DutyLedgerVersionView {
  @NumberProperty('1 is the first.', 1)
  version: number;

  @InstantProperty('Its last second in time.')
  dueAt: string;

  @TextProperty('Why it was appended, as a code.', 'opened')
  reason: string;

  @InstantProperty('When it was appended.')
  recordedAt: string;

  @CodeProperty(TIMINGS, 'Under which of two times.')
  timing: string;

  @InstantProperty('From when the limit counts: the start of the clock, or the grant of Enhanced Rights.')
  countsFrom: string;

  @TextProperty('Which limit holds, as a code: own, from-the-grant or standard.', 'own')
  held: string;

  @NumberProperty('How long the limit is.', 1)
  limit: number;

  @CodeProperty(LIMIT_UNITS, 'The unit of the limit.')
  unit: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'Start, limit, timing, version of the Code, calendar and its version, bank holidays used, version of the zone data.',
    example: { codeVersion: '2021', entitlementId: 'R6.4' },
  })
  inputs: object;

  @ApiProperty({
    type: [CountedDaysView],
    description: 'The working, day by day: what is counted adds up to the limit.',
  })
  explanation: CountedDaysView[];
}

export class DutyLedgerView {
  @IdProperty('The duty.')
  id: string;

  @ApiProperty({ type: [DutyLedgerVersionView], description: 'Oldest first; none is ever overwritten.' })
  versions: DutyLedgerVersionView[];
}

export function dutyLedgerView(
  { id }: Pick<Duty, 'id'>,
  ledger: readonly DutyLedgerVersion[],
): DutyLedgerView {
  return { id, versions: ledger.map(versionView) };
}

function versionView({
  version,
  dueAt,
  reason,
  recordedAt,
  inputs,
}: DutyLedgerVersion): DutyLedgerVersionView {
  const { from, startedAt, limit, days } = explainDutyDue(inputs);
  return {
    version,
    dueAt: isoOf(dueAt),
    reason,
    recordedAt: isoOf(recordedAt),
    timing: inputs.timing,
    countsFrom: isoOf(startedAt),
    held: from,
    limit: limit.value,
    unit: limit.unit,
    inputs: inputsView(inputs),
    explanation: days.map((line: CountedDays) => ({ ...line })),
  };
}

function inputsView(inputs: DutyInputs): object {
  const { startedAt, grantedAt } = inputs;
  return { ...inputs, startedAt: isoOf(startedAt), grantedAt: grantedAt && isoOf(grantedAt) };
}
