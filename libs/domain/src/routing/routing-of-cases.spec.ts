import type { Role } from '../access';
import type { AgencyId, ServiceId } from '../ids';
import { RELATIONSHIPS } from '../referral/codes';
import { HOUR, instant, plus } from '../time';
import { askingVerdict, choiceCovers, governing, type AskingVerdict } from './asking';
import { factsOfCase, isDomesticAbuse, NOTHING_ASKED, type CaseCodes } from './facts-of-case';
import { hoursLater, hoursSinceBand } from './hours-since';
import { overrideRefusal } from './override';
import { asksAboutFew, publishedReplay } from './published-replay';
import { readLater } from './read-later';
import { replayRouting } from './replay';
import { route } from './route';
import { aService, aTable, facts, ids, NOW } from './routing.samples';
import { readableBy } from './veil';

const CODES: CaseCodes = {
  ageBand: '13-15',
  ageAtIncident: null,
  district: 'north',
  channel: 'police',
  toldPolice: false,
  abuseFlagged: false,
  reportedAt: instant('2026-11-22T10:00:00Z'),
  submittedAt: instant('2026-11-22T12:00:00Z'),
  whenBand: 'within-72-hours',
  relationship: 'ex-partner',
  languageNeed: 'bsl',
};
const CONTEXT = {
  told: ['police'] as const,
  barredAgencies: ['agency-one'] as AgencyId[],
  tried: ids('one'),
};

describe('the facts of a case', () => {
  const made = factsOfCase(CODES, {
    asked: { ...NOTHING_ASKED, wanted: ['isva'] },
    context: CONTEXT,
    now: NOW,
  });

  it('are read from its codes, with what the desk knows beside', () => {
    expect(made).toMatchObject({
      ageNow: { least: 13, most: 15 },
      ageAtIncident: null,
      reported: true,
      hoursSince: { least: 24, most: 96, precision: 'band' },
      languages: ['bfi'],
      interpreterNeeded: false,
      domesticAbuse: true,
      told: ['police'],
      barredAgencies: ['agency-one'],
      tried: ['one'],
    });
  });

  it('take the hours that somebody said over the band, and an interpreter where no language is known', () => {
    const asked = { ...NOTHING_ASKED, hoursAgo: 30 };
    const other = factsOfCase(
      { ...CODES, languageNeed: 'interpreter' },
      { asked, context: CONTEXT, now: NOW },
    );
    expect(other.hoursSince).toEqual({ least: 30, most: 31, precision: 'hour' });
    expect(other.interpreterNeeded).toBe(true);
  });

  it('know of a report that came later and of a flag that stands, whatever the referral said', () => {
    const codes: CaseCodes = { ...CODES, channel: 'received', relationship: 'stranger' };
    const of = (change: Partial<CaseCodes>) =>
      factsOfCase({ ...codes, ...change }, { asked: NOTHING_ASKED, context: CONTEXT, now: NOW });
    expect([of({}).reported, of({ toldPolice: true }).reported]).toEqual([false, true]);
    expect([of({}).domesticAbuse, of({ abuseFlagged: true }).domesticAbuse]).toEqual([false, true]);
  });

  it('call it domestic abuse with a partner or former partner at any age, among the family from 16 on', () => {
    const speaking = (ageBand: CaseCodes['ageBand']) =>
      RELATIONSHIPS.filter((relationship) => isDomesticAbuse({ relationship, ageBand })).sort();
    expect(speaking('13-15')).toEqual(['ex-partner', 'partner']);
    expect(speaking('16-17')).toEqual(['ex-partner', 'family', 'partner']);
    expect(isDomesticAbuse({ relationship: 'family', ageBand: '16-17' })).toBe(true);
    expect(isDomesticAbuse({ relationship: 'family', ageBand: '13-15' })).toBe(false);
    expect(isDomesticAbuse({ relationship: 'stranger', ageBand: '25-39' })).toBe(false);
  });
});

describe('hours since, from a band', () => {
  const since = (band: CaseCodes['whenBand']) => hoursSinceBand({ ...CODES, band, now: NOW });

  it.each([
    ['within-72-hours', 24, 96],
    ['within-7-days', 24, 192],
    ['within-21-days', 24, 528],
    ['within-12-months', 526, 8808],
    ['over-12-months', 8806, null],
  ] as const)('%s', (band, least, most) => {
    expect(since(band)).toEqual({ least, most, precision: 'band' });
  });

  it('are not known when nobody knows, and are never fewer than none', () => {
    expect(since('unknown')).toBeNull();
    expect(hoursLater(null, 5)).toBeNull();
    expect(hoursLater({ least: 1, most: null, precision: 'hour' }, 5)).toEqual({
      least: 6,
      most: null,
      precision: 'hour',
    });
  });
});

