import { aShare, WILLOW_ID } from './support/person-acts';
import { A_SERVICE, aRoutingDraft } from './support/pathway-operations';
import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

interface Action {
  readonly action: string;
  readonly href: string;
}
interface Offering {
  readonly etag: string;
  readonly availableActions: readonly Action[];
}
interface Draft extends Offering {
  readonly table: { readonly rules: readonly { id: string; title: string; when: object; then: object }[] };
  readonly faults: readonly { readonly code: string }[];
}
interface Plan {
  readonly leads: { readonly by: string; readonly agencyId: string | null; readonly userId: string | null };
  readonly lead: Offering | null;
  readonly contacts: readonly ({ id: string; state: string; userId: string | null } & Offering)[];
  readonly told: readonly { readonly topic: string }[];
  readonly availableActions: readonly Action[];
}

const ifMatch = ({ etag }: { etag: string }) => ({ 'if-match': etag });
const userOf = (persona: string) => api().web.instance.persona(persona).userId;
const namesOf = ({ availableActions }: { availableActions: readonly Action[] }) =>
  availableActions.map(({ action }) => action);

async function read<Body>(persona: string, path: string): Promise<Body> {
  const answer = await (await api().as(persona)).get(path);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json<Body>();
}

describe('the routing table', () => {
  it('is read with its versions, tried on somebody made up, and offers drafts to who keeps it', async () => {
    const table = await read<Offering & { version: number; standing: string }>(
      'administrator',
      '/api/v1/routing-table',
    );
    expect([table.standing, namesOf(table)]).toEqual(['in-force', ['try', 'read-drafts', 'begin-draft']]);
    expect(namesOf(await read('responder', '/api/v1/routing-table'))).toEqual([]);
    const same = await read<{ version: number }>('auditor', `/api/v1/routing-table?version=${table.version}`);
    expect(same.version).toBe(table.version);
    expect((await (await api().as('auditor')).get('/api/v1/routing-table?version=999')).statusCode).toBe(404);

    const lead = await api().as('lead');
    const somebody = { wanted: ['isva'], age: 30, reported: true, hoursAgo: 5, acts: ['vaginal'] };
    const tried = (await lead.post('/api/v1/routing-table/try', somebody)).json();
    expect([tried.forensic, tried.first.kind]).toEqual(['open', 'sarc']);
    const older = await lead.post('/api/v1/routing-table/try', { ...somebody, ageThen: 31 });
    expect([older.statusCode, older.json().errors[0].field]).toEqual([422, 'ageThen']);
  });

  it('is changed as a draft, of one administrator alone, and proposed once nothing is wrong with it', async () => {
    const id = await aRoutingDraft(api());
    const path = `/api/v1/routing-drafts/${id}`;
    const administrator = await api().as('administrator');
    const draft = () => read<Draft>('administrator', path);
    const rule = { title: 'Sample rule', when: { reported: true }, then: { kind: 'prefer' } };
    const half = await administrator.post(`${path}/rules`, rule, ifMatch(await draft()));
    expect([half.statusCode, half.json().errors[0].field]).toEqual([422, 'then.services']);

    const whole = { ...rule, then: { kind: 'prefer', services: [A_SERVICE] } };
    const first = ifMatch(await draft());
    expect((await administrator.post(`${path}/rules`, whole, first)).statusCode).toBe(201);
    expect((await administrator.post(`${path}/rules`, whole, first)).statusCode).toBe(412);
    const added = (await draft()).table.rules.at(-1)!;
    expect(added).toMatchObject(whole);
    const end = { ruleId: added.id, by: 'down' };
    const moved = await administrator.post(`${path}/rules/move`, end, ifMatch(await draft()));
    expect([moved.statusCode, moved.json().reason]).toEqual([409, 'at-the-end']);

    const nobody = { ruleId: added.id, ...whole, when: { hours: { atLeast: 9, atMost: 5 } } };
    await administrator.post(`${path}/rules/change`, nobody, ifMatch(await draft()));
    expect((await draft()).faults.map(({ code }) => code)).toContain('matches-nothing');
    const ending = { effectiveFrom: null, reason: 'learning-from-practice' };
    const refused = await administrator.post(`${path}/propose`, ending, ifMatch(await draft()));
    expect(refused.statusCode).toBe(422);
    await administrator.post(`${path}/rules/change`, { ruleId: added.id, ...whole }, ifMatch(await draft()));

    const other = await api().as('administrator-two');
    expect((await other.get(path)).statusCode).toBe(404);
    expect((await other.post(`${path}/propose`, ending, ifMatch(await draft()))).statusCode).toBe(404);
    const stale = await administrator.post(`${path}/propose`, ending, { 'if-match': '"1"' });
    expect(stale.statusCode).toBe(412);
    const proposed = await administrator.post(`${path}/propose`, ending, ifMatch(await draft()));
    expect(proposed.statusCode).toBe(201);
    const proposal = `/api/v1/proposals/${proposed.json().proposalId}`;
    const waiting = await read<Offering & { kind: string }>('administrator', proposal);
    expect([waiting.kind, namesOf(waiting)]).toEqual(['routing', expect.arrayContaining(['withdraw'])]);

    const replay = await administrator.get(`${path}/replay`);
    expect([replay.statusCode, replay.json().reason]).toEqual([409, 'asks-about-few']);
    expect((await administrator.post(`${path}/drop`, undefined, ifMatch(await draft()))).statusCode).toBe(
      200,
    );
    expect((await administrator.get(path)).statusCode).toBe(404);
  });
});

