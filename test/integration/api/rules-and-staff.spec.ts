import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

interface Offered {
  readonly availableActions: readonly { readonly action: string; readonly href: string }[];
}

const actionsOf = ({ availableActions }: Offered) => availableActions.map(({ action }) => action);
const userOf = (persona: string) => api().web.instance.persona(persona).userId;

describe('redirects', () => {
  it('P15 close a case only once the other body has said that it takes the person on', async () => {
    const { caseId } = await api().refer();
    const [lead, responder] = [await api().as('lead'), await api().as('responder')];
    const path = `/api/v1/cases/${caseId}/redirects`;
    const { etag } = (await lead.get(`/api/v1/cases/${caseId}`)).json();
    const judged = { reason: 'out-of-county', receivingBody: 'victim-support', basis: 'person-agreed' };
    expect((await responder.post(path, judged, { 'if-match': etag })).statusCode).toBe(404);
    expect((await lead.post(path, judged, { 'if-match': etag })).statusCode).toBe(201);
    const waiting = (await lead.get(path)).json().items[0];
    expect([waiting.state, actionsOf(waiting)]).toEqual(['waiting', ['acknowledge', 'take-back']]);
    expect(actionsOf((await responder.get(path)).json().items[0])).toEqual([]);
    const said = { how: 'phone', acknowledgedAt: '2026-09-01T14:00:00+01:00', by: 'Sample Worker Wren' };
    const closedAt = async () => (await lead.get(`/api/v1/cases/${caseId}`)).json().closedAt;
    expect(await closedAt()).toBeNull();
    const taken = await lead.post(`${path}/acknowledgement`, said, { 'if-match': waiting.etag });
    expect(taken.statusCode).toBe(200);
    expect(await closedAt()).not.toBeNull();
    expect((await lead.get(path)).body).not.toContain('Wren');
  });
});

describe('urgent pages', () => {
  it('are answered by those with the duty, and the referrer says that they hold the risk', async () => {
    const { referralId, caseId } = await api().refer({ dangers: ['danger-now'] });
    const [officer, lead] = [await api().as('officer'), await api().as('lead')];
    const own = async () => (await officer.get(`/api/v1/referrals/${referralId}/urgent-page`)).json();
    expect(await own()).toMatchObject({ state: 'open', somebodyOnCall: false, riskAcknowledgedAt: null });
    expect((await officer.post((await own()).availableActions[0].href)).statusCode).toBe(200);
    expect(actionsOf(await own())).toEqual([]);
    expect((await officer.get('/api/v1/urgent-pages')).statusCode).toBe(404);

    const { items } = (await lead.get('/api/v1/urgent-pages')).json();
    const page = items.find((one: { caseId: string }) => one.caseId === caseId);
    expect(actionsOf(page)).toContain('acknowledge');
    const path = `/api/v1/urgent-pages/${page.id}/acknowledge`;
    const responder = await (await api().as('responder')).post(path, undefined, { 'if-match': page.etag });
    expect([responder.statusCode, responder.json().reason]).toEqual([409, 'not-on-call']);
    expect((await lead.post(path, undefined, { 'if-match': page.etag })).json()).toMatchObject({ caseId });
    expect((await lead.post(path, undefined, { 'if-match': page.etag })).statusCode).toBe(412);
    expect(await own()).toMatchObject({ state: 'acknowledged' });
  });
});

