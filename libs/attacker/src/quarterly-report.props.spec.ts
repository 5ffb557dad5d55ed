import { protectQuarter, type KeptReport } from '#libs/casework';
import {
  CellTally,
  commonMonthLinks,
  countedFacts,
  DEFAULT_DISCLOSURE_RULE,
  monthPlus,
  publishedSnapshot,
  snapshotName,
  snapshotQuarter,
  type Cell,
  type CellKey,
  type Limb,
  type SnapshotTable,
} from '#libs/domain';
import fc from 'fast-check';
import { HighsAttacker } from './highs-attacker';

const LIMBS: readonly Limb[] = [
  { kind: 'elapsed', id: '24h', seconds: 86_400, warnSecondsBefore: [] },
  {
    kind: 'working-day',
    id: '1wd',
    reading: 'A',
    days: 1,
    closesAt: '17:00',
    warnSecondsBefore: [],
  },
];
const DISCLOSURE = { rule: DEFAULT_DISCLOSURE_RULE, attacker: new HighsAttacker() };
const DISTRICTS = ['ash', 'birch', 'cedar', 'elm'];
const REASONS = ['not-tried-in-time', 'tried-and-not-reached', 'sent-after-the-limit'];

const referral = fc.record({
  month: fc.integer({ min: 0, max: 14 }),
  district: fc.constantFrom(...DISTRICTS, 'ash', 'ash', 'birch'),
  centre: fc.constantFrom('north', 'south'),
  offence: fc.constantFrom('rape', 'grooming', 'rape', 'not-recorded'),
  source: fc.constantFrom('police', 'police', 'police', 'police', 'self', 'school'),
  weekday: fc.constantFrom('mon', 'tue', 'sat'),
  met: fc.constantFrom(true, true, true, false),
  reason: fc.constantFrom(...REASONS),
  attempt: fc.constantFrom('in-time', 'in-time', 'late', 'none'),
  attempts: fc.constantFrom('1', '1', '2', '5+', 'not-reached'),
  engagement: fc.constantFrom('engaged', 'reached-not-engaged', 'not-reached'),
  minutes: fc.integer({ min: 10, max: 9_000 }),
  justice: fc.constantFrom('recorded', 'recorded', 'charged', 'ended-without-charge'),
});
type Invented = typeof referral extends fc.Arbitrary<infer One> ? One : never;

const FIRST = '2025-04';

/** What one referral counts in, as far as a report reads it. */
function cellsOf(one: Invented): readonly CellKey[] {
  const monthOn = `${monthPlus(FIRST, one.month)}-01`;
  const bySource = { dimension: 'source', value: one.source } as const;
  const cuts =
    one.source === 'police'
      ? ([
          bySource,
          { dimension: 'county', value: 'all' },
          { dimension: 'district', value: one.district },
          { dimension: 'centre', value: one.centre },
          { dimension: 'offence-group', value: one.offence },
          { dimension: 'weekday', value: one.weekday },
        ] as const)
      : [bySource];
  const ofLimb = LIMBS.flatMap(({ id: limb }) => [
    { measure: 'promise' as const, limb, bucket: one.met ? 'met' : 'missed' },
    { measure: 'first-attempt' as const, limb, bucket: one.attempt },
    ...(one.met ? [] : [{ measure: 'promise-reason' as const, limb, bucket: one.reason }]),
  ]);
  const ofReferral = [
    { measure: 'referrals' as const, bucket: 'referred' },
    { measure: 'attempts-to-reach' as const, bucket: one.attempts },
    { measure: 'engagement' as const, bucket: one.engagement },
    { measure: 'handover-minutes' as const, bucket: `${one.minutes}` },
    { measure: 'response-minutes' as const, bucket: `${one.minutes % 700}` },
    { measure: 'conversation-minutes' as const, bucket: `${one.minutes + 60}` },
    { measure: 'justice' as const, bucket: one.justice },
  ].map((counted) => ({ ...counted, limb: '' }));
  return [...ofLimb, ...ofReferral].flatMap((counted) =>
    cuts.map((cut) => ({ ...counted, ...cut, monthOn })),
  );
}

