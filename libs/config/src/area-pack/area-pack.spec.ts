import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAreaPack } from './load-area-pack';
import { AreaPackError } from './pack-faults';
import { areaPackNames, defaultArea, packsFolder } from './pack-files';

describe.each(areaPackNames())('the area pack %s', (area) => {
  const pack = loadAreaPack(area);

  it('has everything a referral needs', () => {
    expect(pack.districts.length).toBeGreaterThan(0);
    expect(pack.policies.map(({ referralSource }) => referralSource).toSorted()).toEqual([
      'police',
      'received',
    ]);
    expect(pack.calendars[0]?.hours.knownUntil).toBe('2028-12-31');
    expect(pack.calendars[0]?.hours.holidays).toContain('2026-12-28');
  });

  it('has the same invented people in the same roles as every other, so that one journey runs on all', () => {
    const here = pack.personas.map(({ key, role }) => [key, role]);
    const usual = loadAreaPack(defaultArea()).personas.map(({ key, role }) => [key, role]);
    expect(here).toEqual(usual);
    expect(new Set(pack.personas.map(({ name }) => name)).size).toBe(pack.personas.length);
  });

  it('says on every policy that it is an illustration, where it is a sample', () => {
    for (const { illustrative } of pack.policies) expect(illustrative === null).toBe(pack.sample === null);
  });

  it('forbids in messages what names its services', () => {
    const names = `${pack.serviceName} ${pack.sarcLine.name}`.toLowerCase().split(' ');
    expect(names.some((word) => pack.tellingWords.some((stem) => word.startsWith(stem)))).toBe(true);
  });
});

const A_SAMPLE_OUTCOME = { id: 'sample', side: 'support', words: 'Sample', source: 'invented' };

