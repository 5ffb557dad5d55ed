import fc from 'fast-check';
import { covers, holdsForAll, mayHold } from './conditions';
import { readForensic } from './forensic';
import { aService, aTable, facts, FORENSIC_FIRST, ids, WINDOWS } from './routing.samples';
import type { RoutingConditions, RoutingEffect, RoutingRule } from './table';
import { tableFaults } from './table-faults';

const SERVICES = [
  aService({ id: 'one' }),
  aService({ id: 'two' }),
  aService({ id: 'gone', state: 'retired' }),
  aService({ id: 'centre', kind: 'sarc' }),
];
const districts = new Set(['north', 'south']);

const rule = (id: string, when: RoutingConditions, then: RoutingEffect): RoutingRule => ({
  id,
  title: `Rule ${id}`,
  when,
  then,
});
const ONLY_ONE: RoutingEffect = { kind: 'only', support: 'isva', services: ids('one') };
const PROMPT: RoutingEffect = { kind: 'prompt', prompt: 'ask-whether-reported' };

const faultsOf = (...rules: readonly RoutingRule[]) =>
  tableFaults(aTable(rules), SERVICES, { districts }).map(({ code, ruleId }) => [code, ruleId]);

describe('a routing table that nobody could work by', () => {
  it('is one without faults when each rule can matter', () => {
    expect(faultsOf(rule('a', { districts: ['north'] }, ONLY_ONE), rule('b', {}, PROMPT))).toEqual([]);
  });

  it.each<[string, RoutingRule]>([
    ['matches-nothing', rule('a', { districts: [] }, PROMPT)],
    ['matches-nothing', rule('a', { ageNow: { from: 20, to: 10 } }, PROMPT)],
    [
      'matches-nothing',
      rule('a', { ageNow: { from: 0, to: 12 }, ageAtIncident: { from: 18, to: null } }, PROMPT),
    ],
    ['matches-nothing', rule('a', { hours: { atLeast: 100, atMost: 50 } }, PROMPT)],
    ['matches-nothing', rule('a', { forensic: 'may-be-open', hours: { atLeast: 200 } }, PROMPT)],
    ['matches-nothing', rule('a', { forensic: 'outside', hours: { atMost: 20 } }, PROMPT)],
    ['matches-everybody', rule('a', {}, ONLY_ONE)],
    ['matches-everybody', rule('a', { ageNow: { from: 0, to: null }, hours: { atLeast: 0 } }, ONLY_ONE)],
    ['no-services', rule('a', { reported: true }, { kind: 'prefer', services: [] })],
    ['unknown-service', rule('a', { reported: true }, { kind: 'prefer', services: ids('nowhere') })],
    ['retired-service', rule('a', { reported: true }, { kind: 'prefer', services: ids('gone') })],
    ['service-of-another-kind', rule('a', { reported: true }, { ...ONLY_ONE, services: ids('centre') })],
    ['unknown-district', rule('a', { districts: ['nowhere'] }, PROMPT)],
    [
      'shuts-sarc-in-window',
      rule('a', { reported: true }, { kind: 'reject', services: ids('centre'), reason: 'time-since' }),
    ],
    ['title-missing', { ...rule('a', {}, PROMPT), title: ' ' }],
    ['title-too-long', { ...rule('a', {}, PROMPT), title: 'x'.repeat(121) }],
    ['rule-id-twice', rule('forensic-first', { reported: false }, PROMPT)],
  ])('%s', (code, faulty) => {
    expect(faultsOf(faulty)).toEqual([[code, faulty.id]]);
  });

  it('has at most 200 rules', () => {
    const rules = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        rule(`r${index}`, { ageNow: { from: 0, to: 17 } }, { kind: 'prefer', services: ids('one') }),
      );
    const codes = (count: number) => faultsOf(...rules(count)).map(([code]) => code);
    expect(codes(199)).not.toContain('too-many-rules');
    expect(codes(200)).toContain('too-many-rules');
  });

  it('says which rule stands before one that can never matter', () => {
    const wide = rule('wide', { districts: ['north', 'south'] }, ONLY_ONE);
    const narrow = rule(
      'narrow',
      { districts: ['south'], reported: true },
      { ...ONLY_ONE, services: ids('two') },
    );
    expect(tableFaults(aTable([wide, narrow]), SERVICES)).toEqual([
      { code: 'shadowed', ruleId: 'narrow', detail: 'wide' },
    ]);
    expect(faultsOf(narrow, wide)).toEqual([]);
    expect(faultsOf(rule('a', { reported: true }, PROMPT), rule('b', { reported: true }, PROMPT))).toEqual([
      ['shadowed', 'b'],
    ]);
  });

  it('keeps a rule that puts the centre first for everybody who may still be in time', () => {
    const table = (rules: readonly RoutingRule[]) => ({ ...aTable(), rules });
    const narrowed = { ...FORENSIC_FIRST, when: { forensic: 'may-be-open', reported: true } as const };
    expect(tableFaults(table([]), SERVICES).map(({ code }) => code)).toEqual(['no-forensic-rule']);
    expect(tableFaults(table([narrowed]), SERVICES).map(({ code }) => code)).toEqual(['no-forensic-rule']);
  });

  it('has a window with hours, dates and a source for every act', () => {
    const [first] = WINDOWS;
    if (first === undefined) throw new Error('the samples have windows');
    const windows = [{ ...first, hours: 0, from: '2026-13-01', source: { ...first.source, text: '' } }];
    const codes = tableFaults({ ...aTable(), windows }, SERVICES).map(({ code }) => code);
    expect(new Set(codes)).toEqual(
      new Set(['act-without-window', 'window-hours-wrong', 'window-dates-wrong', 'window-source-missing']),
    );
    expect(tableFaults(aTable([], { timezone: 'Europe/Nowhere' }), SERVICES).map(({ code }) => code)).toEqual(
      ['zone-unknown'],
    );
  });
});