describe('the plan of a case', () => {
  it('P15 is led by one at every instant, and by a service once one of its workers accepts', async () => {
    const { caseId, shareId } = await aSharedCase(['identity', 'support-fact']);
    const desk = () => read<Plan>('responder', `/api/v1/cases/${caseId}/plan`);
    const service = () => read<Plan>('adviser', `/api/v1/shared/${shareId}/plan`);
    const [responder, adviser] = [await api().as('responder'), await api().as('adviser')];
    expect([(await desk()).leads.by, namesOf(await desk())]).toEqual([
      'case-owner',
      ['plan-contact', 'keep-told', 'offer-lead'],
    ]);
    const offer = await responder.post(`/api/v1/cases/${caseId}/plan/lead`, { agencyId: WILLOW_ID });
    expect(offer.statusCode).toBe(201);
    expect((await desk()).leads.by).toBe('case-owner');
    const offered = (await service()).lead!;
    expect(namesOf(offered)).toEqual(['accept', 'decline']);
    const { href } = offered.availableActions[0]!;
    const foreign = await (await api().as('sarc')).post(href, { move: 'accept' }, ifMatch(offered));
    expect(foreign.statusCode).toBe(404);
    expect((await adviser.post(href, { move: 'accept' }, { 'if-match': '"9"' })).statusCode).toBe(412);
    expect((await adviser.post(href, { move: 'accept' }, ifMatch(offered))).json().state).toBe('leading');
    expect((await service()).leads).toEqual({
      by: 'service',
      agencyId: WILLOW_ID,
      userId: userOf('adviser'),
    });
    const led = await desk();
    expect(led.leads).toEqual({ by: 'service', agencyId: WILLOW_ID, userId: null });
    expect(namesOf(led.lead!)).toEqual(['end']);
    expect((await responder.post(href, { move: 'end' }, ifMatch(led.lead!))).statusCode).toBe(200);
    expect((await desk()).leads.by).toBe('case-owner');
  });

  it('P6 P8 shows a service its own part, the rest by consent, and records that it was read', async () => {
    const { caseId, shareId } = await aSharedCase(['identity']);
    const shared = `/api/v1/shared/${shareId}/plan`;
    const [responder, adviser] = [await api().as('responder'), await api().as('adviser')];
    const contact = { way: 'call', at: '2026-09-03T10:00:00+01:00' };
    expect((await responder.post(`/api/v1/cases/${caseId}/plan/contacts`, contact)).statusCode).toBe(201);
    await responder.post(`/api/v1/cases/${caseId}/plan/told`, { topics: ['health'] });
    const past = await adviser.post(`${shared}/contacts`, { ...contact, at: '2026-08-01T10:00:00Z' });
    expect([past.statusCode, past.json().errors[0].field]).toEqual([422, 'at']);
    expect((await adviser.post(`${shared}/contacts`, contact)).statusCode).toBe(201);
    const theirs = await read<Plan>('adviser', shared);
    expect(theirs.contacts.map(({ userId }) => userId)).toEqual([userOf('adviser')]);
    expect(theirs.told).toEqual([]);
    const all = await read<Plan>('responder', `/api/v1/cases/${caseId}/plan`);
    expect(all.contacts.map(({ userId }) => userId).toSorted()).toEqual(
      [null, userOf('responder')].toSorted(),
    );
    const { href } = theirs.contacts[0]!.availableActions[0]!;
    const early = await adviser.post(href, { outcome: 'note-happened' });
    expect([early.statusCode, early.json().reason]).toEqual([409, 'not-yet']);
    expect((await adviser.post(href, { outcome: 'cancel' })).statusCode).toBe(200);
    const seen = await api().web.instance.admin(
      `select 1 from app.access_log where case_id = $1 and basis = 'share' and what = 'support-fact'`,
      [caseId],
    );
    expect(seen.length).toBeGreaterThan(0);
    expect((await (await api().as('sarc')).get(shared)).statusCode).toBe(404);
  });
});

