import fc from 'fast-check';
import { DEFAULT_DISCLOSURE_RULE, releaseTables } from '../disclosure';
import { DUTY_STATES, type CodeVersion } from '../duties';
import { anEntitlement } from '../duties/duties.samples';
import { instant, isoOf } from '../time';
import { CODE_RESULTS, countedCodeLines, type CodeCount } from './code-counts';
import { quartersToPublish } from './code-quarter';
import { codeLinks, countedCodeTable, linesOfTable } from './code-tables';

const LONDON = 'Europe/London';
const LINE = { codeVersion: '2021', entitlementId: 'R4.5', owedBy: ['police'] } as const;
/** The counts of one quarter, protected by the rule. */
function releasedCodeLines(counts: readonly CodeCount[], versions: readonly CodeVersion[] = []) {
  const lines = countedCodeLines(counts);
  const released = releaseTables(DEFAULT_DISCLOSURE_RULE, {
    tables: [countedCodeTable('2026-01', lines)],
    links: codeLinks('2026-01', { lines, versions }),
  });
  if (released.kind === 'refused') throw new Error(released.reason);
  return linesOfTable(released.tables[0]!, lines);
}
const countOf = (state: CodeCount['state'], count: number): CodeCount => ({ ...LINE, state, count });

describe('the quarters of the Code that may be published', () => {
  it.each([
    ['2026-10-31T23:59:59Z', '2026-04', '2026-03-31T23:00:00.000Z', '2026-06-30T23:00:00.000Z'],
    ['2026-11-01T00:00:00Z', '2026-07', '2026-06-30T23:00:00.000Z', '2026-09-30T23:00:00.000Z'],
    ['2027-01-31T12:00:00Z', '2026-07', '2026-06-30T23:00:00.000Z', '2026-09-30T23:00:00.000Z'],
    ['2027-02-01T00:00:00Z', '2026-10', '2026-09-30T23:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2027-05-01T00:00:00Z', '2027-01', '2027-01-01T00:00:00.000Z', '2027-03-31T23:00:00.000Z'],
  ])('at %s the latest begins with %s', (now, month, from, until) => {
    const latest = quartersToPublish(instant(now), LONDON).at(-1)!;
    expect([latest.month, isoOf(latest.from), isoOf(latest.until)]).toEqual([month, from, until]);
  });

  it('are four, one after another without a gap, and all over for a month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_600_000_000, max: 2_500_000_000 }), (seconds) => {
        const now = instant(new Date(seconds * 1_000).toISOString());
        const quarters = quartersToPublish(now, LONDON);
        expect(quarters).toHaveLength(4);
        for (const [index, { until }] of quarters.entries()) {
          expect(until).toBeLessThan(now);
          if (index < 3) expect(quarters[index + 1]!.from).toBe(until);
        }
      }),
    );
  });
});

describe('what became of entitlements', () => {
  it('counts each state once: declined is neither met nor missed, and what does not apply is not opened', () => {
    const lines = releasedCodeLines(DUTY_STATES.map((state) => countOf(state, 20)));
    expect(lines).toEqual([
      {
        ...LINE,
        opened: 160,
        results: { delivered: 20, late: 20, missed: 20, 'not-known': 20, declined: 20, open: 60 },
      },
    ]);
  });

  it('keeps versions of the Code, entitlements and bodies apart', () => {
    const others = [{ codeVersion: '2027' }, { entitlementId: 'R4.6' }, { owedBy: ['cps'] as const }];
    const lines = releasedCodeLines([
      countOf('due', 20),
      ...others.map((other) => ({ ...countOf('due', 20), ...other })),
    ]);
    expect(lines).toHaveLength(4);
  });

  it('P7 publishes no small count', () => {
    const counts = fc.array(fc.tuple(fc.constantFrom(...DUTY_STATES), fc.integer({ min: 0, max: 40 })));
    fc.assert(
      fc.property(counts, (all) => {
        for (const { opened, results } of releasedCodeLines(all.map(([state, n]) => countOf(state, n))))
          for (const shown of [opened, ...CODE_RESULTS.map((result) => results[result])])
            expect(shown === null || shown === 0 || shown > 7).toBe(true);
      }),
    );
  });

  describe('where one event opens several entitlements', () => {
    const version: CodeVersion = {
      version: '2021',
      name: 'The Code',
      status: 'in-force',
      inForceFrom: '2021-04-01',
      inForceTo: null,
      basis: 'a sample',
      note: '',
      entitlements: [
        anEntitlement({ id: 'R4.5', opensOn: 'crime_reported' }),
        anEntitlement({ id: 'R4.6', opensOn: 'crime_reported' }),
        anEntitlement({ id: 'R5.2', opensOn: 'crime_reported', onlyIf: ['offender_adult'] }),
      ],
    };
    const of = (entitlementId: string, state: CodeCount['state'], count: number): CodeCount => ({
      ...LINE,
      entitlementId,
      state,
      count,
    });
    const told = [of('R4.5', 'delivered', 7), of('R4.5', 'due', 7), of('R4.6', 'delivered', 14)];
    const shownOf = (lines: ReturnType<typeof releasedCodeLines>, id: string) => {
      const { opened, results } = lines.find(({ entitlementId }) => entitlementId === id)!;
      return { opened, delivered: results.delivered, open: results.open };
    };

    it('P7 hides the total of the people of one of them wherever another row would tell it', () => {
      const lines = releasedCodeLines(told, [version]);
      expect(shownOf(lines, 'R4.5')).toEqual({ opened: null, delivered: null, open: null });
      expect(shownOf(lines, 'R4.6')).toEqual({ opened: null, delivered: null, open: 0 });
    });

    it('P7 shows no more of them through an entitlement that only some of them have', () => {
      const lines = releasedCodeLines([...told, of('R5.2', 'due', 14)], [version]);
      expect(shownOf(lines, 'R5.2')).toEqual({ opened: null, delivered: 0, open: null });
    });

    it('says as much as before where nobody could be found', () => {
      const many = [of('R4.5', 'delivered', 40), of('R4.5', 'due', 20), of('R4.6', 'delivered', 60)];
      const lines = releasedCodeLines(many, [version]);
      expect(shownOf(lines, 'R4.5')).toEqual({ opened: 60, delivered: 40, open: 20 });
      expect(shownOf(lines, 'R4.6')).toEqual({ opened: 60, delivered: 60, open: 0 });
    });
  });
});