const conditions: fc.Arbitrary<RoutingConditions> = fc.record(
  {
    reported: fc.boolean(),
    districts: fc.subarray(['north', 'south'], { minLength: 1 }),
    ageNow: fc.constantFrom(
      { from: 0, to: 12 },
      { from: 0, to: 17 },
      { from: 18, to: null },
      { from: 0, to: null },
    ),
    hours: fc.constantFrom({ atMost: 50 }, { atMost: 100 }, { atLeast: 50 }, {}),
    acts: fc.subarray(['oral', 'anal', 'skin'] as const, { minLength: 1 }),
    workerGender: fc.subarray(['any', 'woman', 'man'] as const, { minLength: 1 }),
  },
  { requiredKeys: [] },
);
const someFacts = fc
  .record({
    reported: fc.boolean(),
    district: fc.constantFrom(null, 'north', 'south'),
    ageNow: fc.constantFrom({ least: 5, most: 9 }, { least: 15, most: 19 }, { least: 40, most: null }),
    hoursSince: fc.constantFrom(null, { least: 10, most: 60, precision: 'band' as const }),
    acts: fc.subarray(['oral', 'anal', 'unknown'] as const),
    workerGender: fc.constantFrom('any' as const, 'woman' as const),
  })
  .map(facts);
const holds = (when: RoutingConditions, of: ReturnType<typeof facts>) =>
  mayHold(when, { facts: of, forensic: readForensic(of, { windows: WINDOWS, on: '2026-11-23' }) });

describe('wider and narrower conditions', () => {
  it('a wider one holds wherever a narrower one does', () => {
    fc.assert(
      fc.property(conditions, conditions, someFacts, (wider, narrower, of) => {
        if (!covers(wider, narrower) || !holds(narrower, of)) return;
        expect(holds(wider, of)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('one that holds for all holds for any facts', () => {
    fc.assert(
      fc.property(conditions, someFacts, (when, of) => {
        if (holdsForAll(when)) expect(holds(when, of)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
