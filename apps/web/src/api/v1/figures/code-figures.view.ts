import { ApiProperty } from '@nestjs/swagger';
import { DUTY_HOLDERS, isoOf, ruleName, type ReleasedCodeLine } from '#libs/domain';
import type { CodeRelease } from '#libs/persistence';
import { CodesProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';

const HIDDEN = 'Null when it might point at somebody.';

export class CodeFigureLineView {
  @TextProperty('The version of the Code.', '2021')
  codeVersion: string;

  @TextProperty('The entitlement in the catalogue.', 'R4.5')
  entitlementId: string;

  @CodesProperty(DUTY_HOLDERS, 'Who owes it.')
  owedBy: readonly string[];

  @NumberProperty(`How many were opened in the quarter. ${HIDDEN}`, 120, { nullable: true })
  opened: number | null;

  @NumberProperty(`Delivered in time, or without a limit. ${HIDDEN}`, 80, { nullable: true })
  delivered: number | null;

  @NumberProperty(`Delivered late. ${HIDDEN}`, 10, { nullable: true })
  late: number | null;

  @NumberProperty(`Owed by this service, and its limit passed. ${HIDDEN}`, 0, { nullable: true })
  missed: number | null;

  @NumberProperty(
    `Owed by another body, its limit passed and nobody said what it did. Never a miss. ${HIDDEN}`,
    15,
    {
      nullable: true,
    },
  )
  notKnown: number | null;

  @NumberProperty(`Declined by the person: neither met nor missed. ${HIDDEN}`, 10, { nullable: true })
  declined: number | null;

  @NumberProperty(`Still to come. ${HIDDEN}`, 10, { nullable: true })
  open: number | null;
}

export class CodeFiguresView {
  @TextProperty('The first month of the quarter; null before anything was published.', '2026-07', {
    nullable: true,
  })
  quarter: string | null;

  @InstantProperty('When it was counted, for good; null before anything was published.', { nullable: true })
  madeAt: string | null;

  @TextProperty(
    'The disclosure rule that it was protected by, and its version; null before anything was published.',
    'small-counts 2026-1',
    {
      nullable: true,
    },
  )
  disclosureRule: string | null;

  @ApiProperty({ type: [CodeFigureLineView], description: 'A line for each entitlement and who owes it.' })
  lines: CodeFigureLineView[];
}

export function codeFiguresView(release: CodeRelease | null): CodeFiguresView {
  if (release === null) return { quarter: null, madeAt: null, disclosureRule: null, lines: [] };
  const { month, madeAt, rule, lines } = release;
  return {
    quarter: month,
    madeAt: isoOf(madeAt),
    disclosureRule: ruleName(rule),
    lines: lines.map(lineView),
  };
}

function lineView({ results, ...line }: ReleasedCodeLine): CodeFigureLineView {
  const { 'not-known': notKnown, ...rest } = results;
  return { ...line, ...rest, notKnown };
}
