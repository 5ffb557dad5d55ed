import fc from 'fast-check';
import type { AgencyId, MilestoneId, TrackId, UserId } from '../ids';
import { HOUR, instant, localDate, plus, type Instant } from '../time';
import { nextCourtDate, trialMoves } from './court-dates';
import type { Milestone, MilestoneFacts } from './milestone';
import { MILESTONE_KINDS, ruleOf } from './milestone-kinds';
import { officerAt, takeoverFault, type OfficerTerm, type OfficerTermId } from './officer-term';
import { positionOf, recordPosition, type PositionEntry, type PositionId } from './position';
import { correctMilestone, recordMilestone, withdrawMilestoneFrom } from './record-milestone';

const TIMEZONE = 'Europe/London';
const NOW = instant('2026-11-23T10:00:00Z');
const TRACK = 'track' as TrackId;
const SIDES = [
  { side: 'desk', agencyId: 'desk' as AgencyId },
  { side: 'police', agencyId: 'force' as AgencyId },
  { side: 'service', agencyId: 'willow' as AgencyId },
] as const;

const at = fc.integer({ min: -900, max: 5 }).map((days) => plus(NOW, days * 24 * HOUR));
const facts: fc.Arbitrary<MilestoneFacts> = fc.constantFrom(...MILESTONE_KINDS).chain((kind) => {
  const { details, sets, decided } = ruleOf(kind);
  return fc.record({
    kind: fc.constant(kind),
    detail: details.length === 0 ? fc.constant(null) : fc.constantFrom(...details),
    happenedAt: at,
    precision: fc.constantFrom('minute', 'day', 'month', 'year' as const),
    courtAt: sets === null ? fc.constant(null) : at,
    decidedBy: decided ? fc.constantFrom('police', 'court' as const) : fc.constant(null),
    toldAt: fc.constant(null),
  });
});

type Step = {
  readonly act: 'record' | 'correct' | 'withdraw';
  readonly told: MilestoneFacts;
  readonly who: number;
  readonly which: number;
  readonly why: boolean;
};
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('record', 'record', 'record', 'correct', 'withdraw' as const),
  told: facts,
  who: fc.nat(2),
  which: fc.nat(50),
  why: fc.boolean(),
});

/** What stands in the table after these steps, as the use cases keep it: entries are added, and ended, never changed. */
function afterwards(steps: readonly Step[]): readonly Milestone[] {
  let held: readonly Milestone[] = [];
  steps.forEach(({ act, told, who, which, why }, index) => {
    const by = SIDES[who] ?? SIDES[0];
    const entered = { ...by, recordedBy: 'wren' as UserId, recordedAt: NOW };
    const around = {
      id: `m${String(index)}` as MilestoneId,
      trackId: TRACK,
      issueReason: why ? ('learnt-late' as const) : null,
      entered,
      others: held,
      now: NOW,
      timezone: TIMEZONE,
    };
    const target = held[which % Math.max(1, held.length)];
    const replace = (one: Milestone) => held.map((old) => (old.id === one.id ? one : old));
    if (act === 'withdraw') {
      if (target === undefined) return;
      const gone = withdrawMilestoneFrom(target, { reason: 'did-not-happen', by, now: NOW });
      if (gone.kind === 'withdrawn') held = replace(gone.milestone);
      return;
    }
    const correcting = act === 'correct' && target !== undefined;
    const decided = correcting
      ? correctMilestone({ ...around, facts: told, target, reason: 'wrong-date' })
      : recordMilestone({ ...around, facts: told });
    if (decided.kind !== 'recorded') return;
    if (decided.superseded !== null) held = replace(decided.superseded);
    held = [...held, decided.milestone];
  });
  return held;
}