async function report(
  cells: readonly Cell[],
  { month, beside = [] }: { readonly month: string; readonly beside?: readonly KeptReport[] },
) {
  const quarter = snapshotQuarter(month, 'Europe/London')!;
  const first = monthPlus(month, -9);
  const facts = countedFacts({
    quarter,
    promise: { limbs: LIMBS.map((limb, at) => ({ limb, binding: at === 0, months: [] })) },
    cells: cells.filter(({ monthOn }) => monthOn >= `${first}-01` && monthOn <= `${monthPlus(month, 2)}-01`),
    names: new Map(),
    supportName: (kind) => kind,
  });
  const of = { quarter: month, version: 1 };
  return { ...of, ...(await protectQuarter(DISCLOSURE, { of, facts, beside })) };
}

function asRead(reports: readonly KeptReport[]) {
  const named = reports.map((one) => ({ name: snapshotName(one), tables: one.tables }));
  const { rule } = DISCLOSURE;
  const read = named.map(({ name, tables }) => publishedSnapshot(tables, { name, rule }));
  return {
    rule,
    tables: read.flatMap(({ tables }) => tables),
    links: [...read.flatMap(({ links }) => links), ...commonMonthLinks(named)],
  };
}

describe('the tables of quarterly reports', () => {
  it('P9 give nobody away, alone or beside a report with months in common', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(referral, { minLength: 40, maxLength: 260 }), async (all) => {
        const tally = new CellTally();
        for (const one of all) tally.add(cellsOf(one), 1);
        const cells = tally.cells();
        const earlier = await report(cells, { month: '2026-01' });
        const later = await report(cells, { month: '2026-04', beside: [earlier] });
        expect(earlier.tables.length).toBeGreaterThan(10);
        const found = await DISCLOSURE.attacker.attack(asRead([earlier, later]));
        expect(found).toEqual([]);
        for (const { columns, rows, exactRows = [] } of [...earlier.tables, ...later.tables])
          for (const { cells: row } of rows.filter(({ id }) => !exactRows.includes(id)))
            row.forEach((cell, at) => {
              if (columns[at]?.unit === 'rounded' && typeof cell === 'number' && cell > 0)
                expect([cell >= 10, cell % 5]).toEqual([true, 0]);
            });
      }),
      { numRuns: 6 },
    );
  }, 240_000);

  it('P9 are found out where one table shows a number that hides another', async () => {
    const tally = new CellTally();
    const one = (change: Partial<Invented>): Invented => ({
      month: 13,
      district: 'ash',
      centre: 'north',
      offence: 'rape',
      source: 'police',
      weekday: 'mon',
      met: true,
      reason: REASONS[0]!,
      attempt: 'in-time',
      attempts: '1',
      engagement: 'engaged',
      minutes: 100,
      justice: 'recorded',
      ...change,
    });
    for (let at = 0; at < 40; at += 1) tally.add(cellsOf(one({})), 1);
    for (let at = 0; at < 30; at += 1) tally.add(cellsOf(one({ district: 'birch' })), 1);
    for (let at = 0; at < 2; at += 1) tally.add(cellsOf(one({ district: 'cedar' })), 1);
    const { tables, ...of } = await report(tally.cells(), { month: '2026-04' });
    expect(await DISCLOSURE.attacker.attack(asRead([{ ...of, tables }]))).toEqual([]);
    const planted = tables.map((table): SnapshotTable => {
      if (table.id !== 'promise-by-district-24h') return table;
      const rows = table.rows.map((row) => {
        const decided = { ash: 40, birch: 30 }[row.id];
        return decided === undefined ? row : { ...row, cells: [decided, ...row.cells.slice(1)] };
      });
      return { ...table, rows, exactRows: [...(table.exactRows ?? []), 'ash', 'birch'] };
    });
    const found = await DISCLOSURE.attacker.attack(asRead([{ ...of, tables: planted }]));
    expect(found).toContainEqual(
      expect.objectContaining({ kind: 'narrow', cell: expect.objectContaining({ row: 'cedar' }) }),
    );
  });
});
