import { HOUR, MINUTE, plus, type Instant } from '#libs/domain';
import { attempt, conversation, firstCall, hours, type Staging, type Step, type Story } from './story';

/** Calls that nobody answers, at different times of day; answers with when the last one was. */
function unanswered(count: number, from: Instant, { chance, working }: Staging): readonly Step[] {
  let at = from;
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) at = working(hours(at, chance.between(3, 22)));
    return { at, act: attempt(chance.pick(['no-answer', 'no-answer', 'engaged-tone'] as const)) };
  });
}

const lastOf = (steps: readonly Step[]): Instant => (steps.at(-1) as Step).at;

/** Stories with their weights, after the outcome model of practice §8.3 and its list of what goes wrong (§2.8). */
export const STORIES: readonly (readonly [weight: number, story: Story])[] = [
  [46, { name: 'reached at the first call', steps: (given) => conversation(firstCall(given), given) }],
  [
    16,
    {
      name: 'no answer, then reached',
      steps: (given) => {
        const before = unanswered(given.chance.pick([1, 1, 2, 3]), firstCall(given), given);
        const at = given.working(hours(lastOf(before), given.chance.between(2, 20)));
        return [...before, ...conversation(at, given)];
      },
    },
  ],
  [
    13,
    {
      name: 'declined everything',
      steps: (given) => [{ at: firstCall(given), act: attempt('support-declined') }],
    },
  ],
  [
    5,
    {
      name: 'someone else answered, and another number was found',
      openEnded: true,
      steps: (given) => {
        const at = firstCall(given);
        const found = given.working(hours(at, given.chance.between(4, 60)));
        return [
          { at, act: attempt('someone-else-answered') },
          { at: found, act: { kind: 'new-number' } },
        ];
      },
    },
  ],
  [
    2,
    {
      name: 'no safe number',
      withoutNumber: true,
      openEnded: true,
      steps: ({ opening, working, chance }) => [
        { at: working(hours(opening, chance.between(4, 40))), act: { kind: 'new-number' } },
      ],
    },
  ],
  [
    2,
    {
      name: 'wrong number',
      openEnded: true,
      steps: (given) => {
        const at = firstCall(given);
        return [
          { at, act: attempt('number-not-working') },
          { at: given.working(hours(at, given.chance.between(6, 50))), act: { kind: 'new-number' } },
        ];
      },
    },
  ],
  [
    8,
    {
      name: 'asked to wait',
      steps: (given) => {
        const at = firstCall(given);
        const asked = given.chance.pick(['reached-not-safe-to-talk', 'asked-to-call-later'] as const);
        return [
          { at, act: attempt(asked) },
          { at: plus(at, 3 * MINUTE), act: { kind: 'call-back', at: given.working(hours(at, 48)) } },
          { at: plus(at, 5 * MINUTE), act: { kind: 'exception', reason: 'asked-to-wait', forHours: 48 } },
          ...conversation(given.working(hours(at, 48.2)), given),
        ];
      },
    },
  ],
  [
    3,
    {
      name: 'cut off, and noted before it was known with whom',
      steps: (given) => {
        const at = firstCall(given);
        return [
          { at, act: attempt('cut-off') },
          { at: given.working(hours(at, 1)), act: { ...attempt('spoke'), unfinished: true } },
          ...conversation(given.working(hours(at, 26)), given),
        ];
      },
    },
  ],
  [
    2.5,
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
    2,
    {
      name: 'corrected start, confirmed',
      steps: (given) => {
        const at = firstCall(given);
        return [
          { at, act: { kind: 'correct-start', byMinutes: -45 } },
          { at: hours(at, 1), act: { kind: 'confirm' } },
          ...conversation(hours(at, 2), given),
        ];
      },
    },
  ],
  [
    4,
    {
      name: 'tried as often as the policy asks, signed by a lead',
      steps: (given) => {
        const tries = roundOfAttempts(given);
        const over = given.working(hours(lastOf(tries), 20));
        const rangBack = given.working(hours(over, 24 * given.chance.between(12, 40)));
        return [
          ...tries,
          { at: over, act: { kind: 'exhausted' } },
          { at: hours(over, 2), act: { kind: 'confirm' } },
          // Weeks later the person rings back: the door stayed open.
          { at: rangBack, act: { ...attempt('spoke'), anotherWay: true } },
        ];
      },
    },
  ],
];

/** Five working days, one of the calls in the evening (practice §2.2). */
export function roundOfAttempts({ opening, working }: Staging): readonly Step[] {
  const days = [working(hours(opening, 0.5))];
  for (let next = 1; next < 5; next += 1) days.push(working(hours(days[next - 1] as Instant, 16)));
  return days.map((day, index) => ({
    at: hours(day, [0, 0.3, 9.5, 6, 1][index] ?? 0),
    act: attempt('no-answer'),
  }));
}

/** Only the newest referrals are told like these: what is still open on the day the demonstration begins. */
export const UNFINISHED: readonly (readonly [weight: number, story: Story])[] = [
  [6, { name: 'nobody has called yet', steps: () => [] }],
  [2, { name: 'nobody has called yet, danger', danger: true, steps: () => [] }],
  [3, { name: 'no answer so far', steps: (given) => unanswered(2, firstCall(given), given) }],
  [1, { name: 'no safe number yet', withoutNumber: true, steps: () => [] }],
  [
    1,
    {
      name: 'wrong number',
      steps: (given) => [{ at: firstCall(given), act: attempt('number-not-working') }],
    },
  ],
  [
    1,
    {
      name: 'someone else answered',
      steps: (given) => [{ at: firstCall(given), act: attempt('someone-else-answered') }],
    },
  ],
  [
    2,
    {
      name: 'asked to wait, call-back promised',
      steps: (given) => {
        const at = firstCall(given);
        const promised = hours(given.working(hours(given.now, given.chance.between(1, 40))), 1.5);
        return [
          { at, act: attempt('asked-to-call-later') },
          {
            at: plus(at, 2 * MINUTE),
            act: { kind: 'call-back', at: promised },
          },
        ];
      },
    },
  ],
  [1, { name: 'cut off', steps: (given) => [{ at: firstCall(given), act: attempt('cut-off') }] }],
  [
    1,
    {
      name: 'spoke, not yet said with whom',
      steps: (given) => [{ at: firstCall(given), act: { ...attempt('spoke'), unfinished: true } }],
    },
  ],
  [
    1,
    {
      name: 'late entry that waits for a colleague',
      steps: (given) => [{ at: hours(firstCall(given), 50), act: attempt('spoke', 49 * HOUR) }],
    },
  ],
  [
    1,
    {
      name: 'corrected start that waits for a colleague',
      steps: (given) => [{ at: firstCall(given), act: { kind: 'correct-start', byMinutes: -90 } }],
    },
  ],
  [
    1,
    {
      name: 'tried as often as the policy asks, waits for the lead',
      daysAgo: 10,
      steps: (given) => {
        const tries = roundOfAttempts(given);
        return [...tries, { at: given.working(hours(lastOf(tries), 20)), act: { kind: 'exhausted' } }];
      },
    },
  ],
  [
    1,
    {
      name: 'lives elsewhere, handed over and not yet acknowledged',
      steps: (given) => [{ at: firstCall(given), act: { kind: 'redirect' } }],
    },
  ],
];
