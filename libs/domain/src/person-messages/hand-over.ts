import { mayContact, type SafeContactCard } from '../safe-contact';
import { calendarOf, isOpen, MINUTE, plus, type Instant, type OpeningHours, type Span } from '../time';
import type { MessageEnd, PersonMessage } from './person-message';

/** How often a transport is asked, however it answers: a mailbox that is full tonight is not hammered. */
export const MOST_TRIES = 3;

/** A message that waits for a safe time, or for a server that was busy, is looked at again this much later. */
const WAIT = 5 * MINUTE;

export type HandOverDecision =
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'wait'; readonly until: Instant }
  | { readonly kind: 'withhold'; readonly reason: MessageEnd };

/**
 * Whether a queued message leaves at this instant, by the card as it is now and not as it was when somebody wrote it
 * (P5). Only the hour is worth waiting for; every other no is final, and so is the instant the message is about.
 */
export function decideHandOver(options: {
  message: Pick<PersonMessage, 'routeId' | 'channel' | 'aboutAt'>;
  card: SafeContactCard;
  caseOpen: boolean;
  timezone: string;
  now: Instant;
}): HandOverDecision {
  const { message, card, caseOpen, timezone, now } = options;
  const { routeId, channel, aboutAt } = message;
  if (!caseOpen) return { kind: 'withhold', reason: 'case-closed' };
  if (now >= aboutAt) return { kind: 'withhold', reason: 'too-late' };
  const gate = mayContact({ card, routeId, channel, now });
  const waits = { kind: 'wait', until: plus(now, WAIT) } as const;
  if (gate.kind === 'may-not') {
    return gate.reason === 'outside-safe-times' ? waits : { kind: 'withhold', reason: gate.reason };
  }
  return card.windows !== null || byDay(now, timezone) ? { kind: 'hand-over' } : waits;
}

const BY_DAY: readonly Span[] = [['09:00', '20:00']];

/** A phone that lights up at night is looked at by whoever is there, also where nobody named unsafe times. */
function byDay(now: Instant, timezone: string): boolean {
  const schedule = {
    mon: BY_DAY,
    tue: BY_DAY,
    wed: BY_DAY,
    thu: BY_DAY,
    fri: BY_DAY,
    sat: BY_DAY,
    sun: BY_DAY,
  };
  const built = calendarOf({ timezone, schedule, holidays: [] } satisfies OpeningHours);
  return built.kind === 'built' && isOpen(built.calendar, now);
}

/** What the other side made of a message that was handed to it. */
export type HandOverAnswer = 'accepted' | 'temporary' | 'refused' | 'unknown';

export type AfterHandOver =
  | { readonly kind: 'handed-over' }
  | { readonly kind: 'try-again'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly reason: MessageEnd };

/**
 * What follows from an answer. A clear "not now" is tried again, three times at most; a clear no fails at once; and no
 * clear answer at all fails as well, because a second mail to somebody who is watched is worse than none.
 */
export function afterHandOver(options: {
  answer: HandOverAnswer;
  tries: number;
  now: Instant;
}): AfterHandOver {
  const { answer, tries, now } = options;
  switch (answer) {
    case 'accepted':
      return { kind: 'handed-over' };
    case 'refused':
      return { kind: 'failed', reason: 'not-accepted' };
    case 'unknown':
      return { kind: 'failed', reason: 'outcome-unknown' };
    case 'temporary':
      return tries < MOST_TRIES
        ? { kind: 'try-again', at: plus(now, WAIT) }
        : { kind: 'failed', reason: 'given-up' };
  }
}
