import { randomUUID } from 'node:crypto';
import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

const accesses = (caseId: string) =>
  api().web.instance.admin<{ what: string; basis: string }>(
    'select what, basis from app.access_log where case_id = $1 order by access_id',
    [caseId],
  );

describe('the contact board', () => {
  it('puts danger first, then the last safe time to act, each case once over all pages', async () => {
    const calm = await api().refer();
    const urgent = await api().refer({ dangers: ['danger-now'], reportedAt: '2026-09-01T12:30:00+01:00' });
    const mornings = await api().refer({ safeTimes: ['weekday-mornings'] });
    const responder = await api().as('responder');
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = (await responder.get(`/api/v1/cases?limit=1${cursor}`)).json();
      seen.push(...items.map(({ id }: { id: string }) => id));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(seen).toEqual([urgent.caseId, calm.caseId, mornings.caseId]);
  });

  it('names nobody, and shows what is mine only once I have taken it', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer();
    const mine = async () => (await responder.get('/api/v1/cases?view=mine')).json().items;
    expect((await mine()).some(({ id }: { id: string }) => id === caseId)).toBe(false);
    const { etag } = (await responder.get(`/api/v1/cases/${caseId}`)).json();
    const taken = await responder.post(`/api/v1/cases/${caseId}/take`, undefined, { 'if-match': etag });
    expect(taken.statusCode).toBe(200);
    expect(taken.headers.etag).not.toBe(etag);
    expect((await mine()).map(({ id }: { id: string }) => id)).toContain(caseId);
    expect((await responder.get('/api/v1/cases')).body).not.toContain('Sample Person');
  });
});

describe('one case', () => {
  it('is told in codes; who it is about is a reading of its own, recorded before it leaves', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer();
    const read = await responder.get(`/api/v1/cases/${caseId}`);
    expect(read.statusCode).toBe(200);
    expect(read.headers.etag).toBe(read.json().etag);
    expect(read.body).not.toMatch(/Sample Person|447700900123|lantern|library/);
    expect(await accesses(caseId)).toEqual([]);

    const identity = await responder.get(`/api/v1/cases/${caseId}/identity`);
    expect(identity.json()).toMatchObject({ readable: true, nameToAskFor: 'Sample Person Quill' });
    expect(await accesses(caseId)).toEqual([{ what: 'identity', basis: 'case-work' }]);
  });

  it('times first attempt, reach, conversation and engagement apart', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer();
    const record = (outcome: string, happenedAt: string) =>
      responder.post(`/api/v1/cases/${caseId}/attempts`, {
        outcome,
        channel: 'call',
        happenedAt,
        routeId: null,
      });
    await record('message-left-as-agreed', '2026-09-01T13:30:00+01:00');
    await record('reached-not-safe-to-talk', '2026-09-01T13:45:00+01:00');
    expect((await responder.get(`/api/v1/cases/${caseId}`)).json().facts).toEqual({
      firstAttemptAt: '2026-09-01T12:30:00.000Z',
      firstSafeReachAt: '2026-09-01T12:45:00.000Z',
      firstConversationAt: null,
      firstEngagementAt: null,
    });
  });

  it('gives its journal in order, without personal data', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer();
    const { items } = (await responder.get(`/api/v1/cases/${caseId}/timeline`)).json();
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      'referral.submitted',
      'referral.accepted-for-triage',
      'case.opened',
      'deadline.set',
      'deadline.set',
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Sample Person|447700900123|lantern|library|ZZ/);
  });

  it('explains each deadline so that the counted seconds are the budget', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer();
    const { items } = (await responder.get(`/api/v1/cases/${caseId}/deadlines`)).json();
    const [elapsed, working] = items;
    const [version] = elapsed.versions;
    const counted = version.explanation.map((line: { countedSeconds: number }) => line.countedSeconds);
    expect(counted.reduce((sum: number, seconds: number) => sum + seconds, 0)).toBe(86_400);
    expect(version.explanation.at(-1).to).toBe(elapsed.dueAt);
    expect(working.versions[0].explanation.at(-1)).toMatchObject({
      reason: 'working-day',
      workingDay: 1,
      to: working.dueAt,
    });
  });

  it('taken at an old version is 412 with the version it is at; without one 428', async () => {
    const [responder, colleague] = [await api().as('responder'), await api().as('responder-two')];
    const { caseId } = await api().refer();
    const { etag } = (await responder.get(`/api/v1/cases/${caseId}`)).json();
    const path = `/api/v1/cases/${caseId}/take`;
    const taken = await responder.post(path, undefined, { 'if-match': etag });
    const stale = await colleague.post(path, undefined, { 'if-match': etag });
    expect(stale.statusCode).toBe(412);
    expect(stale.headers.etag).toBe(taken.headers.etag);
    expect((await colleague.post(path)).statusCode).toBe(428);
    const weak = await colleague.post(path, undefined, { 'if-match': `W/${etag}` });
    expect(weak.statusCode).toBe(400);
  });
});

