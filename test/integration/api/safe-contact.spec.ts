import { randomUUID } from 'node:crypto';
import { instant, type CaseId } from '#libs/domain';
import { withEmail } from '../person-messages/support';
import type { ApiClient } from './support/api-client';
import { readMatch } from './support/person-acts';
import { NOW, useApi } from './support/use-api';

const api = useApi();
let responder: ApiClient;
beforeEach(async () => {
  await api().web.instance.setNow(NOW);
  responder = await api().as('responder');
});

const cardOf = async (caseId: string) => (await responder.get(`/api/v1/cases/${caseId}/safe-contact`)).json();
const change = async (caseId: string, part: string, body: object, by = responder) =>
  by.post(`/api/v1/cases/${caseId}/safe-contact/${part}`, body, await readMatch(api(), caseId));
const accesses = (caseId: string) =>
  api().web.instance.admin<{ what: string }>(
    'select what from app.access_log where case_id = $1 order by seen_at, what',
    [caseId],
  );

describe('the safe-contact card', () => {
  it('is said part by part; every version is kept in codes, with who wrote it', async () => {
    const { caseId } = await api().refer();
    const mornings = { hours: [{ day: 'tue', opens: '09:00', closes: '12:00' }] };
    expect((await change(caseId, 'safe-times', mornings)).statusCode).toBe(200);
    const never = { hours: [{ day: 'sat', opens: '00:00', closes: '24:00' }] };
    expect((await change(caseId, 'never-times', never)).statusCode).toBe(200);
    const date = { date: '2026-09-08', kind: 'open', hours: [{ opens: '18:00', closes: '19:00' }] };
    expect((await change(caseId, 'dates', date)).statusCode).toBe(200);
    expect((await change(caseId, 'our-number', { callerId: 'withhold' })).statusCode).toBe(200);
    expect((await change(caseId, 'wording', { wording: 'reminder' })).statusCode).toBe(200);
    const card = await cardOf(caseId);
    expect(card).toMatchObject({
      saidTimes: { tue: [['09:00', '12:00']] },
      neverTimes: { sat: [['00:00', '24:00']] },
      dates: [{ date: '2026-09-08', kind: 'open', hours: [['18:00', '19:00']] }],
      callerId: 'withhold',
      wording: 'reminder',
    });
    const { items } = (await responder.get(`/api/v1/cases/${caseId}/safe-contact/versions`)).json();
    expect(items.map(({ part }: { part: string }) => part)).toEqual(
      expect.arrayContaining(['times', 'add-date', 'caller-id', 'wording']),
    );
    expect((await change(caseId, 'dates/remove', { date: '2026-09-08' })).statusCode).toBe(200);
    expect((await cardOf(caseId)).dates).toEqual([]);
    const gone = await change(caseId, 'dates/remove', { date: '2026-09-08' });
    expect([gone.statusCode, gone.json().reason]).toEqual([409, 'unknown-date']);
  });

  it('P5 a list left empty by mistake never opens every hour, and hours past midnight are not guessed', async () => {
    const { caseId } = await api().refer();
    const empty = await change(caseId, 'safe-times', { hours: [] });
    expect([empty.statusCode, empty.json().errors[0].field]).toEqual([422, 'hours']);
    const night = await change(caseId, 'safe-times', {
      hours: [{ day: 'mon', opens: '22:00', closes: '02:00' }],
    });
    expect([night.statusCode, night.json().errors[0].field]).toEqual([422, 'hours.0.closes']);
    expect((await change(caseId, 'safe-times', { hours: null })).statusCode).toBe(200);
  });

  it('P5 takes an e-mail address that is for e-mail alone, and refuses what a way cannot carry', async () => {
    const { caseId } = await api().refer();
    const add = (route: object) =>
      responder.post(`/api/v1/cases/${caseId}/routes`, { route, saidBy: 'person' });
    const mail = { kind: 'email', address: 'wren@sample.example', email: 'yes' };
    const added = await add(mail);
    expect(added.statusCode).toBe(201);
    const { routes } = await cardOf(caseId);
    expect(routes.at(-1)).toMatchObject({ kind: 'email', safeFor: ['email'] });
    const twice = await add(mail);
    expect([twice.statusCode, twice.json().reason]).toEqual([422, 'on-the-card']);
    const call = await add({ ...mail, address: 'robin@sample.example', call: 'yes' });
    expect([call.statusCode, call.json().reason]).toEqual([409, 'channel-of-another-kind']);
    const landline = { kind: 'landline', number: '+441632960123', call: 'yes' };
    const text = await add({ ...landline, text: 'yes' });
    expect([text.statusCode, text.json().reason]).toEqual([409, 'text-to-landline']);
    for (const [route, field] of [
      [{ kind: 'email', email: 'yes' }, 'route.address'],
      [{ kind: 'email', address: 'wren at sample', email: 'yes' }, 'route.address'],
      [{ ...mail, number: '+447700900456' }, 'route.number'],
      [{ ...landline, address: 'wren@sample.example' }, 'route.address'],
      [{ kind: 'mobile', call: 'yes' }, 'route.number'],
      [{ ...mail, email: 'often' }, 'route.email'],
    ] as const) {
      const refused = await add(route);
      expect([refused.statusCode, refused.json().errors[0].field]).toEqual([422, field]);
      expect(refused.body).not.toContain('wren');
    }
  });

  it('refuses a card that would contradict itself, with the reason and the way out', async () => {
    const { caseId } = await api().refer();
    const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => ({
      day,
      opens: '00:00',
      closes: '24:00',
    }));
    const closed = await change(caseId, 'never-times', { hours: week });
    expect([closed.statusCode, closed.json().reason]).toEqual([409, 'never-opens']);
    expect(closed.json().detail).toContain('Leave a time open');
    const lost = { policeCheck: 'yes', afterDays: 3, via: 'third-party' };
    const nobody = await change(caseId, 'lost-contact', lost);
    expect([nobody.statusCode, nobody.json().reason]).toEqual([409, 'no-third-party']);
    const person = { relation: 'friend', knows: 'might-ring', name: 'A sample friend' };
    expect((await change(caseId, 'other-person', { person })).statusCode).toBe(200);
    expect((await change(caseId, 'lost-contact', lost)).statusCode).toBe(200);
    expect(await cardOf(caseId)).toMatchObject({ policeCheckAfterDays: 3, thirdPartyRelation: 'friend' });
  });

  it('P8 keeps an address sealed; each showing is recorded', async () => {
    const { caseId } = await api().refer();
    const address = { purpose: 'post', address: '1 Sample Street', post: 'yes', seenBy: [] };
    expect((await change(caseId, 'addresses', address)).statusCode).toBe(201);
    const read = await responder.get(`/api/v1/cases/${caseId}/safe-contact`);
    expect(read.body).not.toContain('Sample Street');
    const route = read.json().routes.find(({ kind }: { kind: string }) => kind === 'address');
    const reveal = route.availableActions.find(
      ({ action }: { action: string }) => action === 'reveal-address',
    );
    const shown = await responder.post(reveal.href);
    expect(shown.json()).toEqual({ caseId, text: '1 Sample Street' });
    expect((await accesses(caseId)).map(({ what }) => what)).toEqual(['contact-route']);
    const [phone] = (await cardOf(caseId)).routes;
    const other = await responder.post(`/api/v1/cases/${caseId}/safe-contact/addresses/${phone.id}/reveal`);
    expect(other.statusCode).toBe(404);
  });

  it('says for how long a way may be relied on, and who may see what comes on it', async () => {
    const { caseId } = await api().refer();
    const [{ id }] = (await cardOf(caseId)).routes;
    const checked = await change(caseId, `routes/${id}/check`, { seenBy: ['household'], recheckDays: 7 });
    expect(checked.statusCode).toBe(200);
    const [route] = (await cardOf(caseId)).routes;
    expect(route.seenBy).toEqual(['household']);
    const inAWeek = instant(NOW) + 7 * 86_400_000;
    expect(Math.abs(instant(route.recheckAfter) - inAWeek)).toBeLessThan(3_600_000);
    const unknown = await change(caseId, `routes/${randomUUID()}/check`, { seenBy: [], recheckDays: 7 });
    expect(unknown.statusCode).toBe(404);
  });

  it('changed at an old version is 412, and sent twice is done once', async () => {
    const { caseId } = await api().refer();
    const path = `/api/v1/cases/${caseId}/safe-contact/our-number`;
    const headers = { ...(await readMatch(api(), caseId)), 'idempotency-key': randomUUID() };
    const first = await responder.post(path, { callerId: 'show' }, headers);
    expect((await responder.post(path, { callerId: 'show' }, headers)).json()).toEqual(first.json());
    const { 'if-match': stale } = headers;
    const late = await responder.post(path, { callerId: 'withhold' }, { 'if-match': stale });
    expect(late.statusCode).toBe(412);
    expect((await responder.post(path, { callerId: 'withhold' })).statusCode).toBe(428);
  });
});

