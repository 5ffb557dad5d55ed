import { randomUUID } from 'node:crypto';
import type { ApiClient } from './support/api-client';
import {
  anAnswer,
  anOverride,
  aShare,
  OVERRIDE,
  readMatch,
  WILLOW,
  WILLOW_ID,
  YES,
} from './support/person-acts';
import { NOW, useApi } from './support/use-api';

const api = useApi();
let responder: ApiClient;
beforeEach(async () => {
  await api().web.instance.setNow(NOW);
  responder = await api().as('responder');
});

interface Line {
  readonly recipient: string;
  readonly purpose: string;
  readonly cells: readonly { readonly dataClass: string; readonly answer: string }[];
}

async function answersFor(caseId: string, recipient = WILLOW): Promise<Readonly<Record<string, string>>> {
  const { lines } = (await responder.get(`/api/v1/cases/${caseId}/consent`)).json<{
    lines: readonly Line[];
  }>();
  const line = lines.find((one) => one.recipient === recipient && one.purpose === 'support');
  return Object.fromEntries(line?.cells.map(({ dataClass, answer }) => [dataClass, answer]) ?? []);
}

const act = async (caseId: string, end: string, body: object) =>
  responder.post(`/api/v1/cases/${caseId}/${end}`, body, await readMatch(api(), caseId));

describe('consent', () => {
  it('P6 unknown is no, class by class, and the newest answer counts', async () => {
    const { caseId } = await api().refer();
    expect(await answersFor(caseId)).toMatchObject({ identity: 'never-asked', incident: 'never-asked' });
    await anAnswer(api(), caseId);
    expect(await answersFor(caseId)).toMatchObject({ identity: 'yes', incident: 'never-asked' });
    const back = { recipient: WILLOW, purpose: 'support', dataClass: 'identity', how: 'by-phone' };
    expect((await act(caseId, 'consent/withdrawals', back)).statusCode).toBe(201);
    expect(await answersFor(caseId)).toMatchObject({ identity: 'withdrawn', 'safe-contact': 'yes' });
    const nothing = await act(caseId, 'consent/withdrawals', { ...back, dataClass: 'incident' });
    expect([nothing.statusCode, nothing.json().reason]).toEqual([409, 'nothing-to-withdraw']);
  });

  it('keeps every answer, and gives a receipt that names neither person nor service', async () => {
    const { caseId } = await api().refer();
    await anAnswer(api(), caseId);
    const path = `/api/v1/cases/${caseId}/consent/entries`;
    const { items } = (await responder.get(path)).json();
    expect(items.map(({ decision }: { decision: string }) => decision)).toEqual(['given', 'given', 'given']);
    const [withReferral] = items.filter(({ takenBy }: { takenBy: string | null }) => takenBy === null);
    expect(withReferral).toMatchObject({ purpose: 'be-called', availableActions: [] });
    const [{ href }] = items[0].availableActions;
    const receipt = await responder.get(href);
    expect(receipt.json()).toMatchObject({ event: { state: 'given', basis: 'adult', method: 'by-phone' } });
    expect(receipt.body).not.toMatch(/Quill|WM-|Synergy|Waymark/);
    expect((await responder.get(`${path}/${withReferral.id}/receipt`)).statusCode).toBe(404);
    const elsewhere = await api().refer();
    const foreign = `/api/v1/cases/${elsewhere.caseId}/consent/entries/${items[0].id}/receipt`;
    expect((await responder.get(foreign)).statusCode).toBe(404);
  });

  it('refuses an answer by somebody who may not give it, with the way out', async () => {
    const { caseId } = await api().refer({ ageInYears: 14 });
    const refused = await act(caseId, 'consent/answers', YES);
    expect([refused.statusCode, refused.json().reason]).toEqual([422, 'under-16-needs-assessment']);
    expect(refused.json().errors[0].field).toBe('assessment');
    const assessed = { ...YES, assessment: 'They said back in their own words what would be shared' };
    expect((await act(caseId, 'consent/answers', assessed)).statusCode).toBe(201);
    const { items } = (await responder.get(`/api/v1/cases/${caseId}/consent/entries`)).json();
    expect(items[0]).toMatchObject({ basis: 'gillick' });
    expect(JSON.stringify(items)).not.toContain('in their own words');
    const adult = await api().refer();
    const parent = await act(adult.caseId, 'consent/answers', { ...YES, giver: 'parent' });
    expect([parent.statusCode, parent.json().reason]).toEqual([422, 'decides-for-themselves']);
  });

  it.each([
    [{ recipient: 'police', purpose: 'support' }, 404],
    [{ recipient: `agency:${randomUUID()}` }, 404],
    [{ recipient: 'agency:x' }, 422],
    [{ recipient: 'neighbour' }, 422],
    [{ dataClasses: [] }, 422],
    [{ dataClasses: ['identity', 'identity'] }, 422],
    [{ days: 91 }, 422],
  ])('an answer with %j is refused', async (change, status) => {
    const { caseId } = await api().refer();
    expect((await act(caseId, 'consent/answers', { ...YES, ...change })).statusCode).toBe(status);
    expect(await answersFor(caseId)).toMatchObject({ identity: 'never-asked' });
  });
});

