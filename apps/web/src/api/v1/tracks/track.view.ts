import { ApiProperty } from '@nestjs/swagger';
import {
  COURT_DATES,
  DECIDERS,
  ENTRY_STATES,
  MILESTONE_DETAILS,
  MILESTONE_ISSUES,
  MILESTONE_KINDS,
  PERSON_TOLD,
  POSITION_REASONS,
  POSITIONS,
  PRECISIONS,
  SPECIAL_MEASURES,
  TAKEOVER_REASONS,
  TOLD_IN_PERSON,
  TRACK_SIDES,
  TRACK_STAGES,
  UNUSUAL_REASONS,
} from '#libs/domain';
import { AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  DayProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };

export class TrackLineView {
  @IdProperty('The investigation.')
  trackId: string;

  @InstantProperty('Since when it is followed.')
  openedAt: string;
}

export class TracksView {
  @ApiProperty({ type: [TrackLineView] })
  tracks: TrackLineView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class TrackOpenedView {
  @IdProperty('The investigation.')
  trackId: string;
}

export class MilestoneView {
  @IdProperty('The entry.')
  milestoneId: string;

  @CodeProperty(MILESTONE_KINDS, 'What happened.')
  kind: string;

  @CodeProperty(MILESTONE_DETAILS, 'Which one it was, where the kind asks.', NULLABLE)
  detail: string | null;

  @InstantProperty('When it happened.')
  happenedAt: string;

  @CodeProperty(PRECISIONS, 'How exactly that is known.')
  precision: string;

  @InstantProperty('When somebody entered it.')
  recordedAt: string;

  @CodeProperty(TRACK_SIDES, 'Who entered it.')
  side: string;

  @InstantProperty('The day in court that it sets.', NULLABLE)
  courtAt: string | null;

  @CodeProperty(DECIDERS, 'Who decided to go on without the person.', NULLABLE)
  decidedBy: string | null;

  @InstantProperty('When the person was told of that.', NULLABLE)
  toldAt: string | null;

  @CodesProperty(MILESTONE_ISSUES, 'What is unusual about its order or dates; empty for most.')
  issues: string[];

  @CodeProperty(UNUSUAL_REASONS, 'Why it stands all the same.', NULLABLE)
  issueReason: string | null;

  @CodeProperty(ENTRY_STATES, 'Whether it stands.')
  state: string;

  @IdProperty('The entry in whose place it stands.', NULLABLE)
  supersedes: string | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class PositionView {
  @IdProperty('The entry.')
  positionId: string;

  @CodeProperty(POSITIONS, 'Where the person stands towards the prosecution.')
  position: string;

  @InstantProperty('When they said it.')
  saidAt: string;

  @CodeProperty(POSITION_REASONS, 'Why, if they said.')
  reason: string;

  @CodeProperty(TOLD_IN_PERSON, 'Whether they said it themselves.')
  toldInPerson: string;

  @CodeProperty(TRACK_SIDES, 'Who entered it.')
  side: string;

  @CodeProperty(ENTRY_STATES, 'Whether the entry stands.')
  state: string;
}

export class OfficerTermView {
  @TextProperty('The number of the officer.', '4417')
  officer: string;

  @InstantProperty('From when they are in charge, until the next one is.')
  from: string;

  @CodeProperty(TAKEOVER_REASONS, 'Why the officer changed.')
  reason: string;

  @CodeProperty(PERSON_TOLD, 'Whether the person was told.')
  personTold: string;
}

export class NextCourtDateView {
  @CodeProperty(COURT_DATES, 'What it is for.')
  family: string;

  @InstantProperty('When; the first instant of the day when no time is given.')
  at: string;
}

export class MeasureView {
  @CodeProperty(SPECIAL_MEASURES, 'The special measure.')
  measure: string;

  @CodeProperty(['asked', 'granted', 'refused'], 'What became of it last.')
  standing: string;
}

export class OpenRecheckView {
  @IdProperty('The question.')
  recheckId: string;

  @CodeProperty(MILESTONE_KINDS, 'What made it urgent to ask.')
  cause: string;

  @InstantProperty('By when somebody should have asked.')
  dueAt: string;
}

/** One investigation as its reader may see it. */
export class TrackDetailView {
  @IdProperty('The investigation.')
  trackId: string;

  @YesNoProperty('Whether support has ended, so that nothing is added; never so for the police.', false)
  closed: boolean;

  @CodeProperty(TRACK_STAGES, 'How far it has come.')
  stage: string;

  @ApiProperty({ type: NextCourtDateView, nullable: true })
  nextCourt: NextCourtDateView | null;

  @NumberProperty('How often the trial was moved.', 0)
  trialMoves: number;

  @ApiProperty({ type: PositionView, nullable: true, description: 'The position in force.' })
  position: PositionView | null;

  @DayProperty('The last day on which a review can be asked for; null when none can.', NULLABLE)
  reviewUntil: string | null;

  @ApiProperty({ type: [MeasureView] })
  measures: MeasureView[];

  @ApiProperty({ type: [MilestoneView] })
  milestones: MilestoneView[];

  @ApiProperty({ type: [PositionView] })
  positions: PositionView[];

  @ApiProperty({ type: [OfficerTermView] })
  officers: OfficerTermView[];

  @ApiProperty({ type: OpenRecheckView, nullable: true, description: 'For the desk alone.' })
  recheck: OpenRecheckView | null;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class MilestoneKeptView {
  @IdProperty('The entry.')
  milestoneId: string;
}

export class PositionKeptView {
  @IdProperty('The entry.')
  positionId: string;
}

export class TakeoverKeptView {
  @IdProperty('The entry.')
  termId: string;
}

export class RecheckSettledView {
  @IdProperty('The question.')
  recheckId: string;
}