describe('an area pack', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-pack-'));
    cpSync(join(packsFolder(), defaultArea()), join(folder, 'sampleshire'), { recursive: true });
    change('area.json', (area: object) => ({ ...area, id: 'sampleshire' }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function change(file: string, how: (was: never) => unknown): void {
    const path = join(folder, 'sampleshire', file);
    writeFileSync(path, JSON.stringify(how(JSON.parse(readFileSync(path, 'utf8')) as never)));
  }
  function faultsNow() {
    try {
      loadAreaPack('sampleshire', folder);
    } catch (error) {
      if (error instanceof AreaPackError) return error;
      throw error;
    }
    throw new Error('the pack has no faults');
  }

  it('is sound as a copy under another name', () => {
    expect(loadAreaPack('sampleshire', folder).id).toBe('sampleshire');
  });

  it('says in one sentence what cannot be read', () => {
    expect(() => loadAreaPack('nowhere')).toThrow('There is no area pack "nowhere". Choose one of');
    expect(() => loadAreaPack('../elsewhere')).toThrow('"../elsewhere" is not the name of an area pack.');
  });

  it('names every fault of every file at once, each with its place and what puts it right', () => {
    rmSync(join(folder, 'sampleshire', 'support.json'));
    writeFileSync(join(folder, 'sampleshire', 'calendars.json'), '[{]');
    change('area.json', (area: object) => ({ ...area, referencePrefix: 'O', colour: 'blue' }));
    change('districts.json', (file: { districts: object[] }) => ({
      ...file,
      districts: file.districts.map((row, at) => (at === 2 ? { ...row, from: '2026-02-30' } : row)),
    }));
    const error = faultsNow();
    expect(error.faults.map(({ file, path }) => [file, path])).toEqual([
      ['sampleshire/area.json', 'colour'],
      ['sampleshire/area.json', 'referencePrefix'],
      ['sampleshire/districts.json', 'districts[2].from'],
      ['sampleshire/calendars.json', ''],
      ['sampleshire/support.json', ''],
    ]);
    expect(error.message).toContain('This area pack has 5 faults:');
    expect(error.message).toContain(
      'sampleshire/districts.json, districts[2].from: "2026-02-30" is not a day. Write a day such as 2028-04-01.',
    );
  });

  it.each<[string, string, (was: never) => unknown, string]>([
    [
      'a code that stands for two districts on one day',
      'districts.json',
      (file: { districts: { to: string | null }[] }) => ({
        ...file,
        districts: [...file.districts, { ...file.districts[0], name: 'Sampleton', from: '2028-04-01' }],
      }),
      'stands already at districts[0] on some of these days',
    ],
    [
      'a district that ends before it begins',
      'districts.json',
      (file: { districts: object[] }) => ({
        ...file,
        districts: [
          ...file.districts,
          { code: 'E06000999', name: 'Sampleton', from: '2028-04-01', to: '2028-04-01' },
        ],
      }),
      'ends on 2028-04-01 and begins on 2028-04-01',
    ],
    [
      'an outcome that a measure answers which is not there',
      'outcomes-framework.json',
      (file: { outcomes: object[] }) => ({
        ...file,
        outcomes: [...file.outcomes, { ...A_SAMPLE_OUTCOME, measures: ['happiness'] }],
      }),
      'happiness: no-such-measure',
    ],
    [
      'an outcome with two answers',
      'outcomes-framework.json',
      (file: { outcomes: object[] }) => ({
        ...file,
        outcomes: [...file.outcomes, { ...A_SAMPLE_OUTCOME, measures: ['handover-lag'], heldBy: 'Nobody' }],
      }),
      'has two answers',
    ],
    [
      'an outcome that nothing answers',
      'outcomes-framework.json',
      (file: { outcomes: object[] }) => ({ ...file, outcomes: [...file.outcomes, A_SAMPLE_OUTCOME] }),
      'heldBy',
    ],
    [
      'a desk that is never open',
      'calendars.json',
      (calendars: object[]) => calendars.map((calendar) => ({ ...calendar, schedule: {} })),
      'calendar first-responders-desk cannot be used: never-open',
    ],
    [
      'a policy under a calendar that there is not',
      'policies.json',
      (policies: { policy: object }[]) =>
        policies.map((one) => ({ ...one, policy: { ...one.policy, calendar: 'moon' } })),
      'there is no calendar moon',
    ],
    [
      'a limit that binds and is not there',
      'policies.json',
      (policies: { policy: object }[]) =>
        policies.map((one) => ({ ...one, policy: { ...one.policy, bindingLimb: '9h' } })),
      'cannot be kept: unknown-binding-limb',
    ],
    [
      'a promise of its own that is called an illustration',
      'policies.json',
      (policies: object[]) => policies.map((one) => ({ ...one, illustrative: 'Nobody has promised this.' })),
      'calls a promise of this area an illustration',
    ],
    [
      'a sample whose promise is not called an illustration',
      'area.json',
      (area: object) => ({ ...area, sample: 'A sample.' }),
      'says nothing, and this area is a sample',
    ],
    [
      'referrals that no policy is for',
      'policies.json',
      (policies: object[]) => policies.slice(0, 1),
      'has no policy for "received"',
    ],
    [
      'somebody of an agency that there is not',
      'personas.json',
      (people: object[]) =>
        people.map((one) => ({ ...one, agencyId: '00000000-0000-7000-8000-000000000999' })),
      'is of no agency in area.json',
    ],
    [
      'a name that could be a real one',
      'personas.json',
      (people: object[]) => people.map((one) => ({ ...one, name: 'Jo Bloggs' })),
      '"Jo Bloggs" is not an invented name that begins with Sample',
    ],
    [
      'two people with one key',
      'personas.json',
      (people: object[]) => [...people, people[0]],
      'has the key officer twice',
    ],
    [
      'a desk at the police',
      'area.json',
      (area: { desk: object; agencies: { id: string }[] }) => ({
        ...area,
        desk: { ...area.desk, agencyId: area.agencies[0]?.id },
      }),
      'is not at an agency of kind responder',
    ],
    [
      'a weight for a district that there is not',
      'sample-year.json',
      (year: object) => ({ ...year, districtWeights: { E06000999: 3 } }),
      'districtWeights.E06000999: is no district of the pack',
    ],
    [
      'a label that is left out',
      'labels.json',
      ({ isva: _isva, ...labels }: { isva: object }) => labels,
      'labels.json, isva: is not a label. add { short, name, plural }',
    ],
    [
      'a service that covers a district twice on one day',
      'services.json',
      (file: { services: { coverage: object[] }[] }) => ({
        ...file,
        services: file.services.map((service, at) =>
          at === 0 ? { ...service, coverage: [...service.coverage, ...service.coverage] } : service,
        ),
      }),
      'cannot be kept: coverage-overlaps',
    ],
    [
      'a provider without opening hours',
      'services.json',
      (file: { services: { opening: object }[] }) => ({
        ...file,
        services: file.services.map((service, at) =>
          at === 0 ? { ...service, opening: { ...service.opening, schedule: {} } } : service,
        ),
      }),
      'cannot be kept: no-opening-hours',
    ],
    [
      'a rule about a service that there is not',
      'routing.json',
      (file: { rules: object[] }) => ({
        ...file,
        rules: [
          ...file.rules,
          {
            id: 'nobody',
            title: 'Prefer nobody',
            when: { reported: true },
            then: { kind: 'prefer', services: ['00000000-0000-7000-8000-000000000999'] },
          },
        ],
      }),
      'unknown-service',
    ],
  ])('is refused with %s', (_what, file, how, sentence) => {
    change(file, how);
    expect(faultsNow().message).toContain(sentence);
  });
});
