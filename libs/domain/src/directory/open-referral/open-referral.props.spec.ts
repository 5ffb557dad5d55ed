import fc from 'fast-check';
import { dateOf } from '../../time/civil-date';
import {
  ACCESS_CODES,
  CLOSURE_REASONS,
  COMMISSIONERS,
  ELIGIBILITY,
  EVIDENCE,
  GENDERS_SERVED,
  isUnconfirmed,
  REACHED_BY,
  SUPPORT_KINDS,
  SUPPORT_STAGES,
  WORKER_GENDERS,
} from '../codes';
import { aCapacity, aRow, aService, WORKDAYS } from '../directory.samples';
import { toOpenReferral } from './export-service';
import type { ImportDefaults } from './import-defaults';
import { fromOpenReferral } from './import-service';
import { mergeImported, withoutItsWord } from './merge-imported';

const DISTRICTS = ['D-NORTH', 'D-SOUTH', 'D-WEST'];
const defaults: ImportDefaults = {
  today: '2026-11-23',
  timezone: 'Europe/London',
  bankHolidays: { holidays: ['2026-12-25'] },
  districtOf: (text) => DISTRICTS.find((code) => code === text || `Name of ${code}` === text),
};
const names = {
  agencyName: 'Wren Trust',
  kindName: 'Counselling',
  districtName: (code: string) => `Name of ${code}`,
};

const text = fc.string({ minLength: 1, maxLength: 20 }).filter((value) => value.trim() !== '');
const day = fc.integer({ min: 18_262, max: 21_000 }).map(dateOf);
const dates = fc
  .tuple(fc.integer({ min: 18_262, max: 21_000 }), fc.option(fc.integer({ min: 1, max: 900 })))
  .map(([from, days]) => ({ from: dateOf(from), to: days === null ? null : dateOf(from + days) }));
const some = <Code extends string>(codes: readonly Code[], least = 0) =>
  fc.subarray([...codes], { minLength: least });

const service = fc
  .record({
    id: fc.uuid(),
    agencyId: fc.uuid(),
    kind: fc.constantFrom(...SUPPORT_KINDS),
    name: text,
    state: fc.constantFrom('open' as const, 'retired' as const),
    reachedBy: fc.constantFrom(...REACHED_BY),
    stage: fc.constantFrom(...SUPPORT_STAGES),
    funding: fc.array(
      fc
        .tuple(fc.constantFrom(...COMMISSIONERS), text, fc.constantFrom(...SUPPORT_STAGES), dates)
        .map(([commissioner, name, stage, span]) => ({ commissioner, name, stage, ...span })),
      { maxLength: 2 },
    ),
    coverage: fc.array(
      fc
        .tuple(fc.constantFrom(...DISTRICTS), dates, fc.constantFrom(...EVIDENCE), text)
        .map(([district, span, evidence, basis]) => aRow({ district, ...span, evidence, basis })),
      { maxLength: 3 },
    ),
    ages: fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 0, max: 50 })))
      .map(([from, over]) => ({ from, to: over === null ? null : from + over })),
    genders: some(GENDERS_SERVED, 1),
    womenOnlySpace: fc.boolean(),
    workerGenders: some(WORKER_GENDERS),
    eligibility: some(ELIGIBILITY),
    languages: some(['en', 'pl', 'bfi', 'pa-Arab']),
    interpreters: fc.boolean(),
    access: some(ACCESS_CODES),
    opening: fc.constantFrom(
      { timezone: 'Europe/London', schedule: WORKDAYS, holidays: ['2026-12-25'], knownUntil: '2028-12-31' },
      {
        timezone: 'Europe/Paris',
        schedule: {
          sat: [['00:00', '24:00']],
          sun: [
            ['09:00', '12:00'],
            ['13:00', '17:30'],
          ],
        } as const,
        holidays: [],
        dateOverrides: { '2026-12-24': [['09:00', '12:00']] as const },
      },
    ),
    closures: fc.array(
      fc
        .tuple(day, fc.constantFrom(...CLOSURE_REASONS))
        .map(([from, why]) => ({ from, to: '2099-01-01', why })),
      { maxLength: 2 },
    ),
    locations: fc.array(
      fc.record({
        id: fc.uuid(),
        name: text,
        district: fc.option(fc.constantFrom(...DISTRICTS)),
        position: fc.option(
          fc.record({ lat: fc.integer({ min: -90, max: 90 }), long: fc.integer({ min: -180, max: 180 }) }),
        ),
        access: some(ACCESS_CODES),
      }),
      { maxLength: 2 },
    ),
    inbox: fc.record({
      teamId: fc.option(fc.uuid()),
      email: fc.option(fc.constant('team@wren.example')),
      phone: fc.option(fc.constant('01632 960 001')),
    }),
    source: fc.record({ text, sample: fc.boolean() }),
  })
  .map((parts) => aService(parts as unknown as Parameters<typeof aService>[0]));

const capacity = fc.option(
  fc
    .record({
      posts: fc.integer({ min: 0, max: 5_000 }).map((hundredths) => hundredths / 100),
      limit: fc.option(fc.nat({ max: 500 })),
      list: fc.constantFrom('open' as const, 'closed' as const),
      listSince: day,
      sample: fc.boolean(),
    })
    .map((parts) => aCapacity(parts)),
);

