import fc from 'fast-check';
import type { UserId } from '../ids';
import { instant, plus, SECOND, type Instant } from '../time';
import {
  askAgain,
  confirmDelivery,
  declineDuty,
  deliverDuty,
  endDuty,
  fireDuty,
  restartAfterMistake,
  sayNotDelivered,
  stopForDeath,
  takeBackDelivery,
} from './acts';
import type { DutyStep } from './clock';
import { dutyDue, limitEnds } from './due';
import { around, CALENDAR, facts, told } from './duties.samples';
import type { Duty } from './duty';
import type { CodeEvent } from './code-events';
import { answerEvent, replanOpen } from './open';
import { replayDuty } from './replay';

const FROM = instant('2026-11-01T00:00:00Z');
const HOUR = 3_600;
const when = fc.integer({ min: 0, max: 24 * 250 }).map((hours) => plus(FROM, hours * HOUR * SECOND));
const limit = fc.record({
  unit: fc.constantFrom('working_day', 'day', 'month', 'year'),
  value: fc.integer({ min: 1, max: 20 }),
} as const);
const opener = fc.constantFrom<CodeEvent>('suspect_arrested', 'complaint_received', 'sentence_passed');
const ONE = 'user-1' as UserId;
const OTHER = 'user-2' as UserId;

function open(event: CodeEvent, at: Instant, enhanced = false): DutyStep {
  const [step] = answerEvent(
    told(event, at),
    facts([], around(at, { enhanced: enhanced ? { from: null } : null })),
  );
  if (!step) throw new Error('nothing opened');
  return step;
}

/** One thing that may happen to a duty at `now`; null when a rule refuses it. */
type Happening = (duty: Duty, now: Instant, back: number) => DutyStep | null;
const act = (changed: ReturnType<typeof deliverDuty>) => (changed.kind === 'changed' ? changed.step : null);
const HAPPENINGS: readonly Happening[] = [
  (duty, now) => fireDuty(duty, { now, safe: true }),
  (duty, now, back) =>
    act(
      deliverDuty(duty, {
        at: plus(now, -back),
        now,
        by: ONE,
        evidence: 'body-said',
        earlyReason: 'told-ahead',
      }),
    ),
  (duty, now, back) =>
    act(
      declineDuty(duty, {
        choice: 'declined',
        at: plus(now, -back),
        how: 'phone',
        mayDecline: true,
        by: ONE,
        now,
      }),
    ),
  (duty, now, back) =>
    act(
      declineDuty(duty, {
        choice: 'changed',
        at: plus(now, -back),
        how: 'phone',
        mayDecline: true,
        by: ONE,
        now,
      }),
    ),
  (duty, now) => act(confirmDelivery(duty, { by: OTHER, now })),
  (duty, now) => act(takeBackDelivery(duty, { by: OTHER, now })),
  (duty, now) => act(sayNotDelivered(duty, { by: ONE, now })),
  (duty, now) => act(endDuty(duty, { reason: 'condition-not-met', by: ONE, now })),
  (duty, now) => stopForDeath(duty, now),
  (duty, now) => restartAfterMistake(duty, now),
  (duty, now) => replanOpen(facts([duty], around(now, { enhanced: { from: now } })))[0] ?? null,
];

