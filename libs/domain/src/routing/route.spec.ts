import type { DirectoryService } from '../directory';
import type { AgencyId, ServiceId } from '../ids';
import type { RoutingFacts, ServiceLoad } from './facts';
import { route } from './route';
import { aService, aTable, facts, ids, NOW } from './routing.samples';
import type { RoutingRule } from './table';

const CENTRE = aService({ id: 'centre', kind: 'sarc', name: 'Sample centre' });

function answerOf(
  change: Partial<RoutingFacts>,
  options: { services?: readonly DirectoryService[]; rules?: RoutingRule[]; loads?: ServiceLoad[] } = {},
) {
  const { services = [aService({ id: 'one' })], rules = [], loads = [] } = options;
  return route({ facts: facts(change), table: aTable(rules), services, loads, now: NOW });
}

const reasonsOf = (change: Partial<RoutingFacts>, service: Partial<Omit<DirectoryService, 'id'>>) =>
  answerOf(change, { services: [aService({ id: 'one', ...service })] }).answers[0]?.rejected[0]?.reasons.map(
    ({ code }) => code,
  );

const load = (change: Partial<ServiceLoad> = {}): ServiceLoad => ({
  serviceId: 'one' as ServiceId,
  list: 'open',
  limit: null,
  open: 0,
  waiting: 0,
  ...change,
});

describe('what keeps a service out, each with its reason', () => {
  it.each<[string, Partial<RoutingFacts>, Partial<Omit<DirectoryService, 'id'>>]>([
    ['retired', {}, { state: 'retired' }],
    ['closed-today', {}, { closures: [{ from: '2026-11-23', to: '2026-11-24', why: 'holiday' }] }],
    ['too-young', { ageNow: { least: 12, most: 12 } }, { ages: { from: 13, to: null } }],
    ['too-old', { ageNow: { least: 18, most: 24 } }, { ages: { from: 0, to: 17 } }],
    ['gender', { gender: 'men' }, { genders: ['women'] }],
    ['out-of-area', { district: 'south' }, {}],
    ['language', { languages: ['pl'] }, { interpreters: false }],
    ['access', { access: ['hearing-loop'] }, {}],
    ['not-suitable', { barredAgencies: ['agency-one' as AgencyId] }, {}],
    ['tried-already', { tried: ids('one') }, {}],
  ])('%s', (code, change, service) => {
    expect(reasonsOf(change, service)).toEqual([code]);
  });

  it('a closed list, which leaves the choice to a manager', () => {
    const closed = answerOf({}, { loads: [load({ list: 'closed' })] }).answers[0];
    expect(closed?.rejected[0]?.reasons).toEqual([{ code: 'list-closed' }]);
    expect(closed?.decidedBy).toEqual({ role: 'service-manager', reason: 'no-capacity' });
  });

  it.each([
    [5, ['waiting-list']],
    [6, ['waiting-list']],
    [4, ['room']],
  ])(
    'nothing at a limit of 5 with %i open: whoever is full says that it has a waiting list',
    (open, codes) => {
      const answer = answerOf({}, { loads: [load({ limit: 5, open })] }).answers[0];
      expect(answer?.rejected).toEqual([]);
      expect(answer?.decidedBy).toBeNull();
      const said = answer?.candidates[0]?.reasons.map(({ code }) => code) ?? [];
      expect(said.filter((code) => code === 'waiting-list' || code === 'room')).toEqual(codes);
    },
  );

  it('a closure that ends today keeps nobody out, and one day of a new district does not reach back', () => {
    const reopened = { closures: [{ from: '2026-11-20', to: '2026-11-23', why: 'holiday' as const }] };
    expect(reasonsOf({}, reopened)).toBeUndefined();
    const coverage = [
      {
        district: 'north',
        from: '2020-01-01',
        to: '2026-11-23',
        evidence: 'confirmed' as const,
        basis: 'a sample',
      },
    ];
    expect(reasonsOf({}, { coverage })).toEqual(['out-of-area']);
  });

  it('needs both kinds of access in one place, not one in each', () => {
    const place = (id: string, access: ('step-free' | 'hearing-loop' | 'quiet-room')[]) => ({
      id,
      name: id,
      district: null,
      position: null,
      access,
    });
    const needs = { access: ['hearing-loop', 'quiet-room'] as const };
    const apart = [place('a', ['hearing-loop']), place('b', ['quiet-room'])];
    expect(reasonsOf(needs, { locations: apart })).toEqual(['access']);
    expect(reasonsOf(needs, { locations: [place('a', ['hearing-loop', 'quiet-room'])] })).toBeUndefined();
  });
});

