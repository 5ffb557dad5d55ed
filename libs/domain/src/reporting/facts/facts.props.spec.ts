import fc from 'fast-check';
import type { AttemptId, CaseId, DeadlineId, ReferralId } from '../../ids';
import { instant, plus, type Instant } from '../../time';
import {
  CellTally,
  contributionChange,
  contributionsOf,
  MISS_REASONS,
  NEED_STATES,
  OUTCOME_STATES,
  spreadBucket,
  spreadOf,
  standingAt,
  type AttemptEvidence,
  type Cell,
  type FactRecord,
  type PathwayFact,
  type PromiseFact,
  type StrandFact,
} from '.';

const START = instant('2026-03-02T10:00:00Z') as Instant;
const MINUTE = 60_000;

const moment = fc.integer({ min: 0, max: 6 * 24 * 60 }).map((minutes) => plus(START, minutes * MINUTE));
const maybe = (at: fc.Arbitrary<Instant>) => fc.option(at, { nil: null });

const promiseFact: fc.Arbitrary<PromiseFact> = fc
  .record({
    source: fc.constantFrom('police', 'self'),
    limb: fc.constantFrom('24h', '1wd'),
    dueAt: moment,
    adjustedDueAt: maybe(moment),
    metAt: maybe(moment),
    basis: fc.option(fc.constantFrom('on-time', 'late-entry-confirmed', 'corrected-start', 'late'), {
      nil: null,
    }),
    because: fc.option(fc.constantFrom('redirected', 'died', 'duplicate'), { nil: null }),
    cancelled: fc.boolean(),
  })
  .map(({ because, cancelled, basis, metAt, ...fact }) => ({
    deadlineId: 'deadline' as DeadlineId,
    referralId: 'referral' as ReferralId,
    monthOn: '2026-03-01',
    binding: fact.limb === '1wd',
    policyId: 'policy',
    policyVersion: 1,
    calendarId: 'calendar',
    calendarVersion: 2,
    ...fact,
    basis,
    metAt: basis === null ? null : metAt,
    cancelled: cancelled && basis === null,
    cancelledBecause: cancelled && basis === null ? because : null,
  }));

const attempt: fc.Arbitrary<AttemptEvidence> = fc.record({
  id: fc.uuid().map((id) => id as AttemptId),
  outcome: fc.constantFrom('no-answer', 'number-not-working', 'spoke'),
  rung: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
  happenedAt: moment,
  confirmation: fc.constantFrom('not-needed', 'waiting', 'confirmed', 'declined'),
});

const wait: fc.Arbitrary<PathwayFact> = fc.record({
  id: fc.uuid(),
  kind: fc.constant('wait'),
  caseId: fc.constant('case' as CaseId),
  monthOn: fc.constant('2026-03-01'),
  service: fc.constantFrom('isva', 'counselling'),
  provider: fc.constantFrom('one', 'two'),
  startedAt: moment,
  reachedAt: maybe(moment),
  endedAt: maybe(moment),
  state: fc.constantFrom('waiting', 'begun', 'declined'),
});

const strand: fc.Arbitrary<StrandFact> = fc.oneof(
  fc.record({
    kind: fc.constant('need' as const),
    id: fc.uuid(),
    caseId: fc.constant('case' as CaseId),
    monthOn: fc.constantFrom('2026-03-01', '2026-04-01'),
    value: fc.constantFrom('isva', 'counselling'),
    state: fc.constantFrom(...NEED_STATES),
    evidence: fc.constant([]),
  }),
  fc.record({
    kind: fc.constant('outcome' as const),
    id: fc.uuid(),
    caseId: fc.constant('case' as CaseId),
    monthOn: fc.constantFrom('2026-03-01', '2026-04-01'),
    value: fc.constantFrom('able-to-cope', 'feels-safer'),
    state: fc.constantFrom(...OUTCOME_STATES),
    evidence: fc.constant([]),
  }),
);

