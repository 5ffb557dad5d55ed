import fc from 'fast-check';
import type { AgencyId, CaseId, PersonId } from '../ids';
import { AGE_BANDS } from '../referral';
import { instant, type Instant } from '../time';
import type { RecordStanding } from './erasure';
import { retentionOutcomeOf, RETENTION_OUTCOMES } from './outcome';
import { retentionPreview } from './preview';
import { keptUntil, scheduleFaults, type RetentionSchedule } from './rules';

const schedule = fc
  .tuple(
    fc.integer({ min: 1, max: 100 }),
    ...RETENTION_OUTCOMES.slice(1).map(() => fc.integer({ min: 1, max: 100 })),
  )
  .map((years): RetentionSchedule => ({
    version: 1,
    rules: RETENTION_OUTCOMES.map((outcome, at) => ({
      record: 'person',
      outcome,
      years: outcome === 'child' ? Math.max(...years) : (years[at] as number),
      ground: 'assumed',
    })),
  }));
const moment = fc
  .integer({ min: instant('2000-01-01T00:00:00Z'), max: instant('2060-12-31T00:00:00Z') })
  .map((at) => at as Instant);
const standing: fc.Arbitrary<RecordStanding> = fc.record({
  personId: fc.uuid().map((id) => id as PersonId),
  caseId: fc.uuid().map((id) => id as CaseId),
  reference: fc.uuid(),
  handlingAgencyId: fc.uuid().map((id) => id as AgencyId),
  ageBand: fc.constantFrom(...AGE_BANDS),
  endedAt: fc.option(moment),
  closeReason: fc.constantFrom(null, 'died', 'duplicate', 'redirected', 'other'),
  spokenWith: fc.boolean(),
  live: fc.boolean(),
  held: fc.boolean(),
  safeguardingOpen: fc.boolean(),
  requestOpen: fc.boolean(),
  supportGoesOn: fc.boolean(),
  promiseStands: fc.boolean(),
  erasure: fc.constantFrom(null, 'suggested', 'proposed', 'approved', 'underway', 'done'),
});

describe('a schedule of how long records are kept', () => {
  it('has no fault when each outcome has one rule of whole years and a child’s is the longest', () => {
    fc.assert(fc.property(schedule, (sound) => expect(scheduleFaults(sound)).toEqual([])));
  });

  it('never lets a record go sooner for being kept longer, and never before its years are over', () => {
    fc.assert(
      fc.property(schedule, moment, fc.constantFrom(...RETENTION_OUTCOMES), (rules, endedAt, outcome) => {
        const { at, rule } = keptUntil(rules, { outcome, endedAt });
        const longer = {
          ...rules,
          rules: rules.rules.map((one) => ({ ...one, years: one.years + 1 })),
        };
        expect(keptUntil(longer, { outcome, endedAt }).at).toBeGreaterThan(at);
        expect(at - endedAt).toBeGreaterThanOrEqual(rule.years * 365 * 86_400_000);
      }),
    );
  });
});

describe('a preview', () => {
  it('lists nobody who is open, held or decided about, and loses nobody as time goes on', () => {
    fc.assert(
      fc.property(
        schedule,
        fc.array(standing, { maxLength: 20 }),
        moment,
        moment,
        (rules, standings, a, b) => {
          const [sooner, later] = a < b ? [a, b] : [b, a];
          const first = retentionPreview(rules, { standings, at: sooner }).due;
          const then = new Set(
            retentionPreview(rules, { standings, at: later }).due.map((record) => record.standing.reference),
          );
          for (const { standing: one, dueAt } of first) {
            expect(one).toMatchObject({
              live: false,
              held: false,
              safeguardingOpen: false,
              requestOpen: false,
              supportGoesOn: false,
              promiseStands: false,
            });
            expect([null, 'suggested']).toContain(one.erasure);
            expect(dueAt).toBeLessThanOrEqual(sooner);
            expect(then.has(one.reference)).toBe(true);
          }
        },
      ),
    );
  });

  it('counts every record it lists under its own outcome', () => {
    fc.assert(
      fc.property(schedule, fc.array(standing, { maxLength: 20 }), moment, (rules, standings, at) => {
        const { due, byOutcome } = retentionPreview(rules, { standings, at });
        expect(byOutcome.reduce((sum, one) => sum + one.due, 0)).toBe(due.length);
        for (const { outcome, due: count } of byOutcome) {
          expect(due.filter((record) => retentionOutcomeOf(record.standing) === outcome)).toHaveLength(count);
        }
      }),
    );
  });
});