describe('swaps of shifts', () => {
  it('move nothing before the colleague accepts, and are answered by them alone', async () => {
    const [lead, responder, two] = [
      await api().as('lead'),
      await api().as('responder'),
      await api().as('responder-two'),
    ];
    const span = { fromAt: '2026-10-05T08:00:00Z', toAt: '2026-10-05T16:00:00Z' };
    const added = await lead.post('/api/v1/rota/shifts', { ...span, userId: userOf('responder') });
    const { shiftId } = added.json<{ shiftId: string }>();
    const rota = `/api/v1/rota?from=${span.fromAt}&to=${span.toAt}`;
    const shift = async (persona: string) =>
      (await read<{ shifts: ({ id: string; userId: string } & Offering)[] }>(persona, rota)).shifts.find(
        ({ id }) => id === shiftId,
      )!;
    expect(namesOf(await shift('responder'))).toEqual(['ask-swap']);
    expect(namesOf(await shift('responder-two'))).toEqual([]);
    const path = `/api/v1/rota/shifts/${shiftId}/swap`;
    const match = ifMatch(await shift('responder'));
    const self = await responder.post(path, { toUserId: userOf('responder') }, match);
    expect([self.statusCode, self.json().errors[0].field]).toEqual([422, 'toUserId']);
    const asked = await responder.post(path, { toUserId: userOf('responder-two') }, match);
    expect(asked.statusCode).toBe(201);
    expect((await shift('lead')).userId).toBe(userOf('responder'));
    const { open } = await read<{ open: ({ id: string } & Offering)[] }>(
      'responder-two',
      '/api/v1/rota/swaps',
    );
    const mine = open.find(({ id }) => id === asked.json<{ swapId: string }>().swapId)!;
    expect(namesOf(mine)).toEqual(['accept', 'decline']);
    const { href } = mine.availableActions[0]!;
    const own = await responder.post(href, { answer: 'accept' });
    expect([own.statusCode, own.json().reason]).toEqual([409, 'not-for-you']);
    expect((await two.post(href, { answer: 'accept' })).statusCode).toBe(200);
    expect((await shift('lead')).userId).toBe(userOf('responder-two'));
    expect((await two.post(href, { answer: 'accept' })).json().reason).toBe('already-answered');
  });
});

/** A case of which the person agreed that Willow Advocacy reads these classes, and the share for it. */
async function aSharedCase(dataClasses: readonly string[]): Promise<{ caseId: string; shareId: string }> {
  const { caseId } = await api().refer();
  return { caseId, shareId: await aShare(api(), caseId, dataClasses) };
}
