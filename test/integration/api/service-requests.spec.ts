import { ReleaseWaitingFigures } from '#libs/casework';
import { randomUUID } from 'node:crypto';
import { YES, readMatch, WILLOW } from './support/person-acts';
import { aProposal, aSentRequest, FIRST } from './support/request-acts';
import { NOW, useApi } from './support/use-api';
import { disclosureOf } from '../../support/disclosure';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

interface Action {
  readonly action: string;
  readonly href: string;
}
interface Read {
  readonly id: string;
  readonly state: string;
  readonly etag: string;
  readonly allocatedTo: string | null;
  readonly mayLeaveOn: string | null;
  readonly answeredForBy: { readonly role: string; readonly userId: string | null } | null;
  readonly availableActions: readonly Action[];
}

const actionsOf = ({ availableActions }: Read) => availableActions.map(({ action }) => action);
const ifMatch = ({ etag }: Read) => ({ 'if-match': etag });

async function read(persona: string, path: string): Promise<Read> {
  const answer = await (await api().as(persona)).get(path);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json<Read>();
}

const atDesk = (id: string) => read('responder', `/api/v1/service-requests/${id}`);
const atService = (id: string) => read('coordinator', `/api/v1/provider/requests/${id}`);

async function act(persona: string, { id, slug }: { id: string; slug: string }, body?: object) {
  const now = persona === 'responder' ? await atDesk(id) : await atService(id);
  return (await api().as(persona)).post(`/api/v1/service-requests/${id}/${slug}`, body, ifMatch(now));
}

describe('a request for support at the desk', () => {
  it('P6 leaves only once there is a ground, and says beforehand whether there is one', async () => {
    const { id } = await aProposal(api(), { dataClasses: [] });
    const before = await atDesk(id);
    expect([before.mayLeaveOn, actionsOf(before)]).toEqual([null, ['choose', 'withdraw']]);
    const refused = await act('responder', { id, slug: 'send' });
    expect([refused.statusCode, refused.json().reason]).toEqual([409, 'no-ground']);
    expect((await atDesk(id)).state).toBe('proposed');
  });

  it('is listed in its case and on the desk with the one who answers for it', async () => {
    const { caseId, id } = await aSentRequest(api());
    const responder = await api().as('responder');
    const ofCase = (await responder.get(`/api/v1/cases/${caseId}/service-requests`)).json();
    expect(ofCase.items).toEqual([expect.objectContaining({ id, state: 'sent', sentOn: 'consent' })]);
    expect(ofCase.items[0].answeredForBy).not.toBeNull();
    const all = (await responder.get('/api/v1/service-requests?which=all&limit=100')).json();
    expect(all.items.map((one: Read) => one.id)).toContain(id);
  });

  it('asks for the version that was read, and does the same thing once for the same key', async () => {
    const { id } = await aProposal(api());
    const responder = await api().as('responder');
    const path = `/api/v1/service-requests/${id}/send`;
    expect((await responder.post(path)).statusCode).toBe(428);
    const stale = await responder.post(path, undefined, { 'if-match': '"9"' });
    expect([stale.statusCode, stale.headers.etag]).toEqual([412, '"1"']);
    const key = { ...FIRST, 'idempotency-key': randomUUID() };
    const [first, again] = [
      await responder.post(path, undefined, key),
      await responder.post(path, undefined, key),
    ];
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 200, first.body]);
    const { rows } = await countSteps(id);
    expect(rows).toEqual(['proposed', 'sent']);
  });

  it('is not acted on by somebody else, and not answered in the place of a service that works here', async () => {
    const { id } = await aSentRequest(api());
    const noted = await act('responder', { id, slug: 'decline' }, { reason: 'age' });
    expect([noted.statusCode, noted.json().reason]).toEqual([409, 'service-answers-itself']);
    const sarc = await (
      await api().as('sarc')
    ).post(`/api/v1/service-requests/${id}/acknowledge`, undefined, FIRST);
    expect(sarc.statusCode).toBe(404);
  });
});