describe('how long records are kept', () => {
  const path = '/api/v1/proposals/retention-schedule';
  const read = async (persona: string) => (await (await api().as(persona)).get('/api/v1/retention')).json();
  const draft = async (years: number) => {
    const { version, rules } = await read('dpo');
    const kept: readonly { outcome: string; years: number; ground: string }[] = rules;
    return {
      basedOnVersion: version,
      effectiveFrom: null,
      reason: 'learning-from-practice',
      rules: kept.map(({ outcome, years: now, ground }) => ({
        outcome,
        years: outcome === 'died' ? years : now,
        ground,
      })),
    };
  };

  it('is drafted by the officer, who takes it back, and decided by a service manager alone', async () => {
    const [dpo, manager] = [await api().as('dpo'), await api().as('manager')];
    expect(actionsOf(await read('dpo'))).toEqual(['propose-schedule', 'read-proposals']);
    expect(actionsOf(await read('manager'))).toEqual(['read-proposals']);
    const { rules } = await draft(9);
    const same = await dpo.post(path, { ...(await draft(9)), rules: (await read('dpo')).rules.map(asSent) });
    expect([same.statusCode, same.json().reason]).toEqual([409, 'unchanged']);
    const turned = { ...(await draft(9)), rules: (await read('dpo')).rules.map(asSent).toReversed() };
    expect((await dpo.post(path, turned)).json().reason).toBe('unchanged');
    const gaps = await dpo.post(path, { ...(await draft(9)), rules: rules.slice(1) });
    expect([gaps.statusCode, gaps.json().errors[0].field]).toEqual([422, 'change']);
    const few = rules.map((rule) => ({ ...rule, years: rule.outcome === 'child' ? 1 : rule.years }));
    expect((await dpo.post(path, { ...(await draft(9)), rules: few })).statusCode).toBe(422);

    const made = await dpo.post(path, await draft(9));
    expect(made.statusCode).toBe(201);
    const at = `/api/v1/proposals/${made.json().proposalId}`;
    const opened = (await dpo.get(at)).json();
    expect([opened.kind, actionsOf(opened)]).toEqual(['retention', ['read', 'withdraw']]);
    expect(opened.preview[0].rows.length).toBe(rules.length + 1);
    const match = { 'if-match': opened.etag };
    const decide = async (persona: string, decision: object) =>
      (await (await api().as(persona)).post(`${at}/decision`, decision, match)).statusCode;
    expect(await decide('dpo', { decision: 'approve' })).toBe(404);
    expect(await decide('administrator', { decision: 'approve' })).toBe(404);
    expect(await decide('dpo', { decision: 'withdraw' })).toBe(200);

    const again = (await dpo.post(path, await draft(9))).json();
    const second = `/api/v1/proposals/${again.proposalId}`;
    const offered = (await manager.get(second)).json();
    expect(actionsOf(offered)).toEqual(['read', 'approve', 'decline']);
    const approved = await manager.post(
      `${second}/decision`,
      { decision: 'approve' },
      { 'if-match': offered.etag },
    );
    expect(approved.json()).toMatchObject({ state: 'approved', effectiveFrom: expect.any(String) });
    const late = await dpo.post(path, { ...(await draft(10)), basedOnVersion: 1 });
    expect([late.statusCode, late.json().reason]).toEqual([409, 'newer-version']);
  });
});

function asSent({ outcome, years, ground }: Readonly<Record<'outcome' | 'years' | 'ground', unknown>>) {
  return { outcome, years, ground };
}