describe('a stop', () => {
  const stop = async (caseId: string, cause: string) =>
    responder.post(`/api/v1/cases/${caseId}/stop-contact`, { cause }, await readMatch(api(), caseId));

  it('P5 lets nothing leave from that instant; only the person takes back what they asked for', async () => {
    const { caseId } = await api().refer();
    expect((await stop(caseId, 'asked-to-stop')).json()).toEqual({ caseId, cancelledMessages: 0 });
    const [route] = (await responder.get(`/api/v1/cases/${caseId}`)).json().routes;
    expect(route).toMatchObject({ mayCallNow: false, whyNot: 'stopped' });
    const again = await stop(caseId, 'asked-to-stop');
    expect([again.statusCode, again.json().reason]).toEqual([409, 'already-stopped']);

    const lead = await api().as('lead');
    const lift = async (saidBy: string) =>
      lead.post(`/api/v1/cases/${caseId}/stop-contact/lift`, { saidBy }, await readMatch(api(), caseId));
    const police = await lift('police');
    expect([police.statusCode, police.json().reason]).toEqual([422, 'only-the-person']);
    expect((await lift('person')).statusCode).toBe(200);
    expect((await cardOf(caseId)).stopped).toBe(false);
  });

  it('after a death closes the case, and is never lifted', async () => {
    const { caseId } = await api().refer();
    expect((await stop(caseId, 'died')).statusCode).toBe(200);
    expect((await responder.get(`/api/v1/cases/${caseId}`)).json().closedAt).not.toBeNull();
    const lead = await api().as('lead');
    const path = `/api/v1/cases/${caseId}/stop-contact/lift`;
    const lifted = await lead.post(path, { saidBy: 'person' }, await readMatch(api(), caseId));
    expect([lifted.statusCode, lifted.json().reason]).toEqual([409, 'stays-stopped']);
  });
});

