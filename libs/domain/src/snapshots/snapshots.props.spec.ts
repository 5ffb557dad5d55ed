import fc from 'fast-check';
import type { StaffActor } from '../access';
import type { AgencyId, UserId } from '../ids';
import { instant } from '../time';
import { compareTables } from './compare';
import { publishedSnapshot, restatementLinks } from './published';
import { countableQuarters, monthsOfQuarter, snapshotQuarter } from './quarter';
import {
  mayCountQuarter,
  moveSnapshot,
  restated,
  snapshotMoves,
  type Snapshot,
  type SnapshotId,
  type SnapshotMove,
} from './snapshot';
import { SNAPSHOT_STATES } from './snapshot-machine';
import { snapshotTableFaults, type SnapshotTable } from './snapshot-table';

const LONDON = 'Europe/London';
const person = (role: StaffActor['role'], userId: string): StaffActor => ({
  kind: 'staff',
  userId: userId as UserId,
  role,
  agencyId: 'operator' as AgencyId,
  teamId: null,
});
const AT = instant('2026-11-02T09:00:00Z');
const aSnapshot = (change: Partial<Snapshot> = {}): Snapshot => ({
  id: 'snapshot' as SnapshotId,
  quarter: '2026-07',
  version: 1,
  state: 'draft',
  countedAt: AT,
  countedBy: 'first' as UserId,
  restates: null,
  reason: null,
  proposedBy: null,
  proposedAt: null,
  sentBackBecause: null,
  signedOffBy: null,
  signedOffAt: null,
  revision: 1,
  ...change,
});

const aTable = (change: Partial<SnapshotTable> = {}): SnapshotTable => ({
  id: 'promise-24h',
  title: 'A table',
  measure: null,
  rowsTitle: 'Month',
  columns: [
    { id: 'decided', title: 'Decided', unit: 'exact' },
    { id: 'met', title: 'In time', unit: 'rounded' },
    { id: 'percent', title: 'Per cent', unit: 'percent', numerator: 'met', base: 'decided' },
  ],
  rows: [
    { id: '2026-07', title: 'July 2026', cells: [20, 15, '75.0'] },
    { id: '2026-08', title: 'August 2026', cells: [6, '[c]', '[u]'] },
  ],
  sums: [{ of: 'columns', total: 'decided', parts: ['met'] }],
  notes: [],
  ...change,
});

describe('the quarter that may be counted', () => {
  it.each([
    ['2026-10-31T23:59:59Z', false],
    ['2026-11-01T00:00:00Z', true],
  ])('July to September at %s: %s', (now, may) => {
    const quarter = snapshotQuarter('2026-07', LONDON);
    const asked = { quarter, open: false, published: false, reason: null, now: instant(now) };
    expect(mayCountQuarter(asked).kind).toBe(may ? 'may' : 'refused');
    const offered = (began: string | null) =>
      countableQuarters(instant(now), { timezone: LONDON, began }).includes('2026-07');
    expect([offered('2026-09'), offered('2026-10'), offered(null)]).toEqual([may, false, false]);
  });

  it.each(['2026-08', '2026-7', '1899-01', '2026-13', '', 'x'])('%j begins no quarter', (month) => {
    expect(snapshotQuarter(month, LONDON)).toBeNull();
  });

  it('is one of those that are offered, each of three months that follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_600_000_000, max: 2_500_000_000 }), (seconds) => {
        const now = instant(new Date(seconds * 1_000).toISOString());
        for (const month of countableQuarters(now, { timezone: LONDON, began: '1900-01' })) {
          const quarter = snapshotQuarter(month, LONDON)!;
          expect(quarter.countedFrom).toBeLessThanOrEqual(now);
          expect(quarter.until).toBeLessThan(quarter.countedFrom);
          expect(monthsOfQuarter(quarter)).toHaveLength(3);
        }
      }),
    );
  });

  it('is counted once, and again only with a reason', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (open, published, withReason) => {
        const answer = mayCountQuarter({
          quarter: snapshotQuarter('2026-07', LONDON),
          open,
          published,
          reason: withReason ? 'late-records' : null,
          now: AT,
        });
        expect(answer.kind === 'may').toBe(!open && published === withReason);
      }),
    );
  });
});