describe('changes of rules', () => {
  it('need a second person, who reads what they would have meant', async () => {
    const [maker, other] = [await api().as('administrator'), await api().as('administrator-two')];
    const change = {
      basedOnVersion: 1,
      effectiveFrom: null,
      reason: 'learning-from-practice',
      attempts: 6,
      workingDays: 5,
      timesOfDay: 2,
      mostPerDay: 2,
      routesWanted: 2,
      eveningWanted: true,
    };
    const path = '/api/v1/proposals/attempt-policy';
    const unkeepable = await maker.post(path, { ...change, attempts: 20, workingDays: 1 });
    expect([unkeepable.statusCode, unkeepable.json().errors[0].field]).toEqual([422, 'change']);
    const made = await maker.post(path, change);
    expect(made.statusCode).toBe(201);
    expect((await maker.post(path, change)).json().reason).toBe('already-waiting');

    const read = async (who: typeof maker) =>
      (await who.get(`/api/v1/proposals/${made.json().proposalId}`)).json();
    const opened = await read(other);
    expect(opened.changes.length).toBeGreaterThan(0);
    expect(actionsOf(opened)).toEqual(['read', 'approve', 'decline']);
    expect(actionsOf(await read(maker))).toEqual(['read', 'withdraw']);
    const decision = `/api/v1/proposals/${opened.id}/decision`;
    const tag = { 'if-match': opened.etag };
    expect((await maker.post(decision, { decision: 'approve' }, tag)).json().reason).toBe('same-person');
    expect((await other.post(decision, { decision: 'decline' }, tag)).statusCode).toBe(422);
    const approved = await other.post(decision, { decision: 'approve' }, tag);
    expect(approved.json()).toMatchObject({
      state: 'approved',
      effectiveFrom: expect.stringMatching(/^2026-09-01T13:0\d:00\.000Z$/),
    });
    const { items } = (await other.get('/api/v1/proposals/decided')).json();
    expect(items.map(({ id }: { id: string }) => id)).toContain(opened.id);
  });

  it('take what differs of a promise, and refuse what nobody could keep', async () => {
    const maker = await api().as('administrator');
    const { policies } = (await maker.get('/api/v1/policies')).json();
    const [policy] = policies;
    expect(actionsOf(policy)).toEqual(['propose-change']);
    const elapsed = policy.limbs.find(({ kind }: { kind: string }) => kind === 'elapsed');
    const change = (seconds: number, limb = elapsed.id) => ({
      basedOnVersion: policy.version,
      effectiveFrom: null,
      reason: 'contract-changed',
      policy: policy.id,
      limbs: [{ id: limb, seconds }],
      bindingLimb: policy.bindingLimb,
    });
    const path = '/api/v1/proposals/policies';
    expect((await maker.post(path, change(7_200, 'nothing-like-it'))).statusCode).toBe(422);
    expect((await maker.post(path, change(90 * 86_400))).json().errors[0].field).toBe('change');
    expect((await maker.post(path, { ...change(7_200), basedOnVersion: 77 })).statusCode).toBe(422);
    const made = await maker.post(path, change(23 * 3_600));
    expect(made.statusCode).toBe(201);
    const seen = await maker.get(`/api/v1/proposals/${made.json().proposalId}`);
    expect(seen.json().changes).toHaveLength(1);
  });

  it('take bank holidays as dates on top of a version that is named', async () => {
    const maker = await api().as('administrator');
    const [calendar] = (await maker.get('/api/v1/policies')).json().calendars;
    const body = {
      basedOnVersion: calendar.version,
      effectiveFrom: null,
      reason: 'holiday-proclaimed',
      calendar: calendar.id,
      addedHolidays: ['2026-09-21'],
    };
    const known = { ...body, addedHolidays: [calendar.holidays.at(-1)] };
    expect((await maker.post('/api/v1/proposals/bank-holidays', known)).statusCode).toBe(422);
    const unreal = { ...body, addedHolidays: ['2026-02-30'] };
    expect((await maker.post('/api/v1/proposals/bank-holidays', unreal)).statusCode).toBe(422);
    expect((await maker.post('/api/v1/proposals/bank-holidays', body)).statusCode).toBe(201);
  });
});

describe('leave', () => {
  it('is planned, listed, covered and ended by those whose it is, with the acts that each may do', async () => {
    const { caseId } = await api().refer();
    const [responder, other] = [await api().as('responder'), await api().as('responder-two')];
    const casePath = `/api/v1/cases/${caseId}`;
    const { etag } = (await responder.get(casePath)).json();
    expect((await responder.post(`${casePath}/take`, undefined, { 'if-match': etag })).statusCode).toBe(200);
    const span = { fromAt: '2026-09-03T00:00:00+01:00', toAt: '2026-09-05T00:00:00+01:00' };
    const foreign = await other.post('/api/v1/leave', { ...span, userId: userOf('responder') });
    expect(foreign.statusCode).toBe(404);
    const planned = await responder.post('/api/v1/leave', { ...span, userId: userOf('responder') });
    expect(planned.statusCode).toBe(201);
    const listed = async (who: typeof responder) =>
      (await who.get('/api/v1/leave'))
        .json()
        .items.find(({ id }: { id: string }) => id === planned.json().leaveId);
    const own = await listed(responder);
    expect(actionsOf(own)).toEqual(['cancel', 'offer-cover']);
    expect(actionsOf(await listed(other))).toEqual([]);
    expect(await listed(await api().as('adviser'))).toBeUndefined();
    const now = (await responder.get(casePath)).json();
    const cover = { toUserId: userOf('responder-two'), cases: [{ caseId, etag: now.etag }] };
    const offered = await responder.post(`/api/v1/leave/${own.id}/cover`, cover);
    expect(offered.json().rows).toMatchObject([{ decision: 'offered' }]);
    const cancel = `/api/v1/leave/${own.id}/cancel`;
    expect((await responder.post(cancel, undefined, { 'if-match': '"7"' })).statusCode).toBe(412);
    expect((await responder.post(cancel, undefined, { 'if-match': own.etag })).statusCode).toBe(200);
    expect((await other.get('/api/v1/handovers')).json().toAnswer).toEqual([]);
  });
});

