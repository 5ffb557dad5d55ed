import { ApiProperty } from '@nestjs/swagger';
import {
  FIGURE_PAGES,
  FRAMEWORK_SIDES,
  MEASURE_CUTS,
  MEASURE_FAMILIES,
  MEASURE_OWNERS,
  type FrameworkOutcome,
  type Measure,
  type OutcomesFramework,
} from '#libs/domain';
import { CodeProperty, CodesProperty, NumberProperty, TextProperty } from '../openapi/properties';

export class MeasureExclusionView {
  @TextProperty('The exclusion, as figures name it.', 'still-open')
  id: string;

  @TextProperty('What is left out.', 'No conversation yet, and the deadline has not passed')
  words: string;
}

export class MeasureView {
  @TextProperty('The measure, as every figure of it names it.', 'first-conversation-in-time')
  id: string;

  @NumberProperty('A change of meaning is a new version.', 2)
  version: number;

  @TextProperty('What it is called.', 'First conversation within the promised time')
  name: string;

  @CodeProperty(MEASURE_FAMILIES, 'What it belongs to.')
  family: string;

  @TextProperty('How it is worked out, in words.', 'The referrals in time, divided by those decided.')
  formula: string;

  @TextProperty('What is counted.', 'Police referrals where the first conversation was in time.')
  numerator: string;

  @TextProperty('Out of what.', 'Police referrals whose clock has been decided.')
  denominator: string;

  @ApiProperty({
    type: [MeasureExclusionView],
    description: 'What is left out, each counted beside the figure.',
  })
  exclusions: readonly MeasureExclusionView[];

  @ApiProperty({
    type: [String],
    description: 'What it is worked out from.',
    example: ['when the first conversation took place'],
  })
  facts: readonly string[];

  @ApiProperty({
    type: [String],
    description: 'What never changes it.',
    example: ['an attempt without a conversation'],
  })
  neverCounted: readonly string[];

  @CodeProperty(MEASURE_OWNERS, 'Who answers for its meaning.')
  owner: string;

  @CodesProperty(MEASURE_CUTS, 'By what it may be told apart.')
  cuts: readonly string[];

  @TextProperty('The day from which figures say this version.', '2026-11-22')
  inForceFrom: string;

  @CodesProperty(FIGURE_PAGES, 'Where it is counted; none while it is defined and not counted yet.')
  countedOn: readonly string[];

  @TextProperty('What is missing before it can be counted; null once it is.', 'full-time posts by month', {
    nullable: true,
  })
  needs: string | null;
}

export class MeasureListView {
  @ApiProperty({ type: [MeasureView], description: 'Every measure that there is.' })
  items: MeasureView[];
}

export class FrameworkOutcomeView {
  @TextProperty('The outcome.', 'able-to-cope')
  id: string;

  @CodeProperty(FRAMEWORK_SIDES, 'Whether it is asked of support or of justice.')
  side: string;

  @TextProperty('What is asked.', 'People are better able to cope')
  words: string;

  @TextProperty('Where it comes from.', 'Invented for an example')
  source: string;

  @ApiProperty({
    type: [String],
    description: 'The measures that answer it; none when somebody else holds it.',
    example: ['outcome-change'],
  })
  measures: readonly string[];

  @TextProperty('Who holds what is needed; null when measures answer it.', 'The courts', { nullable: true })
  heldBy: string | null;
}

export class ReleaseBoardView {
  @TextProperty('The board.', 'A sample board')
  name: string;

  @TextProperty('What it is sent.', 'Every quarter')
  receives: string;

  @TextProperty('Where that was read.', 'Invented for an example')
  source: string;
}

export class OutcomesFrameworkView {
  @TextProperty('What it is called.', 'Sample outcomes')
  title: string;

  @TextProperty('Where it comes from.', 'Invented for an example')
  source: string;

  @ApiProperty({ type: [FrameworkOutcomeView], description: 'Each support and justice outcome.' })
  outcomes: FrameworkOutcomeView[];

  @ApiProperty({ type: [ReleaseBoardView], description: 'Boards that every release goes to.' })
  boards: readonly ReleaseBoardView[];
}

export function measureView({ standing, exclusions, ...measure }: Measure): MeasureView {
  return {
    ...measure,
    exclusions: exclusions.map(({ id, words }) => ({ id, words })),
    countedOn: standing.kind === 'counted' ? standing.on : [],
    needs: standing.kind === 'counted' ? null : standing.needs,
  };
}

export function frameworkView({ outcomes, ...framework }: OutcomesFramework): OutcomesFrameworkView {
  return { ...framework, outcomes: outcomes.map(outcomeView) };
}

function outcomeView({ answer, ...outcome }: FrameworkOutcome): FrameworkOutcomeView {
  return {
    ...outcome,
    measures: answer.kind === 'measures' ? answer.measures : [],
    heldBy: answer.kind === 'measures' ? null : answer.heldBy,
  };
}
