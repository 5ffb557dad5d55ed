import { randomUUID } from 'node:crypto';
import type { ApiClient } from './support/api-client';
import { aMatch, aSearch, KNOWN } from './support/person-acts';
import { NOW, useApi } from './support/use-api';

const api = useApi();
let responder: ApiClient;
beforeEach(async () => {
  await api().web.instance.setNow(NOW);
  responder = await api().as('responder');
});

const QUERY = { name: 'Merlin Turnstone', bornOn: '1984-11-09' };
const accessesBy = (caseId: string) =>
  api().web.instance.admin<{ basis: string }>('select basis from app.access_log where case_id = $1', [
    caseId,
  ]);

describe('looking somebody up', () => {
  it('P8 shows who may be them, and records each; another’s search is not there', async () => {
    const { caseId } = await api().refer(KNOWN);
    const id = await aSearch(api(), QUERY);
    expect(await accessesBy(caseId)).toEqual([]);
    const read = await responder.get(`/api/v1/person-searches/${id}`);
    const found = read.json().found.find((one: { caseId: string }) => one.caseId === caseId);
    expect(found).toMatchObject({ nameToAskFor: 'Merlin Turnstone', open: true });
    expect(found.evidence).toContain('same-birth');
    expect(await accessesBy(caseId)).toEqual([{ basis: 'search' }]);
    expect((await (await api().as('responder-two')).get(`/api/v1/person-searches/${id}`)).statusCode).toBe(
      404,
    );
  });

  it.each([
    [{ name: 'Merlin' }, 'name'],
    [{ ...QUERY, bornOn: '2031-01-01' }, 'bornOn'],
    [{ ...QUERY, ageInYears: 41 }, 'ageInYears'],
    [{ ...QUERY, number: '07700900123' }, 'number'],
    [{ ...QUERY, door: 'back-door' }, 'door'],
  ])('for %j is refused at its field', async (body, field) => {
    const refused = await responder.post('/api/v1/person-searches', body);
    expect([refused.statusCode, refused.json().errors[0].field]).toEqual([422, field]);
    expect(refused.body).not.toContain('Merlin');
  });

  it('ends after half an hour, and then says so', async () => {
    const id = await aSearch(api(), QUERY);
    await api().web.instance.setNow('2026-09-01T13:31:00Z');
    const late = await responder.get(`/api/v1/person-searches/${id}`);
    expect([late.statusCode, late.json().reason]).toEqual([409, 'search-ended']);
  });

  it('P7 a case that may not be seen, or never was, is answered alike; so is a referral', async () => {
    const id = await aSearch(api(), QUERY);
    const path = `/api/v1/person-searches/${id}`;
    const unknown = await responder.post(`${path}/answer`, { answer: 'same-person', caseId: randomUUID() });
    expect(unknown.statusCode).toBe(404);
    const withNew = await responder.post(`${path}/answer`, { answer: 'new', caseId: randomUUID() });
    expect(withNew.statusCode).toBe(422);
    expect((await responder.post(`${path}/answer`, { answer: 'new' })).statusCode).toBe(200);
    const linked = await responder.post(`${path}/link`, { referralId: randomUUID() });
    expect([linked.statusCode, linked.json().reason]).toEqual([409, 'nothing-chosen']);
  });
});

describe('possible matches', () => {
  it('P7 P8 are listed without a name, opened with a record for both, and taken back', async () => {
    const { matchId, caseId, otherCaseId } = await aMatch(api());
    const list = await responder.get('/api/v1/matches?show=decided&limit=100');
    expect(list.body).not.toContain('Merlin');
    expect(list.json().items.map(({ id }: { id: string }) => id)).toContain(matchId);

    for (const path of [caseId, otherCaseId].map((id) => `/api/v1/cases/${id}/matches`)) {
      const { items } = (await responder.get(path)).json();
      expect(items).toContainEqual(expect.objectContaining({ id: matchId, state: 'same-person' }));
    }

    const opened = await responder.get(`/api/v1/matches/${matchId}`);
    expect(opened.json()).toMatchObject({
      state: 'same-person',
      sides: [{ caseId, names: ['Merlin Turnstone'], bornOn: '1984-11-09' }, { caseId: otherCaseId }],
    });
    for (const seen of [caseId, otherCaseId])
      expect(await accessesBy(seen)).toContainEqual({ basis: 'match-review' });

    const undo = (version: string) =>
      responder.post(
        `/api/v1/matches/${matchId}/undo`,
        { reason: 'chosen-by-mistake' },
        { 'if-match': version },
      );
    expect((await undo('"99"')).statusCode).toBe(412);
    expect((await undo(opened.json().etag)).json()).toMatchObject({ state: 'waiting' });
    const waiting = (await responder.get('/api/v1/matches?limit=100')).json().items;
    expect(waiting.map(({ id }: { id: string }) => id)).toContain(matchId);
  });

  it('are decided once: one report has one case that goes on', async () => {
    const { matchId, caseId, otherCaseId } = await aMatch(api());
    const path = `/api/v1/matches/${matchId}`;
    const etag = async () => ({ 'if-match': (await responder.get(path)).json().etag });
    await responder.post(`${path}/undo`, { reason: 'new-details' }, await etag());
    const unsure = { decision: 'same-person', reason: 'not-sure' };
    const refused = await responder.post(`${path}/decision`, unsure, await etag());
    expect([refused.statusCode, refused.json().reason]).toEqual([422, 'reason-needed']);
    const sure = { decision: 'same-report', reason: 'person-said-so', note: 'Told on the phone' };
    const decided = await responder.post(`${path}/decision`, sure, await etag());
    const { keptCaseId } = decided.json();
    const ended = keptCaseId === caseId ? otherCaseId : caseId;
    expect((await responder.get(`/api/v1/cases/${ended}`)).json().closedAt).not.toBeNull();
    const again = await responder.post(`${path}/decision`, sure, await etag());
    expect([again.statusCode, again.json().reason]).toEqual([409, 'already-decided']);
    expect((await responder.get(path)).json()).toMatchObject({ note: 'Told on the phone', keptCaseId });
  });
});
