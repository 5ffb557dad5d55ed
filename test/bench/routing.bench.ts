import {
  EVIDENCE,
  FORENSIC_ACTS,
  instant,
  route,
  SUPPORT_KINDS,
  type AgencyId,
  type DirectoryService,
  type RoutingFacts,
  type RoutingRule,
  type RoutingTable,
  type ServiceId,
  type ServiceLoad,
} from '#libs/domain';

const SERVICES = 200;
const RULES = 100;
const DISTRICTS = 14;
const DIFFERENT_FACTS = 500;
const SECONDS = 5;
const NOW = instant('2026-11-23T10:00:00Z');

const pick = <Value>(values: readonly Value[], index: number): Value =>
  values[index % values.length] as Value;
const district = (index: number) => `district-${index % DISTRICTS}`;
const serviceId = (index: number) => `service-${index % SERVICES}` as ServiceId;

/** How many decisions a second one process makes with a directory and a table larger than any area has. */
export function run(): void {
  const services = Array.from({ length: SERVICES }, (_, index) => aService(index));
  const loads = services.map(({ id }, index): ServiceLoad => ({
    serviceId: id,
    list: index % 9 === 0 ? 'closed' : 'open',
    limit: 100,
    open: index % 120,
    waiting: index % 17,
  }));
  const table = aTable();
  const asked = Array.from({ length: DIFFERENT_FACTS }, (_, index) => someFacts(index));
  const decide = (index: number) => route({ facts: pick(asked, index), table, services, loads, now: NOW });
  for (let warm = 0; warm < 2 * DIFFERENT_FACTS; warm += 1) decide(warm);
  const times: number[] = [];
  const began = performance.now();
  for (let done = 0; performance.now() - began < SECONDS * 1000; done += 1) {
    const start = performance.now();
    decide(done);
    times.push(performance.now() - start);
  }
  const elapsed = performance.now() - began;
  const sorted = times.toSorted((a, b) => a - b);
  const about = { services: SERVICES, rules: RULES };
  print('routing decisions', (times.length / elapsed) * 1000, 'per second', about);
  print('routing decision p50', at(sorted, 0.5), 'ms', about);
  print('routing decision p99', at(sorted, 0.99), 'ms', about);
}

function aService(index: number): DirectoryService {
  return {
    id: serviceId(index),
    agencyId: `agency-${index % 20}` as AgencyId,
    version: 1,
    kind: pick(SUPPORT_KINDS, index),
    name: `Sample service ${index}`,
    state: index % 25 === 0 ? 'retired' : 'open',
    reachedBy: 'inbox',
    stage: 'justice',
    funding: [],
    coverage: Array.from({ length: DISTRICTS }, (_, place) => ({
      district: district(place + index),
      from: '2020-01-01',
      to: null,
      evidence: pick(EVIDENCE, index + place),
      basis: 'a sample',
    })).slice(0, 1 + (index % DISTRICTS)),
    ages: index % 3 === 0 ? { from: 13, to: null } : { from: 0, to: null },
    genders: index % 5 === 0 ? ['women'] : ['women', 'men', 'non-binary'],
    womenOnlySpace: index % 2 === 0,
    workerGenders: ['woman', 'man'],
    eligibility: [],
    languages: ['en'],
    interpreters: index % 4 !== 0,
    access: ['step-free'],
    opening: { timezone: 'Europe/London', schedule: { mon: [['09:00', '17:00']] }, holidays: [] },
    closures: [],
    locations: [
      {
        id: `place-${index}`,
        name: 'A place',
        district: null,
        position: { lat: 51 + index / 100, long: 0.5 },
        access: [],
      },
    ],
    inbox: { teamId: null, email: 'team@sample.example', phone: null },
    source: { text: 'a sample', sample: true },
  };
}

function aRule(index: number): RoutingRule {
  const when = {
    ...(index % 2 === 0 ? { districts: [district(index), district(index + 3)] } : {}),
    ...(index % 3 === 0 ? { ageNow: { from: index % 40, to: null } } : {}),
    reported: index % 4 !== 0,
  };
  const services = [serviceId(index), serviceId(index * 7)];
  const then =
    index % 3 === 0
      ? ({ kind: 'prefer', services } as const)
      : index % 3 === 1
        ? ({ kind: 'reject', services, reason: 'contract-ends' } as const)
        : ({ kind: 'prompt', prompt: 'ask-whether-reported' } as const);
  return { id: `rule-${index}`, title: `Sample rule ${index}`, when, then };
}

function aTable(): RoutingTable {
  const first: RoutingRule = {
    id: 'first',
    title: 'The centre first',
    when: { forensic: 'may-be-open' },
    then: { kind: 'put-first', support: 'sarc' },
  };
  return {
    id: 'routing',
    version: 1,
    timezone: 'Europe/London',
    rules: [first, ...Array.from({ length: RULES - 1 }, (_, index) => aRule(index))],
    windows: FORENSIC_ACTS.flatMap((act, index) =>
      act === 'unknown'
        ? []
        : (['before-puberty', 'after-puberty'] as const).map((stage) => ({
            id: `${act}-${stage}`,
            act,
            sample: 'swab' as const,
            stage,
            hours: 48 + 24 * index,
            source: { mark: 'K' as const, text: 'a sample', readOn: '2026-01-01' },
            from: '2020-01-01',
            to: null,
          })),
    ),
    healthWindows: [],
  };
}

function someFacts(index: number): RoutingFacts {
  const age = 5 + (index % 70);
  return {
    ageNow: { least: age, most: age + (index % 5) },
    ageAtIncident: index % 3 === 0 ? null : { least: age, most: age },
    gender: index % 4 === 0 ? null : pick(['women', 'men', 'non-binary'] as const, index),
    district: index % 15 === 0 ? null : district(index),
    reported: index % 2 === 0,
    told: index % 6 === 0 ? ['police'] : [],
    acts: index % 3 === 0 ? [] : [pick(FORENSIC_ACTS, index)],
    hoursSince: index % 5 === 0 ? null : { least: index * 3, most: index * 3 + 70, precision: 'band' },
    wanted: [pick(SUPPORT_KINDS, index), pick(SUPPORT_KINDS, index + 4)],
    workerGender: pick(['any', 'woman', 'man'] as const, index),
    space: pick(['any', 'women-only'] as const, index),
    languages: index % 7 === 0 ? ['pl'] : [],
    interpreterNeeded: false,
    access: index % 8 === 0 ? ['step-free'] : [],
    domesticAbuse: index % 3 === 0,
    barredAgencies: index % 10 === 0 ? ['agency-3' as AgencyId] : [],
    tried: index % 9 === 0 ? [serviceId(index)] : [],
  };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

function print(figure: string, value: number, unit: string, more: object): void {
  console.log(JSON.stringify({ figure, value: Number(value.toPrecision(4)), unit, ...more }));
}

if (require.main === module) run();