describe('a request for support at its service', () => {
  it('P7 shows the minimum in the inbox and no name, and records the look first (P8)', async () => {
    const { id } = await aSentRequest(api());
    const client = await api().as('coordinator');
    const inbox = await client.get('/api/v1/provider/inbox?limit=100');
    const line = inbox.json<{ items: (Read & { minimum: object })[] }>().items.find((one) => one.id === id);
    expect(line?.minimum).toMatchObject({ ageBand: expect.any(String), district: 'E07000066' });
    const one = await client.get(`/api/v1/provider/requests/${id}`);
    for (const { body } of [inbox, one]) expect(body).not.toMatch(/Quill|7700900|lantern|ZZ\//);
    const looks = await api().web.instance.admin<{ basis: string }>(
      `select distinct l.basis from app.access_log l join app.service_request r using (person_id)
       where r.request_id = $1 and l.what = 'needs' and l.role = 'provider-coordinator' order by 1`,
      [id],
    );
    expect(looks.map(({ basis }) => basis)).toEqual(['request-list', 'share']);
  });

  it('goes from its inbox to the first session and to its end', async () => {
    const { id } = await aSentRequest(api());
    const { userId } = api().web.instance.persona('adviser');
    expect(actionsOf(await atService(id))).toEqual(['read', 'acknowledge', 'accept', 'decline', 'redirect']);
    const steps: readonly (readonly [string, object | undefined, string])[] = [
      ['acknowledge', undefined, 'acknowledged'],
      ['accept', {}, 'waiting'],
      ['still-wanted', { answer: 'still-wanted' }, 'waiting'],
      ['allocate', { userId }, 'allocated'],
      ['start', undefined, 'active'],
      ['review', undefined, 'active'],
      ['end', { ending: 'planned' }, 'ended'],
    ];
    for (const [slug, body, state] of steps) {
      expect([slug, actionsOf(await atService(id))]).toEqual([slug, expect.arrayContaining([slug])]);
      const answer = await act('coordinator', { id, slug }, body);
      expect([slug, answer.statusCode, answer.json().state]).toEqual([slug, 200, state]);
    }
    const closed = (
      await (await api().as('coordinator')).get('/api/v1/provider/caseload?view=closed&limit=100')
    ).json();
    expect(closed.items.map((one: Read) => one.id)).toContain(id);
    expect(closed.items[0]).not.toHaveProperty('minimum');
    expect(actionsOf(await atService(id))).toEqual(['read']);
  });

  it('tells the second of two who accept that somebody was quicker', async () => {
    const { id } = await aSentRequest(api());
    const seen = ifMatch(await atService(id));
    const path = `/api/v1/service-requests/${id}/accept`;
    expect((await (await api().as('coordinator')).post(path, {}, seen)).statusCode).toBe(200);
    const late = await (await api().as('adviser')).post(path, {}, seen);
    expect([late.statusCode, late.json().reason]).toEqual([409, 'moved-on']);
  });

  it('P6 is a 404 as soon as the person takes back what they agreed to, and a line that it was taken back', async () => {
    const { caseId, id } = await aSentRequest(api());
    const seen = ifMatch(await atService(id));
    const path = `/api/v1/cases/${caseId}/consent/answers`;
    const no = { ...YES, recipient: WILLOW, decision: 'refused', dataClasses: ['needs'] };
    await (await api().as('responder')).post(path, no, await readMatch(api(), caseId));
    const coordinator = await api().as('coordinator');
    const taken = await coordinator.get(`/api/v1/provider/requests/${id}`);
    expect(taken.statusCode).toBe(404);
    expect((await coordinator.post(`/api/v1/service-requests/${id}/accept`, {}, seen)).statusCode).toBe(404);
    const notices = (await coordinator.get('/api/v1/provider/taken-back')).json();
    expect(notices.items[0]).toEqual(expect.objectContaining({ kind: 'isva' }));
    expect(JSON.stringify(notices)).not.toContain(id);
  });

  it('names only those who work there, and says which field is wrong', async () => {
    const { id } = await aSentRequest(api());
    const coordinator = await api().as('coordinator');
    const { userIds } = (await coordinator.get('/api/v1/provider/workers')).json<{ userIds: string[] }>();
    const { persona } = api().web.instance;
    expect(userIds).toContain(persona('adviser').userId);
    expect(userIds).not.toContain(persona('sarc').userId);
    const other = await act('coordinator', { id, slug: 'accept' }, { userId: persona('sarc').userId });
    expect([other.statusCode, other.json().errors[0].field]).toEqual([422, 'userId']);
    expect((await atService(id)).state).toBe('sent');
  });
});

describe('waiting lists', () => {
  it('are numbers alone, of the own agency to a coordinator, and as of the first of the month to a commissioner', async () => {
    const { id } = await aSentRequest(api());
    await act('coordinator', { id, slug: 'accept' }, {});
    const list = async (persona: string) =>
      (await (await api().as(persona)).get('/api/v1/waiting-lists')).json<{ items: Row[] }>().items;
    const own = await list('coordinator');
    expect(new Set(own.map(({ agencyId }) => agencyId))).toEqual(
      new Set([api().web.instance.persona('coordinator').agencyId]),
    );
    const willow = own.find(({ waiting }) => waiting !== null && waiting > 0);
    expect(willow?.hidden).toEqual([]);
    expect(await list('commissioner')).toEqual([]);
    const { workerWork, pack } = api().web.instance;
    await new ReleaseWaitingFigures(workerWork, pack.timezone, disclosureOf(pack)).execute();
    const published = (await list('commissioner')).find(({ serviceId }) => serviceId === willow?.serviceId);
    expect(willow?.waiting).toBeGreaterThan(0);
    expect([published?.waiting, published?.longestDays]).toEqual([0, null]);
  });
});

interface Row {
  readonly serviceId: string;
  readonly agencyId: string;
  readonly waiting: number | null;
  readonly medianDays: number | null;
  readonly longestDays: number | null;
  readonly hidden: readonly string[];
}

async function countSteps(id: string): Promise<{ readonly rows: readonly string[] }> {
  const rows = await api().web.instance.admin<{ state: string }>(
    'select state from app.service_request_step where request_id = $1 order by happened_at, step_id',
    [id],
  );
  return { rows: rows.map(({ state }) => state) };
}