const recordAt = (now: Instant): fc.Arbitrary<FactRecord> =>
  fc
    .record({
      limbs: fc.array(promiseFact, { maxLength: 2 }),
      attempts: fc.array(attempt, { maxLength: 5 }),
      district: fc.constantFrom('basildon', 'southend', 'not-recorded'),
      submittedAt: maybe(moment),
      sessionAt: maybe(moment),
      stop: fc.option(fc.constantFrom('policy-used-up', 'asked-to-stop', 'lost-contact', 'redirected'), {
        nil: null,
      }),
      exception: fc.option(fc.constantFrom('asked-to-wait', 'no-safe-route', 'something-new'), { nil: null }),
      pathway: fc.array(wait, { maxLength: 2 }),
      strands: fc.array(strand, { maxLength: 3 }),
    })
    .map(({ limbs, attempts, exception, stop, pathway, strands, ...referral }) => ({
      referral: {
        caseId: 'case' as CaseId,
        referralId: 'referral' as ReferralId,
        monthOn: '2026-03-01',
        source: limbs[0]?.source ?? 'police',
        offenceGroup: 'rape',
        centre: 'one',
        weekday: 'mon',
        hourBand: 'morning',
        startedAt: START,
        agreement: 'agreed',
        attempts,
        exceptions:
          exception === null
            ? []
            : [{ id: 'one', reason: exception, from: START, standing: 'counts' as const }],
        stops: stop === null ? [] : [{ id: 'stop', reason: stop, from: START, standing: 'counts' as const }],
        ...referral,
      },
      limbs: limbs.map((fact) => ({ ...fact, ...standingAt(fact, now) })),
      pathway,
      strands,
    }));

const record = moment.chain(recordAt);
const total = (cells: readonly Cell[]) => cells.reduce((sum, { count }) => sum + count, 0);

function counted(records: readonly FactRecord[]): readonly Cell[] {
  const tally = new CellTally();
  for (const one of records) tally.add(contributionsOf(one), 1);
  return tally.cells();
}

const byKey = (cells: readonly Cell[]) => cells.map((cell) => JSON.stringify(cell)).toSorted();

describe('what a record counts as', () => {
  it('P10 taken away and added at each change is what counting everything at the end gives', () => {
    fc.assert(
      fc.property(fc.array(fc.array(record, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (lives) => {
        const tally = new CellTally();
        for (const life of lives) {
          life.forEach((stage, index) => {
            const before = life[index - 1];
            if (before) tally.add(contributionsOf(before), -1);
            tally.add(contributionsOf(stage), 1);
          });
        }
        const ends = lives.flatMap((life) => life.slice(-1));
        expect(byKey(tally.cells())).toEqual(byKey(counted(ends)));
      }),
    );
  });

  it('P10 changes by the difference of what it counted and what it counts, whatever parts stay the same', () => {
    const kept = fc.tuple(record, record, fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(kept, ([before, other, referral, limbs, pathway, strands]) => {
        const after: FactRecord = {
          referral: referral ? before.referral : other.referral,
          limbs: limbs ? before.limbs : [...before.limbs.slice(1), ...other.limbs],
          pathway: pathway ? before.pathway : [...before.pathway.slice(1), ...other.pathway],
          strands: strands ? before.strands : [...before.strands.slice(1), ...other.strands],
        };
        const { taken, added } = contributionChange(before, after);
        const [changed, whole] = [new CellTally(), new CellTally()];
        changed.add(taken, -1);
        changed.add(added, 1);
        whole.add(contributionsOf(before), -1);
        whole.add(contributionsOf(after), 1);
        expect(byKey(changed.cells())).toEqual(byKey(whole.cells()));
      }),
    );
  });

  it('P10 is in exactly one part of the promise for each limb and cut, and the parts sum to the whole', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (records) => {
        const cells = counted(records);
        const limbs = records.flatMap((one) => one.limbs);
        const police = limbs.filter(({ source }) => source === 'police').length;
        const of = (measure: string, dimension: string) =>
          total(cells.filter((cell) => cell.measure === measure && cell.dimension === dimension));
        expect(of('promise', 'source')).toBe(limbs.length);
        for (const cut of ['county', 'district', 'centre', 'offence-group', 'weekday', 'hour-band']) {
          expect(of('promise', cut)).toBe(police);
          const bucket = (measure: string, name: string) =>
            total(
              cells.filter(
                (c) => c.measure === measure && c.dimension === cut && (name === '' || c.bucket === name),
              ),
            );
          expect(bucket('promise-basis', '')).toBe(bucket('promise', 'met') + bucket('promise', 'missed'));
          expect(bucket('promise-reason', '')).toBe(bucket('promise', 'missed'));
          expect(bucket('promise-cancelled', '')).toBe(bucket('promise', 'cancelled'));
          expect(bucket('promise-adjusted', '')).toBeLessThanOrEqual(bucket('promise', 'missed'));
          expect(bucket('first-attempt', '')).toBe(police - bucket('promise', 'cancelled'));
        }
      }),
    );
  });

  it('names one reason of the list for each miss, whatever was recorded', () => {
    fc.assert(
      fc.property(record, (one) => {
        const reasons = contributionsOf(one).filter(({ measure }) => measure === 'promise-reason');
        for (const { bucket } of reasons) expect(MISS_REASONS).toContain(bucket);
      }),
    );
  });

  it('does not depend on the order in which attempts were typed in', () => {
    fc.assert(
      fc.property(record, (one) => {
        const { attempts } = one.referral;
        const turned = { ...one, referral: { ...one.referral, attempts: attempts.toReversed() } };
        expect(byKey(counted([turned]))).toEqual(byKey(counted([one])));
      }),
    );
  });

  it('P4 never says engaged, reached or tried of what a second person declined', () => {
    fc.assert(
      fc.property(record, (one) => {
        const attempts = one.referral.attempts.map((each) => ({
          ...each,
          confirmation: 'declined' as const,
        }));
        const declined = { ...one, referral: { ...one.referral, attempts, sessionAt: null } };
        const without = { ...one, referral: { ...one.referral, attempts: [], sessionAt: null } };
        expect(byKey(counted([declined]))).toEqual(byKey(counted([without])));
      }),
    );
  });
});

