import type { ExceptionReason } from '#libs/casework';
import { HOUR, MINUTE, plus, type Instant, type Outcome } from '#libs/domain';
import type { Chance } from './random';

/** Something somebody does on a case, at a time of the story. `late` is how long after it happened it was typed in. */
export type Act =
  | {
      readonly kind: 'attempt';
      readonly outcome: Outcome;
      readonly late: number;
      /** Reached in a way that is not on the card, such as an appointment elsewhere. */
      readonly anotherWay?: boolean;
      /** The form was closed before it was noted who was spoken with. */
      readonly unfinished?: boolean;
    }
  | { readonly kind: 'take' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'call-back'; readonly at: Instant }
  | { readonly kind: 'correct-start'; readonly byMinutes: number }
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'interpreter'; readonly inHours: number | null }
  | { readonly kind: 'new-number' }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'acknowledge-redirect' }
  | { readonly kind: 'exception'; readonly reason: ExceptionReason; readonly forHours: number };

export interface Step {
  readonly at: Instant;
  readonly act: Act;
}

export interface Staging {
  /** The day on which the demonstration begins. */
  readonly now: Instant;
  /** The first time anybody is there to call after the referral came in. */
  readonly opening: Instant;
  readonly chance: Chance;
  /** An instant if somebody works then, otherwise the next time somebody does. */
  working(at: Instant): Instant;
}

export interface Story {
  readonly name: string;
  readonly withoutNumber?: boolean;
  readonly danger?: boolean;
  /** The story itself brings no conversation. */
  readonly openEnded?: boolean;
  /** How long ago it must have begun to be where it is told to be. */
  readonly daysAgo?: number;
  steps(staging: Staging): readonly Step[];
}

export const attempt = (outcome: Outcome, late = 2 * MINUTE) =>
  ({ kind: 'attempt', outcome, late }) as const satisfies Act;
export const hours = (from: Instant, count: number): Instant => plus(from, count * HOUR);

export function firstCall({ opening, chance, working }: Staging): Instant {
  return working(hours(opening, chance.between(0.1, 2.5)));
}

/** What comes of a conversation, and of an offer that was taken up. */
export function conversation(at: Instant, { chance, working }: Staging): readonly Step[] {
  const outcome = chance.weighted([
    [60, 'support-accepted'],
    [18, 'support-thinking'],
    [22, 'spoke'],
  ] as const);
  const spoken: Step = { at, act: attempt(outcome) };
  if (outcome !== 'support-accepted' || chance.next() < 0.15) return [spoken];
  const session = working(hours(at, 24 * chance.between(4, 14)));
  return [spoken, { at: session, act: attempt('first-session-held', 10 * MINUTE) }];
}
