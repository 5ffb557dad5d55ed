import { ApiProperty } from '@nestjs/swagger';
import {
  coverageOf,
  isoOf,
  NOT_COMPARED,
  OFFENCE_DEFINITIONS,
  ruleName,
  type CoverageLine,
  type HeldOffences,
  type OffenceDefinition,
} from '#libs/domain';
import type { CoverageRelease } from '#libs/persistence';
import { CodeProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';

export class CoverageLineView {
  @TextProperty('The code of the district; null is the whole area.', 'E07999999', { nullable: true })
  district: string | null;

  @NumberProperty('Reports that the police referred. Null when it might point at somebody.', 120, {
    nullable: true,
  })
  referrals: number | null;

  @NumberProperty('Offences recorded in the same months; null when they are not known.', 610, {
    nullable: true,
  })
  offences: number | null;

  @TextProperty('Where the offences were read; null when they are not known.', 'Invented for an example', {
    nullable: true,
  })
  source: string | null;

  @NumberProperty('Referrals for each 100 offences, out of the rounded count; null when not divided.', 20, {
    nullable: true,
  })
  referralsPer100Offences: number | null;

  @CodeProperty(NOT_COMPARED, 'Why it is not divided; null when it is.', { nullable: true })
  notComparedBecause: string | null;
}

export class CoverageView {
  @TextProperty(
    'The first month of the quarter that ends the year; null before anything was published.',
    '2026-07',
    {
      nullable: true,
    },
  )
  quarter: string | null;

  @TextProperty('The first of the months that are counted; null before anything was published.', '2025-10', {
    nullable: true,
  })
  firstMonth: string | null;

  @InstantProperty('When referrals were counted, for good; null before anything was published.', {
    nullable: true,
  })
  madeAt: string | null;

  @TextProperty(
    'The disclosure rule that it was protected by, and its version; null before anything was published.',
    'small-counts 2026-1',
    {
      nullable: true,
    },
  )
  disclosureRule: string | null;

  @CodeProperty(OFFENCE_DEFINITIONS, 'What the recorded offences count.')
  definition: string;

  @ApiProperty({
    type: [CoverageLineView],
    description: 'A line for each district, and the whole area last.',
  })
  lines: CoverageLineView[];
}

export function coverageView(
  release: CoverageRelease | null,
  {
    definition,
    offences,
  }: { readonly definition: OffenceDefinition; readonly offences: readonly HeldOffences[] },
): CoverageView {
  if (release === null)
    return { quarter: null, firstMonth: null, madeAt: null, disclosureRule: null, definition, lines: [] };
  const { quarter, first, madeAt, rule } = release;
  const lines = coverageOf({ ...release, definition, offences }).map(lineView);
  return {
    quarter,
    firstMonth: first,
    madeAt: isoOf(madeAt),
    disclosureRule: ruleName(rule),
    definition,
    lines,
  };
}

function lineView({ answer, ...line }: CoverageLine): CoverageLineView {
  return {
    ...line,
    referralsPer100Offences: answer.kind === 'compared' ? answer.per100 : null,
    notComparedBecause: answer.kind === 'compared' ? null : answer.why,
  };
}
