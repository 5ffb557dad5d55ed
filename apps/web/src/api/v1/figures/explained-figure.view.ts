import { ApiProperty } from '@nestjs/swagger';
import { FIGURE_SPANS, isoOf, monthsOfSpan, type FigureWorking, type LiveMeasure } from '#libs/domain';
import type { ExplainedFigure } from '../../../pages/live-figures/explain/explained-figure';
import type { FigureAsked } from '../../../pages/live-figures/figure-address';
import type { FigureReading } from '../../../pages/live-figures/figure-reading';
import { CodeProperty, InstantProperty, NumberProperty, TextProperty } from '../openapi/properties';
import {
  figureNumbersView,
  FigureNumbersView,
  figureReferenceView,
  FigureReferenceView,
} from './live-figures.view';
import { MeasureView, measureView } from './measures.view';

export class CountedExclusionView {
  @TextProperty('What is left out, as the definition names it.', 'still-open')
  id: string;

  @TextProperty('What that is.', 'No conversation yet, and the deadline has not passed')
  words: string;

  @NumberProperty('How many.', 3)
  count: number;
}

export class OtherLimbView extends FigureNumbersView {
  @TextProperty('The other limit.', '1wd')
  limb: string;

  @NumberProperty('Its numerator less the one here.', 2)
  difference: number;
}

export class ExplainedFigureView {
  @TextProperty('The table that it stands in.', 'promise-by-district')
  table: string;

  @CodeProperty(FIGURE_SPANS, 'Over how many months.')
  span: string;

  @TextProperty('The first month.', '2025-10')
  from: string;

  @TextProperty('The last month.', '2026-09')
  until: string;

  @InstantProperty('The service’s time when it was counted.')
  asAt: string;

  @ApiProperty({ type: FigureReferenceView, description: 'Which figure it is.' })
  figure: FigureReferenceView;

  @TextProperty('What the row is called; null of the whole area.', 'Sampleton', { nullable: true })
  valueTitle: string | null;

  @TextProperty('What the part is called; null of a measure without.', 'Recorded', { nullable: true })
  partTitle: string | null;

  @ApiProperty({ type: MeasureView, description: 'The definition, whole.' })
  definition: MeasureView;

  @ApiProperty({ type: FigureNumbersView, description: 'Denominator and exclusions sum to the total.' })
  numbers: FigureNumbersView;

  @ApiProperty({ type: [CountedExclusionView], description: 'Each exclusion with its count.' })
  exclusions: CountedExclusionView[];

  @ApiProperty({
    type: [OtherLimbView],
    description: 'The same under each other limit; none without limits.',
  })
  underOtherLimbs: OtherLimbView[];

  @ApiProperty({
    type: [String],
    description: 'Policies that clocks of these months ran under.',
    example: ['sample-first-contact v1'],
  })
  policyVersions: readonly string[];

  @ApiProperty({ type: [String], description: 'Calendars they used.', example: ['sample-service-days v1'] })
  calendarVersions: readonly string[];
}

export function explainedFigureView(
  { asAt }: Pick<FigureReading, 'asAt'>,
  of: {
    readonly figure: FigureAsked;
    readonly live: LiveMeasure;
    readonly explained: ExplainedFigure;
  },
): ExplainedFigureView {
  const { figure, live, explained } = of;
  const { measure } = live;
  const { working, value, part, others, policyVersions, calendarVersions } = explained;
  const numbers = (one: FigureWorking) => figureNumbersView(one, measure.id);
  return {
    table: figure.table,
    span: figure.span,
    from: monthsOfSpan(figure.span, figure.until).from.slice(0, 7),
    until: figure.until,
    asAt: isoOf(asAt),
    figure: figureReferenceView(figure),
    valueTitle: value,
    partTitle: part,
    definition: measureView(measure),
    numbers: numbers(working),
    exclusions: measure.exclusions.map(({ id, words }) => ({
      id,
      words,
      count: working.exclusions[id] ?? 0,
    })),
    underOtherLimbs: others.map(({ limb, working: there }) => ({
      limb: limb.limb,
      ...numbers(there),
      difference: there.numerator - working.numerator,
    })),
    policyVersions,
    calendarVersions,
  };
}
