import fc from 'fast-check';
import { ACCESS_CODES, EVIDENCE, SUPPORT_KINDS, type DirectoryService } from '../directory';
import type { AgencyId, ServiceId } from '../ids';
import { FORENSIC_ACTS, RULE_REJECTIONS } from './codes';
import type { RoutingFacts, ServiceLoad } from './facts';
import { aService, aTable } from './routing.samples';
import type { RoutingEffect, RoutingRule } from './table';

/** Whatever facts, services and rules there may be, for the properties of routing. */
const DISTRICTS = ['north', 'south', 'east'] as const;
const AGENCIES = ['agency-one', 'agency-two', 'agency-three'] as AgencyId[];
const SERVICE_IDS = Array.from({ length: 12 }, (_, index) => `service-${index}` as ServiceId);

const age = fc
  .record({ least: fc.nat(80), more: fc.option(fc.nat(20)) })
  .map(({ least, more }) => ({ least, most: more === null ? null : least + more }));

const someFacts: fc.Arbitrary<RoutingFacts> = fc.record({
  ageNow: age,
  ageAtIncident: fc.option(age),
  gender: fc.constantFrom(null, 'women' as const, 'men' as const, 'non-binary' as const),
  district: fc.constantFrom(null, 'west', ...DISTRICTS),
  reported: fc.boolean(),
  told: fc.subarray(['police', 'childrens-social-care', 'nhs-safeguarding'] as const),
  acts: fc.subarray([...FORENSIC_ACTS]),
  hoursSince: fc.option(
    fc.record({
      least: fc.nat(600),
      most: fc.option(fc.integer({ min: 600, max: 9000 })),
      precision: fc.constant('band' as const),
    }),
  ),
  wanted: fc.subarray([...SUPPORT_KINDS]),
  workerGender: fc.constantFrom('any' as const, 'woman' as const, 'man' as const),
  space: fc.constantFrom('any' as const, 'women-only' as const),
  languages: fc.subarray(['pl', 'bfi']),
  interpreterNeeded: fc.boolean(),
  access: fc.subarray([...ACCESS_CODES]),
  domesticAbuse: fc.boolean(),
  barredAgencies: fc.subarray(AGENCIES),
  tried: fc.subarray(SERVICE_IDS),
});

const someService = (id: ServiceId): fc.Arbitrary<DirectoryService> =>
  fc
    .record({
      agencyId: fc.constantFrom(...AGENCIES),
      kind: fc.constantFrom(...SUPPORT_KINDS),
      name: fc.constantFrom('Sample', 'Example'),
      state: fc.constantFrom('open' as const, 'open' as const, 'retired' as const),
      ages: fc.constantFrom({ from: 0, to: null }, { from: 13, to: null }, { from: 0, to: 17 }),
      genders: fc.subarray(['women', 'men', 'non-binary'] as const, { minLength: 1 }),
      interpreters: fc.boolean(),
      access: fc.subarray([...ACCESS_CODES]),
      coverage: fc.subarray([...DISTRICTS]).chain((districts) =>
        fc.constantFrom(...EVIDENCE).map((evidence) =>
          districts.map((district) => ({
            district,
            from: '2020-01-01',
            to: null,
            evidence,
            basis: 'a sample',
          })),
        ),
      ),
    })
    .map((change) => aService({ ...change, id }));

const services = fc
  .subarray(SERVICE_IDS)
  .chain((chosen) => fc.tuple(...chosen.map(someService)) as fc.Arbitrary<DirectoryService[]>);

const loads: fc.Arbitrary<ServiceLoad[]> = fc.subarray(SERVICE_IDS).chain((chosen) =>
  fc.tuple(
    ...chosen.map((serviceId) =>
      fc.record({
        serviceId: fc.constant(serviceId),
        list: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
        limit: fc.option(fc.nat(10)),
        open: fc.nat(10),
        waiting: fc.nat(30),
      }),
    ),
  ),
);

const chosen = fc.subarray(SERVICE_IDS, { minLength: 1, maxLength: 4 });
export const support = fc.constantFrom(...SUPPORT_KINDS);
const effect: fc.Arbitrary<RoutingEffect> = fc.oneof(
  fc.record({ kind: fc.constant('put-first' as const), support }),
  fc.record({ kind: fc.constant('require-route' as const), support }),
  fc.record({ kind: fc.constant('prompt' as const), prompt: fc.constant('ask-when-it-happened' as const) }),
  fc.record({ kind: fc.constant('prefer' as const), services: chosen }),
  fc.record({ kind: fc.constant('only' as const), support, services: chosen }),
  fc.record({
    kind: fc.constant('reject' as const),
    services: chosen,
    reason: fc.constantFrom(...RULE_REJECTIONS),
  }),
  fc.record({
    kind: fc.constant('ask' as const),
    support,
    role: fc.constantFrom('duty-lead' as const, 'service-manager' as const),
    reason: fc.constant('complex-needs' as const),
  }),
);
const rules: fc.Arbitrary<RoutingRule[]> = fc
  .array(
    fc.record({
      when: fc.record(
        {
          reported: fc.boolean(),
          districts: fc.subarray([...DISTRICTS]),
          ageNow: fc.constantFrom({ from: 0, to: 12 }, { from: 18, to: null }),
          hours: fc.constantFrom({ atMost: 200 }, { atLeast: 50 }),
          domesticAbuse: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      then: effect,
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((rule, index) => ({ ...rule, id: `rule-${index}`, title: `Rule ${index}` })));

export const cases = fc.record({ facts: someFacts, services, loads, rules });

export const someRouting = cases.map(({ rules: list, ...rest }) => ({ ...rest, table: aTable(list) }));