describe('sharing without consent', () => {
  it('P6 opens nothing before a second person confirms it, is over by itself, and is reviewed', async () => {
    const { caseId } = await api().refer();
    const id = await anOverride(api(), caseId);
    const [lead, manager] = [await api().as('lead'), await api().as('manager')];
    const { items } = (await responder.get(`/api/v1/cases/${caseId}/overrides`)).json();
    expect(items).toMatchObject([{ id, state: 'waiting', stands: false }]);
    expect(JSON.stringify(items)).not.toContain('sample reason');

    const opened = await lead.get(`/api/v1/overrides/${id}`);
    expect(opened.json()).toMatchObject({ necessity: OVERRIDE.necessity });
    const href = (action: string) => `/api/v1/overrides/${id}/${action}`;
    const etag = { 'if-match': opened.json().etag };
    expect(
      (await lead.post(href('decision'), { decision: 'confirm' }, { 'if-match': '"9"' })).statusCode,
    ).toBe(412);
    expect((await lead.post(href('decision'), { decision: 'confirm' }, etag)).statusCode).toBe(200);
    const standing = (await manager.get(`/api/v1/overrides/${id}`)).json();
    expect(standing).toMatchObject({ state: 'in-force', stands: true });
    expect(standing.endsAt).toMatch(/^2026-09-02T13:00:/);

    const fresh = { 'if-match': standing.etag };
    expect((await manager.post(href('end'), undefined, fresh)).statusCode).toBe(200);
    const ended = (await manager.get(`/api/v1/overrides/${id}`)).json();
    expect(ended).toMatchObject({ state: 'ended', stands: false });
    const review = { finding: 'was-needed', personTold: true };
    const reviewed = await manager.post(href('review'), review, { 'if-match': ended.etag });
    expect(reviewed.statusCode).toBe(200);
  });

  it('is decided by nobody who asked for it', async () => {
    const { caseId } = await api().refer();
    const lead = await api().as('lead');
    const asked = await lead.post(
      `/api/v1/cases/${caseId}/overrides`,
      OVERRIDE,
      await readMatch(api(), caseId),
    );
    const { overrideId } = asked.json();
    const own = await lead.get(`/api/v1/overrides/${overrideId}`);
    expect(own.json().availableActions.map(({ action }: { action: string }) => action)).toEqual(['open']);
    const path = `/api/v1/overrides/${overrideId}/decision`;
    const decided = await lead.post(path, { decision: 'confirm' }, { 'if-match': own.json().etag });
    expect([decided.statusCode, decided.json().reason]).toEqual([409, 'same-person']);
  });

  it('is listed page by page, each once', async () => {
    for (let n = 0; n < 3; n += 1) await anOverride(api(), (await api().refer()).caseId);
    const lead = await api().as('lead');
    const all = (await lead.get('/api/v1/overrides?limit=100')).json().items;
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = (await lead.get(`/api/v1/overrides?limit=2${cursor}`)).json();
      paged.push(...items.map(({ id }: { id: string }) => id));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(paged).toEqual(all.map(({ id }: { id: string }) => id));
    expect(paged.length).toBeGreaterThanOrEqual(3);
  });

  it('asked for longer than its ground allows is refused at its field', async () => {
    const { caseId } = await api().refer();
    const long = await act(caseId, 'overrides', { ...OVERRIDE, hours: 672 });
    expect([long.statusCode, long.json().errors[0].field]).toEqual([422, 'hours']);
  });
});

