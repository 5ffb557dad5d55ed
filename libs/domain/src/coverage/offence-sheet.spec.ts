import fc from 'fast-check';
import type { OffenceFaultKind } from './offence-fault';
import { monthPlus, PERIOD_LENGTHS, periodText } from './offence-period';
import { readOffenceSheet, type DatedDistrict, type SheetRow } from './offence-sheet';

const NORTH = { code: 'E07999991', name: 'North Sample', from: null, to: null };
const SOUTH = { code: 'E07999992', name: 'South Sample', from: null, to: '2026-04-01' };
const DISTRICTS: readonly DatedDistrict[] = [NORTH, SOUTH];
const HEAD = ['period', 'district', 'offences'];
const sheetOf = (...rows: readonly (readonly string[])[]): readonly SheetRow[] =>
  rows.map((cells, at) => ({ row: at + 1, cells, merged: false }));
const read = (rows: readonly SheetRow[]) =>
  readOffenceSheet(rows, { districts: DISTRICTS, thisMonth: '2026-11' });

describe('a sheet of recorded offences', () => {
  it('is read by name or code of the district, whatever the letters and spaces around them', () => {
    const rows = sheetOf(
      ['Period ', 'DISTRICT', 'offences'],
      ['2026-01', ' north  sample', '12'],
      ['2026-01', 'e07999992', '0', ''],
    );
    expect(read(rows)).toEqual({
      kind: 'read',
      months: 1,
      counts: [
        { row: 2, district: 'E07999991', first: '2026-01', offences: 12 },
        { row: 3, district: 'E07999992', first: '2026-01', offences: 0 },
      ],
    });
  });

  const GOOD = ['2026-01', 'North Sample', '12'];
  const CASES: readonly (readonly [OffenceFaultKind, number | null, readonly (readonly string[])[]])[] = [
    ['no-header', 1, [GOOD]],
    ['no-header', 1, [['district', 'period', 'offences'], GOOD]],
    ['no-header', null, []],
    ['no-rows', null, [HEAD]],
    ['footnote', 3, [HEAD, GOOD, ['1. Excludes the British Transport Police']]],
    ['wrong-number-of-cells', 2, [HEAD, [...GOOD, 'revised']]],
    ['period-unreadable', 2, [HEAD, ['2025/26', 'North Sample', '12']]],
    ['period-of-another-length', 3, [HEAD, GOOD, ['2026-Q1', 'North Sample', '40']]],
    ['period-not-over', 2, [HEAD, ['2026-11', 'North Sample', '12']]],
    ['period-not-over', 2, [HEAD, ['2026', 'North Sample', '12']]],
    ['period-missing', null, [HEAD, GOOD, ['2026-03', 'North Sample', '12']]],
    [
      'period-overlaps',
      null,
      [HEAD, ['2026-01 to 2026-03', 'North Sample', '1'], ['2026-02 to 2026-04', 'North Sample', '1']],
    ],
    ['district-unknown', 2, [HEAD, ['2026-01', 'Middle Sample', '12']]],
    ['district-not-there-then', 2, [HEAD, ['2026-04', 'South Sample', '12']]],
    [
      'district-missing',
      null,
      [HEAD, GOOD, ['2026-02', 'North Sample', '12'], ['2026-02', 'South Sample', '12']],
    ],
    ['count-missing', 2, [HEAD, ['2026-01', 'North Sample', '']]],
    ['count-negative', 2, [HEAD, ['2026-01', 'North Sample', '-3']]],
    ['count-not-whole', 2, [HEAD, ['2026-01', 'North Sample', '12.5']]],
    ['count-not-whole', 2, [HEAD, ['2026-01', 'North Sample', '12.0']]],
    ['count-not-a-number', 2, [HEAD, ['2026-01', 'North Sample', '1,234']]],
    ['count-not-a-number', 2, [HEAD, ['2026-01', 'North Sample', '1e3']]],
    ['count-not-a-number', 2, [HEAD, ['2026-01', 'North Sample', '[c]']]],
    ['count-too-large', 2, [HEAD, ['2026-01', 'North Sample', '1000001']]],
    ['twice', 3, [HEAD, GOOD, ['2026-01', 'E07999991', '12']]],
  ];
  it.each(CASES)('is refused with %s at row %p', (kind, row, rows) => {
    const sheet = read(sheetOf(...rows));
    expect(sheet.kind === 'refused' ? sheet.faults[0] : sheet).toMatchObject({ kind, row });
  });

  it('is refused with each merged row', () => {
    const rows = [...sheetOf(HEAD, GOOD), { row: 3, cells: ['2026-02', 'North Sample', '4'], merged: true }];
    expect(read(rows)).toMatchObject({ kind: 'refused', faults: [{ kind: 'merged-cells', row: 3 }] });
  });

  it('wants no district in a period in which it was not there any more', () => {
    const rows = sheetOf(
      HEAD,
      ['2026-03', 'North Sample', '1'],
      ['2026-03', 'South Sample', '1'],
      ['2026-04', 'North Sample', '1'],
    );
    expect(read(rows).kind).toBe('read');
  });

  it('is read whole whatever whole numbers stand in it, in any order', () => {
    const any = fc.record({
      months: fc.constantFrom(...PERIOD_LENGTHS),
      counts: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 6 }),
      shift: fc.nat(5),
    });
    fc.assert(
      fc.property(any, ({ months, counts, shift }) => {
        const rows = counts.map((count, at) => [
          periodText({ first: monthPlus('2015-01', at * months), months }),
          'North Sample',
          String(count),
        ]);
        const turned = [...rows.slice(shift), ...rows.slice(0, shift)];
        const sheet = read(sheetOf(HEAD, ...turned));
        expect(sheet).toMatchObject({ kind: 'read', months });
        if (sheet.kind === 'read')
          expect(sheet.counts.map(({ offences }) => offences).toSorted()).toEqual(counts.toSorted());
      }),
    );
  });

  it('never throws and never takes a part, whatever the cells hold', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '2026-01', '2026-Q1', 'North Sample', '7', '-7'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 12 }), (rows) => {
        const sheet = read(sheetOf(HEAD, ...rows));
        if (sheet.kind === 'refused') expect(sheet.faults.length).toBeGreaterThan(0);
        else expect(sheet.counts).toHaveLength(rows.length);
      }),
    );
  });
});