describe('people and the rota', () => {
  it('a rota has one person or a gap', async () => {
    const lead = await api().as('lead');
    const shift = {
      userId: userOf('responder'),
      fromAt: '2026-09-05T09:00:00+01:00',
      toAt: '2026-09-05T17:00:00+01:00',
    };
    const added = await lead.post('/api/v1/rota/shifts', shift);
    expect(added.statusCode).toBe(201);
    const second = await lead.post('/api/v1/rota/shifts', { ...shift, userId: userOf('responder-two') });
    expect([second.statusCode, second.json().reason]).toEqual([422, 'overlaps']);
    const week = 'from=2026-09-05T00:00:00%2B01:00&to=2026-09-06T00:00:00%2B01:00';
    const read = async (who: typeof lead) => (await who.get(`/api/v1/rota?${week}`)).json();
    const { shifts, gaps, people } = await read(lead);
    expect([shifts.length, gaps.length]).toEqual([1, 2]);
    expect(people.map(({ userId }: { userId: string }) => userId)).toContain(userOf('responder'));
    expect(actionsOf((await read(await api().as('responder'))).shifts[0])).toEqual(['ask-swap']);
    expect(actionsOf((await read(await api().as('responder-two'))).shifts[0])).toEqual([]);
    const remove = `/api/v1/rota/shifts/${shifts[0].id}/remove`;
    expect((await lead.post(remove, undefined, { 'if-match': '"9"' })).statusCode).toBe(412);
    expect((await lead.post(remove, undefined, { 'if-match': shifts[0].etag })).statusCode).toBe(200);
    expect((await read(lead)).shifts).toEqual([]);
  });

  it('accounts are kept without names, never one’s own, and only where one keeps them', async () => {
    const [administrator, manager] = [await api().as('administrator'), await api().as('manager')];
    const all = await administrator.get('/api/v1/staff');
    expect(all.body).not.toMatch(/@|name":"[A-Z][a-z]+ [A-Z][a-z]+ \(sample\)/);
    const [team] = (await administrator.get('/api/v1/teams')).json().items;
    const officers = all.json().items.filter(({ role }: { role: string }) => role === 'officer');
    const own = all.json().items.find(({ id }: { id: string }) => id === userOf('administrator'));
    expect(actionsOf(own)).toEqual([]);
    expect(actionsOf(officers[0])).toEqual(['change-rights', 'disable']);
    const seen = (await manager.get('/api/v1/staff')).json().items;
    expect(seen.some(({ role }: { role: string }) => role === 'officer')).toBe(false);
    const foreign = `/api/v1/staff/${officers[0].id}/disable`;
    expect((await manager.post(foreign, undefined, { 'if-match': officers[0].etag })).statusCode).toBe(404);

    const person = {
      agencyId: officers[0].agencyId,
      teamId: officers[0].teamId,
      role: 'officer',
      name: 'Sample Officer Dunlin',
      email: 'sample.dunlin@example.test',
      subject: 'sample-subject-dunlin',
    };
    const invited = await administrator.post('/api/v1/staff', person);
    expect(invited.statusCode).toBe(201);
    expect((await administrator.post('/api/v1/staff', person)).json().reason).toBe('identity-taken');
    const wrong = await administrator.post('/api/v1/staff', {
      ...person,
      email: 'a@b,c@d.test',
      subject: 'other',
    });
    expect([wrong.statusCode, wrong.json().errors[0].field]).toEqual([422, 'email']);
    const rename = `/api/v1/teams/${team.id}/name`;
    const renamed = await administrator.post(
      rename,
      { name: 'Sample team (east)' },
      { 'if-match': team.etag },
    );
    expect(renamed.statusCode).toBe(200);
  });
});

describe('offers that were declined', () => {
  it('are counted for the team alone and hold nobody', async () => {
    const [officer, south] = [await api().as('officer'), await api().as('officer-south')];
    const declined = { answer: 'not-now', district: 'E07000066', askAgainOn: '2026-10-01' };
    const { id } = (await officer.post('/api/v1/declined-offers', declined)).json();
    const late = await officer.post('/api/v1/declined-offers', { ...declined, askAgainOn: '2026-08-01' });
    expect([late.statusCode, late.json().errors[0].field]).toEqual([422, 'askAgainOn']);
    const listed = async (who: typeof officer) =>
      (await who.get('/api/v1/declined-offers')).json().items.map((one: { id: string }) => one.id);
    expect(await listed(officer)).toContain(id);
    expect(await listed(south)).not.toContain(id);
    expect((await south.post(`/api/v1/declined-offers/${id}/asked-again`)).statusCode).toBe(404);
    expect((await officer.post(`/api/v1/declined-offers/${id}/asked-again`)).statusCode).toBe(200);
    expect(await listed(officer)).not.toContain(id);
  });
});
