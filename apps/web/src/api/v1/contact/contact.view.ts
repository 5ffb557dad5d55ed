import { ApiProperty } from '@nestjs/swagger';
import {
  CHANNELS,
  EXHAUSTED_BASES,
  isConversation,
  isoOf,
  LANGUAGES,
  mayDecideCheck,
  mayDo,
  OUTCOMES,
  WELFARE_CHECKS,
  whatNext,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import type { AttemptRecord, BookingRecord } from '#libs/casework';
import type { CaseContact, CaseSummary, ExhaustedLine } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  CodesProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  YesNoProperty,
} from '../openapi/properties';

const NEXT = ['try-again', 'enough-for-today', 'no-safe-way', 'policy-used-up'];
const WANTED = ['another-time-of-day', 'an-evening', 'another-number', 'a-later-day'];
const CONFIRMATIONS = ['not-needed', 'waiting', 'confirmed', 'declined'];
const FLAGS = ['outside-safe-times', 'after-a-deadline'];
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

export class FollowedUpView {
  @IdProperty('The attempt.')
  attemptId: string;

  @IdProperty('The case.')
  caseId: string;

  @YesNoProperty('Whether it now counts as a conversation.', true)
  counts: boolean;

  @YesNoProperty('True when a colleague must confirm it before it counts.', false)
  waitsForCheck: boolean;
}

export class CallBackPromisedView {
  @IdProperty('The promised call.')
  callBackId: string;

  @IdProperty('The case.')
  caseId: string;

  @CodesProperty(FLAGS, 'What the caller should know about this time.')
  flags: readonly string[];
}

export class ExhaustedProposedView {
  @IdProperty('What now waits for a duty lead. Nothing has changed yet.')
  checkId: string;

  @IdProperty('The case.')
  caseId: string;
}

export class BookingRecordedView {
  @IdProperty('The booking.')
  bookingId: string;

  @IdProperty('The case.')
  caseId: string;
}

export class SafeWordsChangedView {
  @IdProperty('The case.')
  caseId: string;
}

interface Reading {
  readonly actor: StaffActor;
  readonly summary: CaseSummary;
  readonly now: Instant;
}

export function contactStandingView(contact: CaseContact, reading: Reading): ContactStandingView {
  const { summary, now, actor } = reading;
  const { attempts, followUps, callBack, bookings, exhausted, policy, desk } = contact;
  const told = new Set(followUps.map(({ attemptId }) => attemptId));
  const next = whatNext({ attempts, card: summary.card, policy, desk, now });
  const open = summary.closedAt === null;
  const path = `/api/v1/cases/${summary.caseId}`;
  return {
    caseId: summary.caseId,
    next: {
      kind: next.kind,
      at: 'at' in next ? isoOf(next.at) : null,
      made: next.made,
      of: next.of,
      wanted: next.wanted,
    },
    attempts: attempts.map((attempt) => attemptView(attempt, { actor, told: told.has(attempt.id) })),
    callBacks: callBack === null ? [] : [callBackView(callBack, { path, actor, open })],
    interpreterBookings: bookings.map(bookingView),
    exhausted: exhausted === null ? [] : [exhaustedView(exhausted, actor)],
    availableActions: availableOf([
      {
        action: 'record-attempt',
        method: 'POST',
        href: `${path}/attempts`,
        may: open && mayDo(actor, 'record-attempt'),
      },
      {
        action: 'promise-call-back',
        method: 'POST',
        href: `${path}/call-backs`,
        may: open && mayDo(actor, 'promise-call-back'),
      },
      {
        action: 'book-interpreter',
        method: 'POST',
        href: `${path}/interpreter-bookings`,
        may: open && mayDo(actor, 'book-interpreter'),
      },
    ]),
  };
}

function attemptView(
  attempt: AttemptRecord,
  { actor, told }: { actor: StaffActor; told: boolean },
): AttemptView {
  const { id, caseId, routeId, channel, outcome, happenedAt, recordedAt, recordedBy, confirmation } = attempt;
  const waitsForFollowUp = isConversation(outcome) && !told && confirmation !== 'declined';
  return {
    id,
    routeId,
    channel,
    outcome,
    happenedAt: isoOf(happenedAt),
    recordedAt: isoOf(recordedAt),
    recordedBy,
    confirmation,
    waitsForFollowUp,
    availableActions: availableOf([
      {
        action: 'follow-up',
        method: 'POST',
        href: `/api/v1/cases/${caseId}/attempts/${id}/follow-up`,
        may: waitsForFollowUp && mayDo(actor, 'record-attempt') && recordedBy === actor.userId,
      },
    ]),
  };
}

function callBackView(
  { at, madeBy, flags }: NonNullable<CaseContact['callBack']>,
  { path, actor, open }: { path: string; actor: StaffActor; open: boolean },
): CallBackView {
  return {
    at: isoOf(at),
    madeBy,
    flags,
    availableActions: availableOf([
      {
        action: 'record-attempt',
        method: 'POST',
        href: `${path}/attempts`,
        may: open && mayDo(actor, 'record-attempt'),
      },
      {
        action: 'replace',
        method: 'POST',
        href: `${path}/call-backs`,
        may: open && mayDo(actor, 'promise-call-back'),
      },
    ]),
  };
}

function bookingView({ id, outcome, language, forAt, recordedAt }: BookingRecord): BookingView {
  return { id, outcome, language, forAt: forAt && isoOf(forAt), recordedAt: isoOf(recordedAt) };
}

function exhaustedView(line: ExhaustedLine, actor: StaffActor): ExhaustedView {
  const { checkId, basis, welfareCheck, attempts, state, recordedBy: askedBy } = line;
  return {
    checkId,
    basis,
    welfareCheck,
    attempts,
    state,
    availableActions: availableOf([
      {
        action: 'decide',
        method: 'POST',
        href: `/api/v1/checks/${checkId}/decision`,
        may: mayDecideCheck(actor, { kind: 'exhausted', askedBy, state }).kind === 'may',
      },
    ]),
  };
}