describe('who decides when no service simply follows', () => {
  it('the duty lead, where the district is not confirmed: the candidate is still shown', () => {
    const coverage = [
      { district: 'north', from: '2020-01-01', to: null, evidence: 'recalled' as const, basis: 'a sample' },
    ];
    const [answer] = answerOf({}, { services: [aService({ id: 'one', coverage })] }).answers;
    expect(answer?.decidedBy).toEqual({ role: 'duty-lead', reason: 'coverage-not-confirmed' });
    expect(answer?.candidates.map(({ serviceId, unconfirmed }) => [serviceId, unconfirmed])).toEqual([
      ['one', true],
    ]);
  });

  it('the duty lead, where no district is known', () => {
    const [answer] = answerOf({ district: null }).answers;
    expect(answer?.candidates).toHaveLength(1);
    expect(answer?.decidedBy).toEqual({ role: 'duty-lead', reason: 'district-not-known' });
  });

  it('the duty lead, where nobody takes the person, or nothing is wanted', () => {
    expect(answerOf({ district: 'south' }).answers[0]?.decidedBy?.reason).toBe('nobody-eligible');
    expect(answerOf({ wanted: [] }).decidedBy).toEqual({ role: 'duty-lead', reason: 'nothing-wanted' });
  });

  it('whom a rule names, and the first such rule alone', () => {
    const ask = (id: string, role: 'duty-lead' | 'service-manager'): RoutingRule => ({
      id,
      title: id,
      when: { reported: true },
      then: { kind: 'ask', support: 'isva', role, reason: 'complex-needs' },
    });
    const [answer] = answerOf(
      {},
      { rules: [ask('first', 'service-manager'), ask('second', 'duty-lead')] },
    ).answers;
    expect(answer?.decidedBy).toEqual({ role: 'service-manager', reason: 'complex-needs', ruleId: 'first' });
    expect(answer?.candidates).toHaveLength(1);
  });
});

describe('forensic windows', () => {
  const recent = { hoursSince: { least: 10, most: 12, precision: 'hour' as const } };
  const services = [CENTRE, aService({ id: 'one' })];

  it('put the centre first though nobody asked for it, with the health windows beside', () => {
    const answer = answerOf(recent, { services });
    expect(answer.answers.map(({ kind, asked }) => [kind, asked])).toEqual([
      ['sarc', false],
      ['isva', true],
    ]);
    expect(answer.first).toEqual({ kind: 'sarc', ruleId: 'forensic-first', through: null });
    expect(answer.health.map(({ care, state }) => [care, state])).toEqual([
      ['emergency-pill', 'open'],
      ['emergency-coil', 'open'],
      ['hiv-prevention', 'open'],
    ]);
  });

  it('are open by the most generous reading: what was done and when may be unknown', () => {
    const unknown = answerOf({ hoursSince: null, acts: [] }, { services });
    expect(unknown.first?.kind).toBe('sarc');
    expect(unknown.forensic.state).toBe('not-known');
    const wide = { hoursSince: { least: 100, most: 4000, precision: 'band' as const } };
    expect(answerOf(wide, { services }).forensic.state).toBe('may-be-open');
    expect(answerOf({ ...wide, acts: ['oral'] }, { services }).first).toBeNull();
    expect(answerOf({ ...wide, acts: ['oral', 'unknown'] }, { services }).first?.kind).toBe('sarc');
  });

  it('of a child are read from both charts, the shorter first and the longer not hidden', () => {
    const child = {
      ageNow: { least: 14, most: 14 },
      ageAtIncident: { least: 14, most: 14 },
      acts: ['vaginal' as const],
    };
    const { forensic } = answerOf({ ...child, hoursSince: { least: 100, most: 101, precision: 'hour' } });
    expect(forensic.windows.map(({ stage, hours, state }) => [stage, hours, state])).toEqual([
      ['before-puberty', 72, 'outside'],
      ['after-puberty', 168, 'open'],
    ]);
    const adult = answerOf({ acts: ['vaginal'] }).forensic.windows;
    expect(adult.map(({ stage }) => stage)).toEqual(['after-puberty']);
  });

  it.each([
    [167, 'open'],
    [168, 'open'],
    [169, 'outside'],
  ])('count to the hour: %d hours ago is %s', (hours, state) => {
    const since = { least: hours, most: hours, precision: 'hour' as const };
    expect(answerOf({ hoursSince: since, acts: ['vaginal'] }).forensic.state).toBe(state);
  });

  it('are those of the day: a version that has ended is not read', () => {
    const table = aTable([], {
      windows: aTable().windows.map((window) => ({ ...window, to: '2026-11-23' })),
    });
    const { forensic } = route({ facts: facts(recent), table, services, loads: [], now: NOW });
    expect(forensic.windows).toEqual([]);
    expect(forensic.state).toBe('not-known');
  });

  it('under 13 lead to the centre through the police or social care alone', () => {
    const child = { ...recent, ageNow: { least: 12, most: 12 }, ageAtIncident: { least: 12, most: 12 } };
    const alone = answerOf(child, { services });
    expect(alone.first).toEqual({ kind: 'sarc', ruleId: 'forensic-first', through: 'police-or-social-care' });
    expect(alone.answers[0]?.candidates).toEqual([]);
    expect(alone.answers[0]?.decidedBy).toEqual({
      role: 'safeguarding-lead',
      reason: 'police-or-social-care-first',
    });
    const told = answerOf({ ...child, told: ['childrens-social-care'] }, { services });
    expect(told.answers[0]?.candidates.map(({ serviceId }) => serviceId)).toEqual(['centre']);
  });
});

