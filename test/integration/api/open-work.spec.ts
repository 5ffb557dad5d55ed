import { FireDeadlines } from '#libs/casework';
import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

async function fireAll(): Promise<void> {
  const { workerWork, ids } = api().web.instance;
  const fire = new FireDeadlines(workerWork, ids);
  const sweep = { wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 } as const;
  while ((await fire.execute(sweep)) > 0);
}

describe('alerts', () => {
  it('wait for the duty lead, who acknowledges the version that was read', async () => {
    const { caseId } = await api().refer();
    await api().web.instance.setNow('2026-09-02T16:30:00Z');
    await fireAll();
    const lead = await api().as('lead');
    const list = async () => {
      const { items } = (await lead.get('/api/v1/alerts?limit=100')).json();
      return items.filter((alert: { caseId: string; level: string }) => {
        return alert.caseId === caseId && alert.level === 'duty-lead';
      });
    };
    const [alert] = await list();
    const { href } = alert.availableActions.find(
      ({ action }: { action: string }) => action === 'acknowledge',
    );
    expect((await lead.post(href)).statusCode).toBe(428);
    expect((await lead.post(href, undefined, { 'if-match': '"7"' })).statusCode).toBe(412);
    const done = await lead.post(href, undefined, { 'if-match': alert.etag });
    expect(done.statusCode).toBe(200);
    expect(done.json()).toMatchObject({ id: alert.id, state: 'acknowledged' });
    expect(await list()).toEqual([]);
  });

  it('are read page by page, oldest first, each once', async () => {
    for (let n = 0; n < 3; n += 1) await api().refer();
    await api().web.instance.setNow('2026-09-02T16:40:00Z');
    await fireAll();
    const lead = await api().as('lead');
    const all = (await lead.get('/api/v1/alerts?limit=100')).json().items;
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = (await lead.get(`/api/v1/alerts?limit=2${cursor}`)).json();
      paged.push(...items.map(({ id }: { id: string }) => id));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(paged).toEqual(all.map(({ id }: { id: string }) => id));
    expect(paged.length).toBeGreaterThanOrEqual(3);
  });
});

describe('what else waits', () => {
  interface Waiting {
    readonly overdue: readonly { readonly kind: string; readonly count: number }[];
    readonly setAside: number;
  }
  const read = async (persona: string): Promise<Waiting> =>
    (await (await api().as(persona)).get('/api/v1/alerts/waiting')).json();
  const overdue = async (persona: string, kind: string) =>
    (await read(persona)).overdue.find((line) => line.kind === kind)?.count;

  it('is counted for whoever may read the list, and never past a wall', async () => {
    const { caseId } = await api().refer({ ageInYears: 12 });
    const walled = await api().refer({ ageInYears: 12, worksFor: 'this-service' });
    expect(walled.caseId).not.toBe(caseId);
    const before = await overdue('lead', 'safeguarding-tasks');
    await api().web.instance.setNow('2026-09-04T16:30:00Z');
    const [forLead, forResponder] = [
      await overdue('lead', 'safeguarding-tasks'),
      await overdue('responder', 'safeguarding-tasks'),
    ];
    expect([before, forLead, forResponder]).toEqual([0, 2, 1]);
    const kinds = async (persona: string) => (await read(persona)).overdue.map(({ kind }) => kind);
    expect(await kinds('lead')).toEqual([
      'safeguarding-tasks',
      'safety-reviews',
      'override-reviews',
      'emergency-openings',
    ]);
    expect(await kinds('responder')).toEqual(['safeguarding-tasks', 'safety-reviews']);
  });

  it('counts what failed and is tried again, and says of what only that', async () => {
    const { setAside } = await read('lead');
    await api().web.instance.admin(
      `insert into app.set_aside_work (kind, row_id, tries, fault, failed_at, retry_at)
       values ('safeguarding', uuidv7(), 1, 'SampleError', now(), now() + interval '1 minute')`,
    );
    const after = await (await api().as('lead')).get('/api/v1/alerts/waiting');
    expect(after.json().setAside).toBe(setAside + 1);
    expect(after.body).not.toContain('SampleError');
  });
});

describe('checks by a second person', () => {
  it('P4 a late entry counts only once somebody else has confirmed it', async () => {
    const { caseId } = await api().refer();
    await api().web.instance.setNow('2026-09-02T16:30:00Z');
    await fireAll();
    const [responder, colleague] = [await api().as('responder'), await api().as('responder-two')];
    const given = { emotionalSupport: 'given', justiceInformation: 'given', supportOffer: 'given' };
    const spoke = { channel: 'call', outcome: 'spoke', identity: 'code-word', ...given };
    const late = { ...spoke, happenedAt: '2026-09-01T13:50:00+01:00' };
    const recorded = await responder.post(`/api/v1/cases/${caseId}/attempts`, late);
    expect(recorded.json().waitsForCheck).toBe(true);
    const states = async () => {
      const { deadlines } = (await responder.get(`/api/v1/cases/${caseId}`)).json();
      return deadlines.map(({ state }: { state: string }) => state);
    };
    expect(await states()).toEqual(['breached', 'breached']);

    const find = async (client: typeof responder) => {
      const { items } = (await client.get('/api/v1/checks?limit=100')).json();
      return items.find((check: { caseId: string }) => check.caseId === caseId);
    };
    const own = await find(responder);
    expect(own.availableActions.map(({ action }: { action: string }) => action)).toEqual(['read-case']);
    const path = `/api/v1/checks/${own.id}/decision`;
    const headers = { 'if-match': own.etag };
    const self = await responder.post(path, { decision: 'confirmed' }, headers);
    expect([self.statusCode, self.json().reason]).toEqual([409, 'same-person']);

    expect((await colleague.post(path, { decision: 'confirmed' })).statusCode).toBe(428);
    const stale = await colleague.post(path, { decision: 'confirmed' }, { 'if-match': '"9"' });
    expect(stale.statusCode).toBe(412);
    expect((await colleague.post(path, { decision: 'confirmed' }, headers)).statusCode).toBe(200);
    expect(await states()).toEqual(['met-on-confirmation', 'met-on-confirmation']);
    const again = await colleague.post(path, { decision: 'declined' }, headers);
    expect([again.statusCode, again.json().reason]).toEqual([409, 'already-decided']);
  });
});

describe('the county figure and the policies', () => {
  it('shows both limbs of a month, with the definition behind them', async () => {
    const commissioner = await api().as('commissioner');
    const figure = await commissioner.get('/api/v1/figures/promise?month=2026-09');
    expect(figure.statusCode).toBe(200);
    expect(figure.json()).toMatchObject({ month: '2026-09', measure: 'first-conversation-in-time v2' });
    expect((await commissioner.get('/api/v1/figures/promise')).statusCode).toBe(422);
    expect((await commissioner.get('/api/v1/figures/promise?month=2026-13')).statusCode).toBe(422);
    for (const outside of ['2019-01', '2026-10']) {
      const refused = await commissioner.get(`/api/v1/figures/promise?month=${outside}`);
      expect([outside, refused.statusCode]).toEqual([outside, 422]);
      expect(refused.json().detail).toContain('/api/v1/figures/promise?month=2026-0');
      expect(refused.json().errors[0].message).toContain('from the first referral until this month');
    }
  });

  it('shows every version of each policy and calendar', async () => {
    const { policies, calendars } = (await (await api().as('auditor')).get('/api/v1/policies')).json();
    expect(policies[0].limbs.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['24h', '1wd']),
    );
    expect(calendars[0].holidays).toContain('2026-12-25');
  });
});