describe('where a limb stands', () => {
  it('P3 stays until it says that it turns, and is another a moment later', () => {
    fc.assert(
      fc.property(promiseFact, moment, moment, (fact, now, later) => {
        const partsAt = (at: Instant) => {
          const { state, inAdjustedTime } = standingAt(fact, at);
          return { state, inAdjustedTime };
        };
        const { turnsAt } = standingAt(fact, now);
        const then = Math.max(now, later) as Instant;
        if (turnsAt === null || then <= turnsAt) expect(partsAt(then)).toEqual(partsAt(now));
        if (turnsAt !== null) expect(partsAt(plus(turnsAt, 1))).not.toEqual(partsAt(now));
      }),
    );
  });

  it('P4 never makes a miss of what is met, and never a pass of what is missed, as time goes on', () => {
    fc.assert(
      fc.property(promiseFact, moment, moment, (fact, one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)] as [Instant, Instant];
        const [before, after] = [standingAt(fact, first).state, standingAt(fact, second).state];
        if (before === 'open') expect(['open', 'missed']).toContain(after);
        else expect(after).toBe(before);
      }),
    );
  });
});

describe('a median and a 90th percentile from buckets', () => {
  it('P10 are those of the durations themselves, to the step', () => {
    const durations = fc.array(fc.integer({ min: -5, max: 50_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(durations, fc.constantFrom(1, 60), (minutes, step) => {
        const counts = new Map<number, number>();
        for (const one of minutes) {
          const bucket = spreadBucket(one * MINUTE, step);
          counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
        }
        const sorted = minutes.toSorted((a, b) => a - b);
        const at = (tenths: number) =>
          spreadBucket(sorted[Math.ceil((sorted.length * tenths) / 10) - 1]! * MINUTE, step);
        const buckets = [...counts].map(([bucket, count]) => ({ minutes: bucket, count }));
        expect(spreadOf(buckets)).toEqual({ count: minutes.length, median: at(5), p90: at(9) });
      }),
    );
  });

  it.each([
    [61 * MINUTE + 59_999, 1, 61],
    [61 * MINUTE + 59_999, 60, 60],
    [2 * 24 * 60 * MINUTE - 1, 1, 2_879],
    [(2 * 24 * 60 + 59) * MINUTE, 1, 2_880],
    [-MINUTE, 1, 0],
    [90 * 24 * 60 * MINUTE, 1, 43_200],
  ])('keep %d milliseconds, to %d minutes, as %d minutes', (milliseconds, step, bucket) => {
    expect(spreadBucket(milliseconds, step)).toBe(bucket);
  });

  it('of nobody are nothing', () => {
    expect(spreadOf([])).toEqual({ count: 0, median: null, p90: null });
  });
});