describe('the order of candidates', () => {
  const order = (change: Partial<RoutingFacts>, options: Parameters<typeof answerOf>[1]) =>
    answerOf(change, options).answers[0]?.candidates.map(({ serviceId }) => serviceId);
  const covering = (id: string, evidence: 'confirmed' | 'supported' | 'recalled', change = {}) =>
    aService({
      id,
      name: id,
      coverage: [{ district: 'north', from: '2020-01-01', to: null, evidence, basis: 'a sample' }],
      ...change,
    });

  it('is what a rule prefers, then how well the district is known', () => {
    const services = [covering('a', 'recalled'), covering('b', 'supported'), covering('c', 'confirmed')];
    expect(order({}, { services })).toEqual(['c', 'b', 'a']);
    const prefer: RoutingRule = {
      id: 'p',
      title: 'p',
      when: {},
      then: { kind: 'prefer', services: ids('b', 'a') },
    };
    expect(order({}, { services, rules: [prefer] })).toEqual(['b', 'a', 'c']);
  });

  it('is then the wishes of the person, which shut nobody out, and then who waits', () => {
    const services = [covering('a', 'confirmed', { workerGenders: ['man'] }), covering('b', 'confirmed')];
    expect(order({ workerGender: 'woman' }, { services })).toEqual(['b', 'a']);
    const loads = [
      load({ serviceId: 'a' as ServiceId, waiting: 1 }),
      load({ serviceId: 'b' as ServiceId, waiting: 9 }),
    ];
    expect(order({}, { services, loads })).toEqual(['a', 'b']);
  });

  it('is then room, before how many wait: whoever is full is offered after whoever is not', () => {
    const services = [covering('a', 'confirmed'), covering('b', 'confirmed')];
    const loads = [
      load({ serviceId: 'a' as ServiceId, limit: 5, open: 5, waiting: 0 }),
      load({ serviceId: 'b' as ServiceId, limit: 5, open: 4, waiting: 9 }),
    ];
    expect(order({}, { services, loads })).toEqual(['b', 'a']);
  });

  it('is then a place in the own district, where the places of all of them are known', () => {
    const at = (district: string | null) => [{ id: 'x', name: 'x', district, position: null, access: [] }];
    const near = covering('z', 'confirmed', { locations: [...at('east'), ...at('north')] });
    const far = covering('a', 'confirmed', { locations: at('east') });
    expect(order({}, { services: [far, near] })).toEqual(['z', 'a']);
    const unwritten = covering('b', 'confirmed', { locations: at(null) });
    expect(order({}, { services: [far, near, unwritten] })).toEqual(['a', 'b', 'z']);
    expect(order({ district: null }, { services: [far, near] })).toEqual(['a', 'z']);
  });
});

describe('rules that shut services', () => {
  const services = [aService({ id: 'one' }), aService({ id: 'two' })];

  it('name the rule and its reason', () => {
    const rules: RoutingRule[] = [
      {
        id: 'ends',
        title: 'Contract ends',
        when: { reported: true },
        then: { kind: 'reject', services: ids('two'), reason: 'contract-ends' },
      },
    ];
    expect(answerOf({}, { services, rules }).answers[0]?.rejected).toEqual([
      { serviceId: 'two', reasons: [{ code: 'rule', ruleId: 'ends', because: 'contract-ends' }] },
    ]);
    expect(answerOf({ reported: false }, { services, rules }).answers[0]?.rejected).toEqual([]);
  });

  it('of several choices the first that counts decides', () => {
    const only = (id: string, service: string): RoutingRule => ({
      id,
      title: id,
      when: { districts: ['north'] },
      then: { kind: 'only', support: 'isva', services: ids(service) },
    });
    const [answer] = answerOf({}, { services, rules: [only('first', 'two'), only('second', 'one')] }).answers;
    expect(answer?.candidates.map(({ serviceId }) => serviceId)).toEqual(['two']);
    expect(answer?.rejected[0]?.reasons).toEqual([{ code: 'not-among-chosen', ruleId: 'first' }]);
  });

  it('may ask for the police or social care first', () => {
    const rules: RoutingRule[] = [
      {
        id: 'young',
        title: 'Young people',
        when: { ageNow: { from: 13, to: 15 } },
        then: { kind: 'require-route', support: 'isva' },
      },
    ];
    const young = { ageNow: { least: 14, most: 14 } };
    expect(answerOf(young, { services, rules }).answers[0]?.decidedBy?.role).toBe('safeguarding-lead');
    expect(answerOf({ ...young, told: ['police'] }, { services, rules }).answers[0]?.candidates).toHaveLength(
      2,
    );
  });
});