describe('shares', () => {
  it('P6 P8 show a provider what was agreed and nothing besides; each look is recorded', async () => {
    const { caseId } = await api().refer();
    const shareId = await aShare(api(), caseId);
    const adviser = await api().as('adviser');
    const { items } = (await adviser.get('/api/v1/shared?limit=100')).json();
    const line = items.find(({ id }: { id: string }) => id === shareId);
    expect(line).toMatchObject({ purpose: 'support', dataClasses: ['identity', 'safe-contact'] });
    expect(JSON.stringify(items)).not.toContain('Quill');
    const record = (await adviser.get(`/api/v1/shared/${shareId}`)).json();
    expect(record).toMatchObject({
      identity: { nameToAskFor: 'Sample Person Quill' },
      safeContact: { routes: [{ value: '+447700900123', safeNow: ['call'] }] },
      incidents: null,
      investigation: null,
      needs: null,
    });
    expect(JSON.stringify(record)).not.toContain('lantern');
    const seen = await api().web.instance.admin<{ what: string }>(
      "select what from app.access_log where case_id = $1 and basis = 'share' order by what",
      [caseId],
    );
    expect(seen.map(({ what }) => what)).toEqual(['contact-route', 'identity', 'safe-contact-words']);
    const { items: shares } = (await responder.get(`/api/v1/cases/${caseId}/shares`)).json();
    expect(shares[0].seen.map(({ what }: { what: string }) => what)).toContain('identity');
  });

  it('P6 are gone the moment the person takes it back, and the provider is told', async () => {
    const { caseId } = await api().refer();
    const shareId = await aShare(api(), caseId);
    const adviser = await api().as('adviser');
    expect((await adviser.get(`/api/v1/shared/${shareId}`)).statusCode).toBe(200);
    const back = await act(caseId, 'consent/withdrawals', {
      recipient: WILLOW,
      purpose: 'support',
      how: 'by-phone',
    });
    expect(back.json()).toMatchObject({ closedShares: 1 });
    expect((await adviser.get(`/api/v1/shared/${shareId}`)).statusCode).toBe(404);
    const { items } = (await adviser.get('/api/v1/shared/notices')).json();
    const recalled = items.find(({ kind }: { kind: string }) => kind === 'recalled');
    const [{ href }] = recalled.availableActions;
    expect((await adviser.post(href)).statusCode).toBe(200);
    expect((await (await api().as('sarc')).post(href)).statusCode).toBe(404);
  });

  it('P6 are not opened without a ground for all of it, and are taken back by hand too', async () => {
    const { caseId } = await api().refer();
    await anAnswer(api(), caseId);
    const more = { agencyId: WILLOW_ID, purpose: 'support', dataClasses: ['identity', 'incident'] };
    const { shareId } = (await responder.post(`/api/v1/cases/${caseId}/shares`, more)).json();
    const path = `/api/v1/shares/${shareId}`;
    const opened = await responder.post(`${path}/open`, undefined, { 'if-match': '"1"' });
    expect([opened.statusCode, opened.json().reason]).toEqual([409, 'no-ground']);
    expect((await responder.post(`${path}/close`, undefined, { 'if-match': '"1"' })).statusCode).toBe(200);
    const { items } = (await responder.get(`/api/v1/cases/${caseId}/shares`)).json();
    expect(items).toMatchObject([{ state: 'closed', closing: 'not-needed', availableActions: [] }]);
  });

  it('P7 of another service, or that never were, are one answer', async () => {
    const { caseId } = await api().refer();
    const shareId = await aShare(api(), caseId);
    const [sarc, adviser] = [await api().as('sarc'), await api().as('adviser')];
    const body = async (client: ApiClient, id: string) =>
      (await client.get(`/api/v1/shared/${id}`)).body.replace(/urn:uuid:[0-9a-f-]+/, 'urn:uuid');
    expect(await body(sarc, shareId)).toBe(await body(adviser, randomUUID()));
    const stranger = { agencyId: randomUUID(), purpose: 'support', dataClasses: ['identity'] };
    expect((await responder.post(`/api/v1/cases/${caseId}/shares`, stranger)).statusCode).toBe(404);
  });
});