describe('acts on a case', () => {
  it('an attempt is recorded once however often it is sent, and needs no version', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer();
    const path = `/api/v1/cases/${caseId}/attempts`;
    const body = { channel: 'call', outcome: 'no-answer', happenedAt: '2026-09-01T13:50:00+01:00' };
    const headers = { 'idempotency-key': randomUUID() };
    const first = await responder.post(path, body, headers);
    expect(first.statusCode).toBe(201);
    expect((await responder.post(path, body, headers)).json()).toEqual(first.json());
    expect((await responder.get(`/api/v1/cases/${caseId}`)).json().attempts).toBe(1);
    const elsewhere = await api().refer();
    const reused = await responder.post(`/api/v1/cases/${elsewhere.caseId}/attempts`, body, headers);
    expect([reused.statusCode, reused.json().type]).toEqual([422, 'urn:waymark:problem:key-reused']);
  });

  it('a conversation meets both limbs and asks for nothing more of the promise', async () => {
    const responder = await api().as('responder');
    const { caseId, referralId } = await api().refer();
    const spoke = { channel: 'call', outcome: 'spoke', happenedAt: '2026-09-01T13:50:00+01:00' };
    const given = { emotionalSupport: 'given', justiceInformation: 'given', supportOffer: 'later' };
    const body = { ...spoke, ...given, identity: 'code-word' };
    expect((await responder.post(`/api/v1/cases/${caseId}/attempts`, body)).statusCode).toBe(201);
    const { deadlines } = (await responder.get(`/api/v1/cases/${caseId}`)).json();
    expect(deadlines.map(({ state }: { state: string }) => state)).toEqual(['met', 'met']);
    const officer = await api().as('officer');
    expect((await officer.get(`/api/v1/referrals/${referralId}`)).json().feedback).toBe('reached');
  });

  it('an exception stands beside the deadline and never moves it', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer();
    const before = (await responder.get(`/api/v1/cases/${caseId}`)).json().deadlines;
    const body = {
      reason: 'no-safe-route',
      from: '2026-09-01T13:30:00+01:00',
      to: '2026-09-02T12:00:00+01:00',
    };
    const recorded = await responder.post(`/api/v1/cases/${caseId}/exceptions`, body);
    expect(recorded.statusCode).toBe(201);
    const after = (await responder.get(`/api/v1/cases/${caseId}`)).json().deadlines;
    expect(after.map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual(
      before.map(({ dueAt }: { dueAt: string }) => dueAt),
    );
    expect(after[0].adjustedDueAt).toBe('2026-09-03T09:00:00.000Z');
  });

  it('an exception for want of an interpreter rests on the bookings, and says so when it cannot', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer({ languageNeed: 'interpreter' });
    const book = (forAt: string | null) =>
      responder.post(`/api/v1/cases/${caseId}/interpreter-bookings`, {
        language: 'pl',
        gender: 'any',
        outsideCommunity: false,
        forAt,
      });
    const wait = () =>
      responder.post(`/api/v1/cases/${caseId}/exceptions`, {
        reason: 'no-interpreter',
        from: '2026-09-01T13:59:00+01:00',
        to: '2026-09-01T16:00:00+01:00',
      });
    expect((await wait()).body).toContain('No interpreter was asked for on this case');
    expect((await book('2026-09-01T13:55:00+01:00')).statusCode).toBe(201);
    const refused = await wait();
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('An interpreter was booked for then or earlier');
    expect((await book(null)).statusCode).toBe(201);
    expect((await wait()).statusCode).toBe(201);
  });

  it('a number is shown with its words when it is safe, and each showing is recorded', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer();
    const [route] = (await responder.get(`/api/v1/cases/${caseId}`)).json().routes;
    const { href } = route.availableActions[0];
    const shown = await responder.post(href);
    expect(shown.json()).toMatchObject({ number: '+447700900123' });
    expect(shown.body).not.toContain('lantern');
    expect((await accesses(caseId)).map(({ what }) => what).sort()).toEqual([
      'contact-route',
      'identity',
      'safe-contact-words',
    ]);
  });

  it('P5 a number that is not safe now is refused with the reason, and nothing is shown', async () => {
    const responder = await api().as('responder');
    const { caseId } = await api().refer({ safeTimes: ['weekday-mornings'] });
    const [route] = (await responder.get(`/api/v1/cases/${caseId}`)).json().routes;
    expect(route).toMatchObject({ mayCallNow: false, whyNot: 'outside-safe-times' });
    expect(route.availableActions.map(({ action }: { action: string }) => action)).toEqual(['permit']);
    const refused = await responder.post(`/api/v1/cases/${caseId}/routes/${route.id}/reveal`);
    expect([refused.statusCode, refused.json().reason]).toEqual([409, 'outside-safe-times']);
    expect(refused.body).not.toContain('447700900123');
    expect(await accesses(caseId)).toEqual([]);
    const unknown = await responder.post(`/api/v1/cases/${caseId}/routes/${randomUUID()}/reveal`);
    expect(unknown.statusCode).toBe(404);
  });

  it('what a record offers is what its holder may do', async () => {
    const { caseId } = await api().refer();
    const offered = async (persona: string) => {
      const { availableActions } = (await (await api().as(persona)).get(`/api/v1/cases/${caseId}`)).json();
      return availableActions.map(({ action }: { action: string }) => action);
    };
    expect(await offered('responder')).toEqual(
      expect.arrayContaining(['take', 'record-attempt', 'record-exception']),
    );
    expect(await offered('manager')).toEqual([
      'read',
      'read-identity',
      'read-timeline',
      'read-deadlines',
      'read-contact',
      'read-redirects',
      'read-police-tasks',
      'read-messages',
      'read-consent',
      'read-kinds-of-support',
      'read-needs',
      'read-outcomes',
      'read-appointments',
      'read-feedback',
      'read-complaints',
      'read-routing',
      'read-service-requests',
      'list-duties',
      'read-plan',
      'list-tracks',
    ]);
  });
});
