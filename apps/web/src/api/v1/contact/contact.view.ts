import { ApiProperty } from '@nestjs/swagger';
import { CHANNELS, EXHAUSTED_BASES, LANGUAGES, OUTCOMES, WELFARE_CHECKS } from '#libs/domain';
import { AvailableActionView } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  YesNoProperty,
} from '../openapi/properties';
import { FLAGS } from './contact-done.view';

const NEXT = ['try-again', 'enough-for-today', 'no-safe-way', 'policy-used-up'];
const WANTED = ['another-time-of-day', 'an-evening', 'another-number', 'a-later-day'];
const CONFIRMATIONS = ['not-needed', 'waiting', 'confirmed', 'declined'];
const CHECKED = ['waiting', 'confirmed', 'declined'];

/** What the attempt policy says now: advice, and never a bar. */
export class NextAttemptView {
  @CodeProperty(NEXT, 'What comes next.')
  kind: string;

  @InstantProperty('When the person may be called; null when no time can be named.', { nullable: true })
  at: string | null;

  @NumberProperty('Attempts since the person was last reached.', 2)
  made: number;

  @NumberProperty('How many the policy asks for.', 5)
  of: number;

  @CodesProperty(WANTED, 'What the next attempts should differ in.')
  wanted: readonly string[];
}

export class AttemptView {
  @IdProperty('The attempt.')
  id: string;

  @IdProperty('The route that was tried; null when none of them was.', { nullable: true })
  routeId: string | null;

  @CodeProperty(CHANNELS, 'How it was tried.')
  channel: string;

  @CodeProperty(OUTCOMES, 'What came of it.')
  outcome: string;

  @InstantProperty('When it happened.')
  happenedAt: string;

  @InstantProperty('When it was typed in.')
  recordedAt: string;

  @IdProperty('Who recorded it.')
  recordedBy: string;

  @CodeProperty(CONFIRMATIONS, 'Whether a second person had to look at it.')
  confirmation: string;

  @YesNoProperty('Whether it is still to be said how the person was known.', false)
  waitsForFollowUp: boolean;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class CallBackView {
  @InstantProperty('When the person wants to be called.')
  at: string;

  @IdProperty('Who promised it.')
  madeBy: string;

  @CodesProperty(FLAGS, 'What the caller should know about this time.')
  flags: readonly string[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class BookingView {
  @IdProperty('The booking.')
  id: string;

  @CodeProperty(['booked', 'none-available'], 'Whether one was to be had.')
  outcome: string;

  @CodeProperty(LANGUAGES, 'Which language.')
  language: string;

  @InstantProperty('The time of the call; null when none was to be had.', { nullable: true })
  forAt: string | null;

  @InstantProperty('When it was noted.')
  recordedAt: string;
}

export class ExhaustedView {
  @IdProperty('What a second person signs.')
  checkId: string;

  @CodeProperty(EXHAUSTED_BASES, 'Why it should be enough.')
  basis: string;

  @CodeProperty(WELFARE_CHECKS, 'What the person said about a welfare check by police.')
  welfareCheck: string;

  @NumberProperty('How many attempts had been made.', 5)
  attempts: number;

  @CodeProperty(CHECKED, 'Whether it was signed.')
  state: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

/** How contact stands: attempts, what was promised, and what the policy says next. */
export class ContactStandingView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: NextAttemptView })
  next: NextAttemptView;

  @ApiProperty({ type: [AttemptView], description: 'Oldest first.' })
  attempts: AttemptView[];

  @ApiProperty({ type: [CallBackView], description: 'The call that is promised; empty without one.' })
  callBacks: CallBackView[];

  @ApiProperty({ type: [BookingView], description: 'Oldest first.' })
  interpreterBookings: BookingView[];

  @ApiProperty({ type: [ExhaustedView], description: 'The latest proposal that enough was tried.' })
  exhausted: ExhaustedView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}