describe('milestones, whatever is entered in whatever order', () => {
  it('are never unusual without a reason, never ahead of time, and once where they happen once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const standing = afterwards(steps).filter(({ state }) => state === 'standing');
        for (const one of standing) {
          expect(one.issues.length > 0).toBe(one.issueReason !== null);
          expect(one.happenedAt).toBeLessThanOrEqual(NOW);
        }
        const once = standing.map(({ kind }) => kind).filter((kind) => ruleOf(kind).once);
        expect(new Set(once).size).toBe(once.length);
      }),
      { numRuns: 300 },
    );
  });

  it('are superseded by one entry of the same kind and the same side, and never written over', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const all = afterwards(steps);
        const byId = new Map(all.map((one) => [one.id, one]));
        const corrections = all.filter(({ supersedes }) => supersedes !== null);
        expect(new Set(corrections.map(({ supersedes }) => supersedes)).size).toBe(corrections.length);
        for (const one of corrections) {
          const old = one.supersedes === null ? undefined : byId.get(one.supersedes);
          expect([old?.kind, old?.side, old?.agencyId, old?.state]).toEqual([
            one.kind,
            one.side,
            one.agencyId,
            'superseded',
          ]);
        }
        for (const one of all) expect(one.state === 'standing').toBe(one.endedAt === null);
      }),
      { numRuns: 300 },
    );
  });

  it('the next day in court is never over, and moves are counted from what stands', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const all = afterwards(steps);
        const next = nextCourtDate(all, { now: NOW, timezone: TIMEZONE });
        if (next !== null) expect(localDate(next.at, TIMEZONE) >= localDate(NOW, TIMEZONE)).toBe(true);
        const moved = all.filter(({ kind, state }) => kind === 'trial-moved' && state === 'standing');
        expect(trialMoves(all)).toBe(moved.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('officers in charge', () => {
  it('P15 are exactly one at every instant from the first on', () => {
    const takeover = fc.record({ officer: fc.constantFrom('1', '22', 'A3'), from: at });
    fc.assert(
      fc.property(fc.array(takeover, { maxLength: 20 }), at, (takeovers, asked) => {
        let terms: readonly OfficerTerm[] = [];
        takeovers.forEach(({ officer, from }, index) => {
          if (takeoverFault({ officer, from }, { terms, now: NOW }) !== null) return;
          const term: OfficerTerm = {
            id: `t${String(index).padStart(2, '0')}` as OfficerTermId,
            trackId: TRACK,
            officer,
            from,
            reason: 'not-said',
            personTold: 'yes',
            ...SIDES[0],
            recordedBy: 'wren' as UserId,
            recordedAt: plus(NOW, index),
          };
          terms = [...terms, term];
        });
        const first = terms[0];
        const held = officerAt(terms, asked);
        expect(held !== null).toBe(first !== undefined && first.from <= asked);
        terms.forEach((term, index) => {
          expect(terms[index + 1]?.officer).not.toBe(term.officer);
        });
      }),
    );
  });
});

describe('the person’s own position', () => {
  it('is what they said last, whoever noted it and whenever', () => {
    const said = fc.record({
      position: fc.constantFrom('supports', 'undecided', 'withdrew' as const),
      saidAt: at,
      who: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 20 }), (entries) => {
        let held: readonly PositionEntry[] = [];
        entries.forEach(({ position, saidAt, who }, index) => {
          const decided = recordPosition({
            id: `p${String(index).padStart(2, '0')}` as PositionId,
            trackId: TRACK,
            facts: { position, saidAt, reason: 'not-said', toldInPerson: 'yes' },
            entered: {
              ...(SIDES[who] ?? SIDES[0]),
              recordedBy: 'wren' as UserId,
              recordedAt: plus(NOW, index),
            },
            entries: held,
            target: null,
            now: NOW,
          });
          if (decided.kind === 'recorded') held = [...held, decided.entry];
        });
        const latest = Math.max(...held.map(({ saidAt }) => saidAt)) as Instant;
        expect(positionOf(held)?.saidAt ?? null).toBe(held.length === 0 ? null : latest);
      }),
    );
  });
});
