import { ApiProperty } from '@nestjs/swagger';
import { RULE_PROMPTS, SUPPORT_KINDS } from '#libs/domain';
import { CodeProperty, CodesProperty, NumberProperty } from '../openapi/properties';
import { RoutingAnswerView, RoutingDeciderView } from './routing-answer.view';
import { HealthReadingView, WINDOW_STATES, WindowReadingView } from './window-reading.view';

const NULLABLE = { nullable: true };

export class FirstStepView {
  @CodeProperty(SUPPORT_KINDS, 'Telephone this kind of support now.')
  kind: string;

  @CodeProperty(['police-or-social-care'], 'Under 13 one of them telephones; null otherwise.', NULLABLE)
  through: string | null;
}

/** What a table answers to facts: every service is a candidate or left out with a reason. */
export class RoutingSuggestedView {
  @NumberProperty('The version of the rules that answered.', 1)
  tableVersion: number;

  @ApiProperty({ type: FirstStepView, nullable: true })
  first: FirstStepView | null;

  @CodesProperty(RULE_PROMPTS, 'What to think of.')
  prompts: string[];

  @ApiProperty({ type: [RoutingAnswerView] })
  answers: RoutingAnswerView[];

  @ApiProperty({
    type: RoutingDeciderView,
    nullable: true,
    description: 'When nobody has said what is wanted.',
  })
  decidedBy: RoutingDeciderView | null;

  @CodeProperty(WINDOW_STATES, 'What the forensic windows say together.')
  forensic: string;

  @ApiProperty({
    type: [WindowReadingView],
    description: 'Those that may concern the person, the shortest first.',
  })
  windows: WindowReadingView[];

  @ApiProperty({ type: [HealthReadingView] })
  health: HealthReadingView[];
}