describe('choosing another service than the first', () => {
  const unsure = [
    { district: 'north', from: '2020-01-01', to: null, evidence: 'recalled' as const, basis: 'a sample' },
  ];
  const services = [
    aService({ id: 'one', name: 'A' }),
    aService({ id: 'two', name: 'B' }),
    aService({ id: 'unsure', coverage: unsure }),
    aService({ id: 'walled', agencyId: 'agency-two' as AgencyId }),
    aService({ id: 'far', coverage: [] }),
    aService({ id: 'gone', state: 'retired' }),
  ];
  const made = facts({ barredAgencies: ['agency-two' as AgencyId], tried: [] });
  const decision = route({ facts: made, table: aTable(), services, loads: [], now: NOW });
  const refusal = (serviceId: string, role: Role = 'first-responder') =>
    overrideRefusal(decision, { kind: 'isva', serviceId: serviceId as ServiceId, role });

  it('is for whoever has a reason, for the lead alone, or for nobody', () => {
    expect(refusal('one')).toBe('already-first');
    expect(refusal('two')).toBeNull();
    expect(refusal('unsure')).toBe('lead-decides');
    expect(refusal('unsure', 'duty-lead')).toBeNull();
    expect(refusal('far')).toBe('lead-decides');
    expect(refusal('far', 'duty-lead')).toBeNull();
    expect(refusal('gone', 'duty-lead')).toBe('never');
    expect(refusal('walled', 'duty-lead')).toBe('never');
    expect(refusal('elsewhere')).toBe('not-answered');
  });

  it('asks the first without a word, one that is as good too, and any other with a reason', () => {
    const verdict = (serviceId: string, role: Role = 'first-responder') =>
      askingVerdict(readableBy(decision, role), { kind: 'isva', serviceId: serviceId as ServiceId, role });
    expect(verdict('one', 'duty-lead')).toBe('ask');
    expect(verdict('two', 'duty-lead')).toBe('ask');
    expect(verdict('unsure', 'duty-lead')).toBe('reason');
    expect(verdict('walled', 'duty-lead')).toBe('never');
    const longer = [
      { serviceId: 'two' as ServiceId, list: 'open' as const, limit: null, open: 3, waiting: 9 },
    ];
    const open = { facts: facts(), table: aTable(), services: services.slice(0, 3), loads: longer, now: NOW };
    const ordered = route(open);
    const asked = (serviceId: string) =>
      askingVerdict(ordered, { kind: 'isva', serviceId: serviceId as ServiceId, role: 'first-responder' });
    expect(['two', 'one', 'unsure', 'elsewhere'].map(asked)).toEqual([
      'ask',
      'reason',
      'lead',
      'not-answered',
    ]);
  });

  it('P7: tells a responder of a wall no more than that the lead decides about the kind', () => {
    const read = readableBy(decision, 'first-responder');
    expect(read.answers).toEqual([
      {
        kind: 'isva',
        asked: true,
        candidates: [],
        rejected: [],
        decidedBy: { role: 'duty-lead', reason: 'lead-decides' },
      },
    ]);
    for (const serviceId of ['one', 'two', 'unsure', 'walled', 'far', 'gone', 'elsewhere'] as ServiceId[])
      expect(overrideRefusal(read, { kind: 'isva', serviceId, role: 'first-responder' })).toBe(
        'lead-decides',
      );
    expect(readableBy(decision, 'duty-lead')).toBe(decision);
  });

  it('goes by the answer that was read, unless the newest is graver than a reason or opens a door', () => {
    const by = (kept: AskingVerdict, newest: AskingVerdict) => governing({ kept, newest });
    expect(by('ask', 'reason')).toBe('kept');
    expect(by('ask', 'ask')).toBe('kept');
    for (const grave of ['lead', 'never'] as const) expect(by('ask', grave)).toBe('newest');
    for (const opened of ['ask', 'reason'] as const) expect(by('lead', opened)).toBe('newest');
    expect(by('not-answered', 'ask')).toBe('newest');
    expect([choiceCovers('lead', 'first-responder'), choiceCovers('lead', 'duty-lead')]).toEqual([
      false,
      true,
    ]);
    expect([choiceCovers('reason', 'first-responder'), choiceCovers('never', 'duty-lead')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('an answer that is read later', () => {
  const hoursSince = { least: 100, most: 101, precision: 'hour' as const };
  const kept = facts({ hoursSince, acts: ['vaginal'] });
  const answer = route({ facts: kept, table: aTable(), services: [], loads: [], now: NOW });
  const later = (hours: number) =>
    readLater({ answer, facts: kept, decidedAt: NOW }, { table: aTable(), now: plus(NOW, hours * HOUR) });

  it('reads its windows from when it happened, and keeps everything else as it was', () => {
    expect(answer.first?.kind).toBe('sarc');
    expect(later(0)).toEqual(answer);
    expect(later(68).forensic.state).toBe('may-be-open');
    expect(later(68).first?.kind).toBe('sarc');
    const after = later(70);
    expect([after.forensic.state, after.first, after.answers]).toEqual(['outside', null, answer.answers]);
  });

  it('is never read as over where nobody has said when it was', () => {
    const unknown = { ...kept, hoursSince: null };
    const read = readLater(
      { answer, facts: unknown, decidedAt: NOW },
      { table: aTable(), now: plus(NOW, 5000 * HOUR) },
    );
    expect([read.forensic.state, read.first?.kind]).toEqual(['not-known', 'sarc']);
  });
});

describe('a draft tried on those who were routed', () => {
  const services = [aService({ id: 'one', name: 'A' }), aService({ id: 'two', name: 'B' })];
  const draft = aTable([
    { id: 'w', title: 'w', when: { domesticAbuse: true }, then: { kind: 'prefer', services: ids('two') } },
    {
      id: 'x',
      title: 'x',
      when: { reported: false },
      then: { kind: 'ask', support: 'isva', role: 'duty-lead', reason: 'new-service' },
    },
  ]);
  const past = [
    { at: NOW, facts: facts(), reference: 'ZZ-0001' },
    { at: NOW, facts: facts({ domesticAbuse: true }), reference: 'ZZ-0002' },
    { at: NOW, facts: facts({ reported: false }), reference: null },
  ];

  it('says how many would have gone elsewhere, how, and who, as far as the reader may know', () => {
    expect(replayRouting(past, { current: aTable(), draft, services })).toEqual({
      tried: 3,
      elsewhere: 2,
      toAnotherService: 1,
      nowDecidedByPerson: 1,
      noLongerDecidedByPerson: 0,
      newlyAnswered: 0,
      noLongerAnswered: 0,
      newlyFirst: 0,
      noLongerFirst: 0,
      byKind: [{ kind: 'isva', changed: 2 }],
      references: ['ZZ-0002'],
    });
  });

  it('changes nothing when nothing changed, and turns round when the tables do', () => {
    expect(replayRouting(past, { current: draft, draft, services }).elsewhere).toBe(0);
    const back = replayRouting(past, { current: draft, draft: aTable(), services });
    expect([back.toAnotherService, back.nowDecidedByPerson, back.noLongerDecidedByPerson]).toEqual([1, 0, 1]);
  });

  it('tells a kind that is newly put first from one that a person decided, either way round', () => {
    const first = aTable([
      {
        id: 'p',
        title: 'p',
        when: { domesticAbuse: true },
        then: { kind: 'put-first', support: 'sarc' },
      },
    ]);
    const to = replayRouting(past, { current: aTable(), draft: first, services });
    expect([to.newlyAnswered, to.newlyFirst, to.noLongerDecidedByPerson]).toEqual([1, 1, 0]);
    const back = replayRouting(past, { current: first, draft: aTable(), services });
    expect([back.noLongerAnswered, back.noLongerFirst, back.nowDecidedByPerson]).toEqual([1, 1, 0]);
    const other = aTable([
      { id: 'p', title: 'p', when: { domesticAbuse: true }, then: { kind: 'put-first', support: 'idva' } },
    ]);
    expect(replayRouting(past, { current: first, draft: other, services }).noLongerFirst).toBe(1);
    expect(replayRouting(past, { current: other, draft: first, services }).newlyFirst).toBe(1);
  });

  it('P7: tells whoever may not see cases no count under eight, and none of the others exactly', () => {
    const many = (count: number) =>
      Array.from({ length: count }, () => ({
        at: NOW,
        facts: facts({ domesticAbuse: true }),
        reference: 'ZZ-1',
      }));
    const told = (count: number) =>
      publishedReplay(replayRouting(many(count), { current: aTable(), draft, services }));
    expect([told(7).elsewhere, told(0).elsewhere]).toEqual([null, null]);
    expect([told(8).elsewhere, told(12).elsewhere, told(13).elsewhere]).toEqual([10, 10, 15]);
    expect(told(12).byKind).toEqual([{ kind: 'isva', changed: 10 }]);
    expect(told(12).references).toEqual([]);
    const only = aTable([draft.rules[1]!]);
    expect(asksAboutFew(many(7), { current: aTable(), draft: only })).toBe(true);
    expect(asksAboutFew(many(8), { current: aTable(), draft: only })).toBe(false);
    expect(asksAboutFew(many(8), { current: aTable(), draft })).toBe(true);
    expect(asksAboutFew([], { current: draft, draft })).toBe(false);
  });
});