describe('a service in the words of Open Referral', () => {
  it('comes back as it was, with its zone, its evidence and its room', () => {
    fc.assert(
      fc.property(service, capacity, (sent, room) => {
        const stated = room === null ? null : { ...room, serviceId: sent.id };
        const written = toOpenReferral({ service: sent, capacity: stated }, names);
        // As a file: nothing but JSON reaches the other side.
        const file = JSON.parse(JSON.stringify(written.service)) as typeof written.service;
        const read = fromOpenReferral(file, defaults);
        expect(read.service).toEqual(sent);
        expect(read.capacity).toEqual(stated);
        expect(read.agencyName).toBe(names.agencyName);
        expect(read.unmapped).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same text when it is exported, imported and exported again', () => {
    fc.assert(
      fc.property(service, capacity, (sent, room) => {
        const stated = room === null ? null : { ...room, serviceId: sent.id };
        const first = toOpenReferral({ service: sent, capacity: stated }, names).service;
        const { service: back, capacity: again } = fromOpenReferral(first, defaults);
        const second = toOpenReferral({ service: back, capacity: again }, names).service;
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
      }),
      { numRuns: 100 },
    );
  });

  it('says of every export what the standard has no place for', () => {
    const { unmapped } = toOpenReferral({ service: aService(), capacity: aCapacity() }, names);
    expect(unmapped.map(({ why }) => why)).toEqual([
      'zone-not-in-the-standard',
      'evidence-not-in-the-standard',
      'capacity-not-in-the-standard',
      'only-as-a-term-of-ours',
    ]);
  });
});

describe('a file about a service that is here', () => {
  it('of our own changes it into what the file says, but for how well it is known and whether it is open', () => {
    fc.assert(
      fc.property(service, service, (here, sent) => {
        const named = { ...sent, id: here.id, agencyId: here.agencyId };
        const file = toOpenReferral({ service: named, capacity: null }, names).service;
        const merged = mergeImported(here, fromOpenReferral(file, defaults));
        const { state } = here;
        const coverage = withoutItsWord(named.coverage, here.coverage);
        expect(merged).toEqual({ ...named, state, coverage, version: here.version + 1 });
      }),
      { numRuns: 100 },
    );
  });

  it('makes no district known that nobody confirmed here', () => {
    fc.assert(
      fc.property(service, service, ({ coverage: here }, { coverage: sent }) => {
        const taken = withoutItsWord(sent, here);
        expect(taken.map(({ district, from, to }) => [district, from, to])).toEqual(
          sent.map(({ district, from, to }) => [district, from, to]),
        );
        for (const row of taken) {
          const known = here.filter(
            ({ district, from, to }) => district === row.district && from === row.from && to === row.to,
          );
          expect(isUnconfirmed(row.evidence) || known.some(({ evidence }) => evidence === row.evidence)).toBe(
            true,
          );
        }
      }),
    );
  });

  it('of somebody else’s takes away nothing that was confirmed here', () => {
    fc.assert(
      fc.property(service, (here) => {
        const theirs = { id: here.id, name: 'Lapwing', status: 'active', service_areas: [] } as const;
        const merged = mergeImported(here, fromOpenReferral(theirs, defaults));
        expect(merged).toEqual({ ...here, name: 'Lapwing', version: here.version + 1 });
      }),
    );
  });
});

describe('a file that somebody else wrote', () => {
  const theirs = {
    id: '00000000-0000-7000-8000-000000000999',
    name: 'Lapwing Counselling',
    status: 'active',
    organization: { id: '00000000-0000-7000-8000-000000000998', name: 'Lapwing', description: 'A charity' },
    schedules: [
      { id: '1', freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00+01:00', closes_at: '17:00+01:00' },
      { id: '2', freq: 'MONTHLY', byday: '1SA', opens_at: '09:00', closes_at: '12:00' },
    ],
    service_areas: [
      { id: '3', name: 'Name of D-SOUTH' },
      { id: '4', name: 'Somewhere else' },
    ],
    contacts: [{ id: '5', name: 'Sample Person' }],
    cost_options: [{ id: '6', amount: 35 }],
    attributes: [{ id: '7', taxonomy_term: { id: '8', taxonomy: 'theirs', term: 'Talking' } }],
  } as const;
  const read = fromOpenReferral(theirs, defaults);

  it('is read as far as it can be', () => {
    expect(read.service.opening).toEqual({
      timezone: 'Europe/London',
      schedule: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
      holidays: ['2026-12-25'],
    });
    expect(read.service.coverage).toEqual([
      {
        district: 'D-SOUTH',
        from: '2026-11-23',
        to: null,
        evidence: 'inferred',
        basis: 'An Open Referral file that was imported',
      },
    ]);
    expect(JSON.stringify(read.service)).not.toContain('Sample Person');
  });

  it('says what was left behind and what was assumed', () => {
    expect(read.unmapped).toEqual(
      expect.arrayContaining([
        { path: 'contacts', why: 'person-not-kept-here' },
        { path: 'cost_options', why: 'field-not-kept-here' },
        { path: 'attributes[0]', why: 'field-not-kept-here' },
        { path: 'schedules[0]', why: 'fixed-offset-read-as-local' },
        { path: 'schedules[1]', why: 'schedule-not-weekly' },
        { path: 'service_areas[1]', why: 'area-unknown' },
        { path: 'service_areas[0]', why: 'assumed' },
        { path: 'opening.timezone', why: 'assumed' },
        { path: 'kind', why: 'assumed' },
      ]),
    );
  });
});
