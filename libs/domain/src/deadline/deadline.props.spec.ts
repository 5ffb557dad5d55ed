import fc from 'fast-check';
import type { AttemptFact, Confirmation, Rung } from '../contact';
import { HOUR, plus, type Instant } from '../time';
import { applyAttempts, applyFiring } from './apply';
import { anAttempt, DUE, onCall, runningDeadline, samplePolicy } from './deadline.samples';
import { DEADLINE_STATES, deadlineMachine } from './deadline-machine';
import { judge } from './judge';
import { settle } from './settle';
import { computeAdjustedDue, computeDue, type DeadlineInputs } from './version';

const fact = 'first-conversation' as const;
const START = plus(DUE, -24 * HOUR);

const moment = fc.integer({ min: 0, max: 72 * 3_600 }).map((seconds) => plus(START, seconds * 1_000));
const attempts: fc.Arbitrary<AttemptFact[]> = fc
  .array(
    fc.record({
      happenedAt: moment,
      delay: fc.integer({ min: 0, max: 48 * 3_600 }),
      rung: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Rung>,
      confirmation: fc.constantFrom<Confirmation>('not-needed', 'waiting', 'confirmed', 'declined'),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.map(({ happenedAt, delay, rung, confirmation }, index) =>
      anAttempt({
        id: `attempt-${index}`,
        happenedAt,
        recordedAt: plus(happenedAt, delay * 1_000),
        rung,
        confirmation,
      }),
    ),
  );

const onTime = (list: readonly AttemptFact[]) => judge({ dueAt: DUE, fact, attempts: list });

describe('the judgement of a deadline, whatever was attempted', () => {
  it('P4 does not depend on the order in which attempts were recorded', () => {
    const shuffled = attempts.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const [one, two] = [onTime(list), onTime(other)];
        expect(two.kind).toBe(one.kind);
        if ('by' in one && 'by' in two) expect(two.by.happenedAt).toBe(one.by.happenedAt);
      }),
    );
  });

  it('stays met when later attempts fail', () => {
    const failed = fc.array(
      fc.record({ happenedAt: moment, rung: fc.integer({ min: 1, max: 4 }) as fc.Arbitrary<Rung> }),
    );
    fc.assert(
      fc.property(attempts, failed, (list, more) => {
        fc.pre(onTime(list).kind === 'met');
        expect(onTime([...list, ...more.map((each) => anAttempt(each))]).kind).toBe('met');
      }),
    );
  });

  it('P4 is met only by what happened in time and was recorded in time or confirmed by a second person', () => {
    fc.assert(
      fc.property(attempts, (list) => {
        const judgement = onTime(list);
        if (judgement.kind !== 'met') return;
        const { happenedAt, recordedAt, confirmation } = judgement.by;
        expect(happenedAt).toBeLessThanOrEqual(DUE);
        expect(recordedAt <= DUE || confirmation === 'confirmed').toBe(true);
      }),
    );
  });

  it('P4 never becomes a pass by an attempt recorded after the deadline that nobody has confirmed', () => {
    fc.assert(
      fc.property(attempts, moment, (list, happenedAt) => {
        fc.pre(onTime(list).kind !== 'met');
        const recordedAt = plus(Math.max(happenedAt, DUE) as Instant, 1_000);
        const typedInLate = anAttempt({ id: 'late', happenedAt, recordedAt, confirmation: 'waiting' });
        expect(onTime([...list, typedInLate]).kind).not.toBe('met');
      }),
    );
  });
});

describe('the states of a deadline', () => {
  const MET = ['met', 'met-on-confirmation', 'met-on-correction'];

  it('change only along the machine, whatever is judged and whenever', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DEADLINE_STATES), attempts, moment, (state, list, now) => {
        const change = settle({ state, judgement: onTime(list), dueAt: DUE, now });
        if (change !== null) expect(deadlineMachine.transitions[state][change]).toBeDefined();
      }),
    );
  });

  it('P4 go from breached to met only by a confirmation or a corrected start', () => {
    const ways = Object.entries(deadlineMachine.transitions).flatMap(([from, edges]) =>
      ['breached', 'done-late'].includes(from)
        ? Object.entries(edges).flatMap(([change, to]) => (MET.includes(to) ? [change] : []))
        : [],
    );
    expect(new Set(ways)).toEqual(new Set(['confirm-late-entry', 'correct-to-met']));
  });

  it('P14 and their changes follow from the arguments alone', () => {
    fc.assert(
      fc.property(attempts, moment, (list, now) => {
        const around = { policy: samplePolicy, onCall, now, attempts: list };
        expect(applyAttempts(runningDeadline(), around)).toEqual(applyAttempts(runningDeadline(), around));
      }),
    );
  });

  it('P3 breach at most once, however often the timer fires', () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 12 }), (moments) => {
        let deadline = runningDeadline();
        let breaches = 0;
        for (const now of moments.toSorted((a, b) => a - b)) {
          const step = applyFiring(deadline, { policy: samplePolicy, onCall, now });
          if (step.breachedAt !== null) breaches += 1;
          deadline = step.deadline;
        }
        const passed = moments.some((now) => now > DUE);
        expect(breaches).toBe(passed ? 1 : 0);
        expect(deadline.state).toBe(passed ? 'breached' : 'running');
      }),
    );
  });

  it('P1 always leave a running clock with a next instant to wake at', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const { deadline } = applyFiring(runningDeadline(), { policy: samplePolicy, onCall, now });
        expect(deadline.nextFireAt).not.toBeNull();
        expect(deadline.nextFireAt).toBeGreaterThan(now);
      }),
    );
  });
});

describe('exceptions', () => {
  const inputs: DeadlineInputs = {
    startedAt: START,
    limb: { id: 'binding', kind: 'elapsed', seconds: 86_400, warnSecondsBefore: [] },
    policyId: 'sample-promise',
    policyVersion: 1,
    calendarId: 'sample-desk',
    calendarVersion: 1,
    hours: samplePolicy.escalation.onCall,
    tzdata: 'sample',
  };
  const spans = fc.array(
    fc.tuple(moment, fc.integer({ min: 60, max: 8 * 3_600 })).map(([from, seconds]) => ({
      from,
      to: plus(from, seconds * 1_000),
    })),
    { maxLength: 4 },
  );

  it('P4 never change the raw due instant, and only ever move the adjusted one later', () => {
    fc.assert(
      fc.property(spans, (exceptions) => {
        const raw = computeDue(inputs);
        const adjusted = computeAdjustedDue(inputs, exceptions);
        expect(computeDue(inputs)).toEqual(raw);
        if (raw.kind !== 'due' || adjusted.kind !== 'due') throw new Error('refused');
        expect(adjusted.at).toBeGreaterThanOrEqual(raw.at);
      }),
    );
  });

  it('P2 a due instant is the same again from the inputs on its row', () => {
    const stored = JSON.parse(JSON.stringify(inputs)) as DeadlineInputs;

    expect(computeDue(stored)).toEqual(computeDue(inputs));
    expect(computeDue(inputs)).toEqual({ kind: 'due', at: DUE });
  });
});
