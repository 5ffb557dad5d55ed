import { isOpen, instant } from '../time';
import { calendarOfService } from './calendar-of-service';
import { capacityFaults } from './capacity';
import { confirmCoverage } from './change-service';
import { coverageMatrix } from './coverage-matrix';
import { aRow, aService } from './directory.samples';
import { serviceFaults } from './service-faults';

describe('the faults of a service', () => {
  it('are none for a sound one', () => {
    expect(serviceFaults(aService())).toEqual([]);
  });

  it.each([
    ['name-missing', { name: '  ' }],
    ['name-too-long', { name: 'w'.repeat(121) }],
    ['covers-nothing', { coverage: [] }],
    ['coverage-overlaps', { coverage: [aRow(), aRow({ from: '2026-01-01' })] }],
    ['coverage-dates-wrong', { coverage: [aRow({ from: '2026-02-30' })] }],
    ['coverage-dates-wrong', { coverage: [aRow({ from: '2026-02-01', to: '2026-02-01' })] }],
    ['basis-missing', { coverage: [aRow({ basis: ' ' })] }],
    ['ages-upside-down', { ages: { from: 18, to: 13 } }],
    ['ages-out-of-range', { ages: { from: -1, to: null } }],
    ['ages-out-of-range', { ages: { from: 13.5, to: null } }],
    ['serves-nobody', { genders: [] }],
    ['no-opening-hours', { opening: { timezone: 'Europe/London', schedule: {}, holidays: [] } }],
    ['opening-hours-unsound', { opening: { timezone: 'Nowhere/Else', schedule: {}, holidays: [] } }],
    ['closure-dates-wrong', { closures: [{ from: '2026-12-24', to: '2026-12-24', why: 'holiday' }] }],
    ['closure-too-long', { closures: [{ from: '2026-01-01', to: '2027-06-01', why: 'building' }] }],
    ['language-unknown', { languages: ['not a language'] }],
    ['inbox-without-team', { inbox: { teamId: null, email: null, phone: null } }],
    ['source-missing', { source: { text: '', sample: false } }],
  ] as const)('name %s', (fault, parts) => {
    expect(serviceFaults(aService(parts))).toEqual([fault]);
  });

  it('name a district that the area does not have', () => {
    expect(serviceFaults(aService(), { districts: new Set(['D-SOUTH']) })).toEqual(['district-unknown']);
  });

  it('ask nobody to cover anything for a service that is retired', () => {
    expect(serviceFaults(aService({ state: 'retired', coverage: [] }))).toEqual([]);
  });

  it('let one row end on the day the next begins', () => {
    const coverage = [aRow({ to: '2028-04-01' }), aRow({ from: '2028-04-01' })];
    expect(serviceFaults(aService({ coverage }))).toEqual([]);
  });
});

describe('the calendar of a service', () => {
  const monday = instant('2026-12-21T10:00:00Z');

  it('is its opening hours in its own zone', () => {
    const built = calendarOfService(aService());
    expect(built.kind === 'built' && isOpen(built.calendar, monday)).toBe(true);
  });

  it('is shut while a closure lasts, and open again on the day it ends', () => {
    const built = calendarOfService(
      aService({ closures: [{ from: '2026-12-21', to: '2026-12-22', why: 'training' }] }),
    );
    if (built.kind !== 'built') throw new Error('refused');
    expect(isOpen(built.calendar, monday)).toBe(false);
    expect(isOpen(built.calendar, instant('2026-12-22T10:00:00Z'))).toBe(true);
  });
});

describe('confirming a district', () => {
  const on = '2026-11-23';

  it('changes the one row, and says what it rests on', () => {
    const service = aService({
      coverage: [aRow({ evidence: 'recalled' }), aRow({ district: 'D-SOUTH', evidence: 'inferred' })],
    });
    const confirmed = confirmCoverage(service, { district: 'D-NORTH', on, basis: 'told-by-service' });
    if (confirmed.kind !== 'confirmed') throw new Error('refused');
    expect(confirmed.service.version).toBe(2);
    expect(confirmed.service.coverage).toEqual([
      aRow({ evidence: 'confirmed', basis: 'told-by-service' }),
      aRow({ district: 'D-SOUTH', evidence: 'inferred' }),
    ]);
  });

  it('is refused where it is confirmed already, and where the service is not', () => {
    const ask = (district: string) => confirmCoverage(aService(), { district, on, basis: 'told-by-service' });
    expect(ask('D-NORTH')).toEqual({ kind: 'refused', reason: 'confirmed-already' });
    expect(ask('D-SOUTH')).toEqual({ kind: 'refused', reason: 'not-covered' });
  });
});

describe('the matrix of coverage', () => {
  it('shows a district that nobody covers as an empty cell, and leaves retired services out', () => {
    const services = [aService(), aService({ state: 'retired', kind: 'counselling' })];
    const [north, south] = coverageMatrix({ services, districts: ['D-NORTH', 'D-SOUTH'], on: '2026-11-23' });
    expect(north!.cells.map(({ kind }) => kind)).toEqual(['isva']);
    expect(north!.cells[0]!.entries).toHaveLength(1);
    expect(south!.cells[0]!.entries).toEqual([]);
  });
});

describe('the faults of a capacity', () => {
  const today = '2026-11-23';
  it.each([
    [{ posts: 2.25, limit: null, listSince: today }, []],
    [{ posts: -1, limit: 1, listSince: today }, ['posts-out-of-range']],
    [{ posts: 1.234, limit: 1, listSince: today }, ['posts-out-of-range']],
    [{ posts: Number.NaN, limit: 1, listSince: today }, ['posts-out-of-range']],
    [{ posts: 1, limit: 1.5, listSince: today }, ['limit-out-of-range']],
    [{ posts: 1, limit: 1, listSince: '2026-13-01' }, ['since-not-a-date']],
    [{ posts: 1, limit: 1, listSince: '2026-11-24' }, ['since-in-the-future']],
  ] as const)('of %j are %j', (capacity, faults) => {
    expect(capacityFaults(capacity, { today })).toEqual(faults);
  });
});