describe('limits of the Code', () => {
  it('end after they start, and a later start never ends sooner', () => {
    fc.assert(
      fc.property(limit, when, fc.integer({ min: 0, max: 500 * HOUR }), (one, startedAt, later) => {
        const first = limitEnds({ limit: one, startedAt, calendar: CALENDAR });
        expect(first).toBeGreaterThan(startedAt);
        const second = limitEnds({
          limit: one,
          startedAt: plus(startedAt, later * SECOND),
          calendar: CALENDAR,
        });
        expect(second).toBeGreaterThanOrEqual(first);
      }),
    );
  });

  it('under Enhanced Rights, however late they came, never end after the standard ones or before the grant', () => {
    fc.assert(
      fc.property(when, fc.integer({ min: 0, max: 10 * 24 }), (startedAt, hours) => {
        const [duty] = [open('suspect_arrested', startedAt).duty];
        const now = plus(startedAt, hours * HOUR * SECOND);
        const [step] = replanOpen(facts([duty], around(now, { enhanced: { from: now } })));
        if (step === undefined) {
          expect(duty.dueAt).toBeLessThan(now);
          return;
        }
        expect(step.duty.dueAt).toBeLessThanOrEqual(duty.dueAt ?? 0);
        expect(step.duty.dueAt).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});

describe('a duty, whatever happens to it', () => {
  const life = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: HAPPENINGS.length - 1 }),
      fc.integer({ min: 0, max: 24 * 15 }),
      fc.integer({ min: 0, max: 24 * 10 }),
    ),
    { maxLength: 12 },
  );

  const lived = (event: CodeEvent, at: Instant, steps: readonly (readonly [number, number, number])[]) => {
    const first = open(event, at);
    let now = at;
    return steps.reduce<readonly DutyStep[]>(
      (so, [which, hours, back]) => {
        now = plus(now, hours * HOUR * SECOND);
        const duty = so.at(-1)?.duty as Duty;
        const step = HAPPENINGS[which]?.(duty, now, back * HOUR * SECOND);
        return step ? [...so, step] : so;
      },
      [first],
    );
  };

  it('is told whole by its journal, and every time in its ledger by the row alone', () => {
    fc.assert(
      fc.property(opener, when, life, (event, at, steps) => {
        const all = lived(event, at, steps);
        const { state, dueAt, clockStartedAt, deliveredAt } = all.at(-1)?.duty as Duty;
        const events = JSON.parse(JSON.stringify(all.flatMap((step) => step.events))) as {
          type: string;
          payload: Record<string, unknown>;
        }[];
        expect(replayDuty(events)).toEqual({ state, dueAt, clockStartedAt, deliveredAt });
        for (const { dueAt: recorded, inputs } of all.flatMap(({ versions }) => versions))
          expect(dutyDue(inputs)).toBe(recorded);
      }),
    );
  });

  it('is never missed once declined, and asked for again it starts anew', () => {
    fc.assert(
      fc.property(opener, when, life, (event, at, steps) => {
        const { duty } = lived(event, at, steps).at(-1) as DutyStep;
        if (duty.state !== 'declined') return;
        const later = plus(at, 900 * 24 * HOUR * SECOND);
        expect(fireDuty(duty, { now: later, safe: true })).toBeNull();
        const again = askAgain(duty, {
          at: plus(at, 400 * 24 * HOUR * SECOND),
          facts: facts([duty], around(later)),
        });
        expect(again).toMatchObject({ kind: 'changed', step: { duty: { round: 2, state: 'due' } } });
      }),
    );
  });

  it('has a timer exactly while a limit of it runs', () => {
    fc.assert(
      fc.property(opener, when, life, (event, at, steps) => {
        const { duty } = lived(event, at, steps).at(-1) as DutyStep;
        expect(duty.nextFireAt !== null).toBe(duty.state === 'due' && duty.dueAt !== null);
      }),
    );
  });

  it('that Enhanced Rights come to late stays as it was unless it is open', () => {
    fc.assert(
      fc.property(opener, when, life, (event, at, steps) => {
        const { duty } = lived(event, at, steps).at(-1) as DutyStep;
        const now = plus(at, 300 * 24 * HOUR * SECOND);
        const replanned = replanOpen(facts([duty], around(now, { enhanced: { from: now } })));
        if (!['not-due', 'due'].includes(duty.state)) expect(replanned).toEqual([]);
      }),
    );
  });

  it('opens once for one event, however often it is told', () => {
    fc.assert(
      fc.property(opener, when, (event, at) => {
        const { duty } = open(event, at);
        expect(answerEvent(told(event, at), facts([duty], around(at)))).toEqual([]);
      }),
    );
  });
});
