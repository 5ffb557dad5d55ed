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
    }
  | { readonly kind: 'take' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'correct-start'; readonly byMinutes: number }
  | { readonly kind: 'exception'; readonly reason: ExceptionReason; readonly forHours: number };

export interface Step {
  readonly at: Instant;
  readonly act: Act;
}

export interface Story {
  readonly name: string;
  readonly withoutNumber?: boolean;
  readonly danger?: boolean;
  /** The story itself brings no conversation. */
  readonly openEnded?: boolean;
  /** What follows a referral; `opening` is the desk's first opening after it was submitted. */
  steps(given: { opening: Instant; chance: Chance }): readonly Step[];
}

const attempt = (outcome: Outcome, late = 2 * MINUTE): Act => ({ kind: 'attempt', outcome, late });
const hours = (from: Instant, count: number): Instant => plus(from, count * HOUR);

function firstCall({ opening, chance }: { opening: Instant; chance: Chance }): Instant {
  return hours(opening, chance.between(0.1, 2.5));
}

/** Stories with their weights, after the outcome model of practice §8.3 and its list of what goes wrong (§2.8). */
export const STORIES: readonly (readonly [weight: number, story: Story])[] = [
  [
    52,
    {
      name: 'reached at the first call',
      steps: (given) => {
        const at = firstCall(given);
        const answer = given.chance.pick(['spoke', 'support-accepted', 'support-thinking'] as const);
        return [
          { at, act: { kind: 'take' } },
          { at: plus(at, 20 * MINUTE), act: attempt(answer) },
        ];
      },
    },
  ],
  [
    18,
    {
      name: 'no answer, then reached',
      steps: (given) => {
        const at = firstCall(given);
        return [
          { at, act: attempt('no-answer') },
          { at: hours(at, 2), act: attempt('no-answer') },
          { at: hours(at, given.chance.between(3, 30)), act: attempt('spoke') },
        ];
      },
    },
  ],
  [
    8,
    {
      name: 'declined everything',
      steps: (given) => [{ at: firstCall(given), act: attempt('support-declined') }],
    },
  ],
  [
    8,
    {
      name: 'engaged',
      steps: (given) => {
        const at = firstCall(given);
        return [
          { at, act: attempt('support-accepted') },
          { at: hours(at, 24 * 6), act: attempt('first-session-held', 10 * MINUTE) },
        ];
      },
    },
  ],
  [
    6,
    {
      name: 'someone else answered',
      openEnded: true,
      danger: true,
      steps: (given) => [{ at: firstCall(given), act: attempt('someone-else-answered') }],
    },
  ],
  [3, { name: 'no safe number', withoutNumber: true, openEnded: true, steps: () => [] }],
  [
    4,
    {
      name: 'wrong number',
      openEnded: true,
      steps: (given) => [{ at: firstCall(given), act: attempt('number-not-working') }],
    },
  ],
  [
    6,
    {
      name: 'asked to wait',
      steps: (given) => {
        const at = firstCall(given);
        return [
          { at, act: attempt('reached-not-safe-to-talk') },
          { at: plus(at, 5 * MINUTE), act: { kind: 'exception', reason: 'asked-to-wait', forHours: 48 } },
          { at: hours(at, 49), act: attempt('spoke') },
        ];
      },
    },
  ],
  [
    5,
    {
      name: 'late entry, confirmed by a colleague',
      steps: (given) => {
        const at = firstCall(given);
        return [
          { at: hours(at, 50), act: attempt('spoke', 49 * HOUR) },
          { at: hours(at, 51), act: { kind: 'confirm' } },
        ];
      },
    },
  ],
  [
    3,
    {
      name: 'late entry that waits for a colleague',
      steps: (given) => [{ at: hours(firstCall(given), 50), act: attempt('spoke', 49 * HOUR) }],
    },
  ],
  [
    3,
    {
      name: 'corrected start, confirmed',
      steps: (given) => {
        const at = firstCall(given);
        return [
          { at, act: { kind: 'correct-start', byMinutes: -45 } },
          { at: hours(at, 1), act: { kind: 'confirm' } },
          { at: hours(at, 2), act: attempt('spoke') },
        ];
      },
    },
  ],
  [
    6,
    {
      name: 'missed, reached since',
      steps: (given) => {
        const at = firstCall(given);
        return [
          { at, act: attempt('no-answer') },
          { at: hours(at, 32), act: attempt('spoke') },
        ];
      },
    },
  ],
  [4, { name: 'nobody has called yet', openEnded: true, steps: () => [] }],
];