describe('who closes a quarter', () => {
  const moves: readonly SnapshotMove[] = ['propose', 'discard', 'sign-off', 'send-back'];

  it('is two people, whatever happened before', () => {
    const act = fc.record({
      who: fc.constantFrom('first', 'second', 'third'),
      role: fc.constantFrom('service-manager' as const, 'data-protection-officer' as const),
      move: fc.constantFrom(...moves),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        let snapshot = aSnapshot();
        for (const { who, role, move } of acts) {
          const moved = moveSnapshot(person(role, who), { snapshot, move, now: AT });
          if (moved.kind === 'moved') ({ snapshot } = moved);
        }
        if (snapshot.state === 'signed-off') {
          expect(snapshot.signedOffBy).not.toBeNull();
          expect([snapshot.countedBy, snapshot.proposedBy]).not.toContain(snapshot.signedOffBy);
          expect(restated(snapshot)).toMatchObject({ state: 'restated', signedOffBy: snapshot.signedOffBy });
        } else {
          expect(snapshot.signedOffBy).toBeNull();
          expect(() => restated(snapshot)).toThrow();
        }
      }),
    );
  });

  it('is nobody who only reads, and nothing is done to what has ended', () => {
    for (const role of ['commissioner', 'auditor', 'duty-lead', 'officer', 'administrator'] as const)
      for (const state of SNAPSHOT_STATES)
        expect(snapshotMoves(person(role, 'second'), aSnapshot({ state }))).toEqual([]);
    for (const state of ['signed-off', 'restated', 'discarded'] as const)
      expect(snapshotMoves(person('service-manager', 'second'), aSnapshot({ state }))).toEqual([]);
  });
});

describe('a table that is published', () => {
  it('is sound, or says what is wrong', () => {
    expect(snapshotTableFaults(aTable())).toEqual([]);
    const [row] = aTable().rows;
    const wrong: readonly Partial<SnapshotTable>[] = [
      { id: 'Not an id' },
      { columns: [] },
      { rows: [row!, row!] },
      { rows: [{ id: 'x', title: 'x', cells: [1, 2] }] },
      { rows: [{ id: 'x', title: 'x', cells: [1, 2, 75] }] },
      { rows: [{ id: 'x', title: 'x', cells: [-1, 1.5, '75.00'] }] },
      { sums: [{ of: 'rows', total: 'quarter', parts: [] }] },
    ];
    for (const change of wrong) expect(snapshotTableFaults(aTable(change)).length).toBeGreaterThan(0);
  });

  it('is compared cell by cell: what differs is named once, and nothing else', () => {
    const count = fc.nat({ max: 30 });
    const tables = fc.array(count, { minLength: 4, maxLength: 4 }).map(([a, b, c, d]) =>
      aTable({
        columns: aTable().columns.slice(0, 2),
        sums: [],
        rows: [
          { id: '2026-07', title: 'July 2026', cells: [a!, b!] },
          { id: '2026-08', title: 'August 2026', cells: [c!, d!] },
        ],
      }),
    );
    fc.assert(
      fc.property(tables, tables, (before, after) => {
        const [change] = compareTables([before], [after]);
        const differing = before.rows.flatMap(({ cells }, y) =>
          cells.filter((cell, x) => cell !== after.rows[y]!.cells[x]),
        );
        expect(change!.cells).toHaveLength(differing.length);
        expect(change!.kind).toBe(differing.length === 0 ? 'same' : 'changed');
      }),
    );
    expect(compareTables([aTable()], []).map(({ kind }) => kind)).toEqual(['left-out']);
    expect(compareTables([], [aTable()]).map(({ kind }) => kind)).toEqual(['added']);
  });

  it('is tried as it is read: marks are no numbers, sums are told, and a restatement is set against the earlier', () => {
    const rule = { id: 'rule', version: '1' };
    const [before, after] = [1, 2].map((version) =>
      publishedSnapshot([aTable()], { name: `2026-07 version ${version}`, rule }),
    );
    expect(after!.tables[0]!.cells[1]).toEqual([
      { kind: 'exact', value: 6 },
      { kind: 'hidden' },
      { kind: 'blank' },
    ]);
    expect(after!.links).toHaveLength(2);
    const links = restatementLinks(before!, after!);
    expect(links).toHaveLength(4);
    expect(links.every((link) => link.kind === 'sum' && !link.certain)).toBe(true);
  });
});
