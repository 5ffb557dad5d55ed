import type { DirectoryService } from '../directory';
import type { AgencyId, ServiceId } from '../ids';
import { instant } from '../time';
import type { RoutingFacts } from './facts';
import type { ForensicWindow, RoutingRule, RoutingTable } from './table';

/** Invented services and rules for the tests of routing. */
export const NOW = instant('2026-11-23T10:00:00Z');

const SOURCE = { mark: 'S', text: 'A sample', readOn: '2026-11-01' } as const;

export function aService(
  change: Partial<Omit<DirectoryService, 'id'>> & { readonly id: string },
): DirectoryService {
  return {
    agencyId: 'agency-one' as AgencyId,
    version: 1,
    kind: 'isva',
    name: 'Sample service',
    state: 'open',
    reachedBy: 'inbox',
    stage: 'justice',
    funding: [],
    coverage: [{ district: 'north', from: '2020-01-01', to: null, evidence: 'confirmed', basis: 'a sample' }],
    ages: { from: 0, to: null },
    genders: ['women', 'men', 'non-binary'],
    womenOnlySpace: true,
    workerGenders: ['woman', 'man'],
    eligibility: [],
    languages: ['en'],
    interpreters: true,
    access: ['step-free', 'by-telephone'],
    opening: { timezone: 'Europe/London', schedule: { mon: [['09:00', '17:00']] }, holidays: [] },
    closures: [],
    locations: [],
    inbox: { teamId: null, email: 'team@sample.example', phone: null },
    source: { text: 'a sample', sample: true },
    ...change,
    id: change.id as ServiceId,
  };
}

export function facts(change: Partial<RoutingFacts> = {}): RoutingFacts {
  return {
    ageNow: { least: 30, most: 30 },
    ageAtIncident: { least: 30, most: 30 },
    gender: null,
    district: 'north',
    reported: true,
    told: [],
    acts: [],
    hoursSince: { least: 1000, most: 1010, precision: 'hour' },
    wanted: ['isva'],
    workerGender: 'any',
    space: 'any',
    languages: [],
    interpreterNeeded: false,
    access: [],
    domesticAbuse: false,
    barredAgencies: [],
    tried: [],
    ...change,
  };
}

const HOURS = { vaginal: 168, anal: 72, oral: 48, digital: 48, skin: 48, 'drink-or-drugs': 120 } as const;

export const WINDOWS: readonly ForensicWindow[] = Object.entries(HOURS).flatMap(([act, hours]) =>
  (['after-puberty', 'before-puberty'] as const).map((stage) => ({
    id: `${act}-${stage}`,
    act: act as keyof typeof HOURS,
    sample: act === 'drink-or-drugs' ? 'urine' : 'swab',
    stage,
    hours: stage === 'before-puberty' ? Math.min(hours, 72) : hours,
    source: SOURCE,
    from: '2020-01-01',
    to: null,
  })),
);

export const FORENSIC_FIRST: RoutingRule = {
  id: 'forensic-first',
  title: 'The centre first while anything may be found',
  when: { forensic: 'may-be-open' },
  then: { kind: 'put-first', support: 'sarc' },
};

export function aTable(rules: readonly RoutingRule[] = [], change: Partial<RoutingTable> = {}): RoutingTable {
  return {
    id: 'routing',
    version: 3,
    timezone: 'Europe/London',
    rules: [FORENSIC_FIRST, ...rules],
    windows: WINDOWS,
    healthWindows: [
      { care: 'emergency-pill', hours: 72, acts: ['vaginal'], source: SOURCE, from: '2020-01-01', to: null },
      { care: 'emergency-coil', hours: 120, acts: ['vaginal'], source: SOURCE, from: '2020-01-01', to: null },
      {
        care: 'hiv-prevention',
        hours: 72,
        acts: ['vaginal', 'anal'],
        source: SOURCE,
        from: '2020-01-01',
        to: null,
      },
    ],
    ...change,
  };
}

export const ids = (...names: readonly string[]) => names as readonly ServiceId[];