describe('messages to the person of a case', () => {
  async function withMail(): Promise<{ caseId: CaseId; routeId: string }> {
    const { instance } = api().web;
    const referred = await api().refer();
    const [row] = await instance.admin<{ person_id: never }>(
      'select person_id from app.case_file where case_id = $1',
      [referred.caseId],
    );
    const found = { ...referred, personId: row?.person_id as never, referralId: '' as never, routeId: null };
    const { emailRouteId } = await withEmail(instance, found, { checked: NOW });
    return { caseId: referred.caseId, routeId: emailRouteId };
  }
  const about = (routeId: string, change = {}) => ({
    routeId,
    channel: 'email',
    aboutAt: '2026-09-02T16:00:00+01:00',
    ...change,
  });

  it('P5 P12 go only where the card says, and are listed without words or address', async () => {
    const { caseId, routeId } = await withMail();
    const path = `/api/v1/cases/${caseId}/messages`;
    expect((await responder.get(path)).json()).toMatchObject({
      ways: [{ routeId, channel: 'email' }],
      items: [],
    });
    const queued = await responder.post(path, about(routeId));
    expect(queued.statusCode).toBe(201);
    const list = await responder.get(path);
    expect(list.body).not.toContain('wren@sample.example');
    const [message] = list.json().items;
    expect(message).toMatchObject({ state: 'queued', template: 'we-will-ring', reason: null });
    const [cancel] = message.availableActions;
    expect((await responder.post(cancel.href)).statusCode).toBe(200);
    const gone = await responder.post(cancel.href);
    expect([gone.statusCode, gone.json().reason]).toEqual([409, 'already-gone']);
    expect((await responder.get(path)).json().items[0]).toMatchObject({
      state: 'cancelled',
      reason: 'by-staff',
    });
  });

  it.each([
    [{ channel: 'text' }, 422],
    [{ aboutAt: '2026-09-01T12:00:00Z' }, 422],
    [{ aboutAt: '2026-11-01T12:00:00Z' }, 422],
    [{ routeId: randomUUID() }, 404],
  ])('asked for with %j are refused', async (change, status) => {
    const { caseId, routeId } = await withMail();
    const refused = await responder.post(`/api/v1/cases/${caseId}/messages`, about(routeId, change));
    expect(refused.statusCode).toBe(status);
  });

  it('that did not arrive are looked at by a duty lead, who decides about the route once', async () => {
    const { caseId, routeId } = await withMail();
    const queued = await responder.post(`/api/v1/cases/${caseId}/messages`, about(routeId));
    const { messageId } = queued.json();
    const reviewId = randomUUID();
    await api().web.instance.admin(
      `insert into app.safety_review (review_id, case_id, person_id, handling_agency_id, reference, route_id, message_id,
         cause, state, opened_at, due_at)
       select $1, m.case_id, m.person_id, m.handling_agency_id, c.reference, m.route_id, m.message_id, 'bounced', 'open',
         $3, $3 from app.person_message m join app.case_file c using (case_id) where m.message_id = $2`,
      [reviewId, messageId, NOW],
    );
    const { items } = (await responder.get('/api/v1/safety-reviews?limit=100')).json();
    const mine = items.find(({ id }: { id: string }) => id === reviewId);
    expect(mine).toMatchObject({ caseId, cause: 'bounced', state: 'open' });
    expect(mine.availableActions.map(({ action }: { action: string }) => action)).toEqual(['read-messages']);
    const lead = await api().as('lead');
    const path = `/api/v1/cases/${caseId}/safety-reviews/${reviewId}/answer`;
    expect((await lead.post(path, { answer: 'out-of-use' }, { 'if-match': '"9"' })).statusCode).toBe(412);
    const decided = await lead.post(path, { answer: 'out-of-use' }, { 'if-match': mine.etag });
    expect(decided.json()).toEqual({ id: reviewId, caseId, answer: 'out-of-use' });
    const again = await lead.post(path, { answer: 'safe-again' }, { 'if-match': mine.etag });
    expect([again.statusCode, again.json().reason]).toEqual([409, 'already-answered']);
    const elsewhere = await withMail();
    const foreign = `/api/v1/cases/${elsewhere.caseId}/safety-reviews/${reviewId}/answer`;
    expect((await lead.post(foreign, { answer: 'safe-again' }, { 'if-match': '"1"' })).statusCode).toBe(404);
  });
});
