import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

interface Offered {
  readonly availableActions: readonly { readonly action: string; readonly href: string }[];
}

const actionsOf = ({ availableActions }: Offered) => availableActions.map(({ action }) => action);

function hrefOf({ availableActions }: Offered, action: string): string {
  const found = availableActions.find((one) => one.action === action);
  if (found === undefined) throw new Error(`${action} is not offered`);
  return found.href;
}

const userOf = (persona: string) => api().web.instance.persona(persona).userId;
const NO_NUMBER = { route: null, alternative: { kind: 'third-party' } };

describe('police tasks', () => {
  it('P7 are the team’s, carry nothing of the case, and are answered once by whoever of the team is on shift', async () => {
    const { referralId, caseId } = await api().refer(NO_NUMBER);
    const officer = await api().as('officer');
    const list = await officer.get('/api/v1/police-tasks?limit=100');
    const task = list.json().items.find((one: { referralId: string }) => one.referralId === referralId);
    expect(list.body).not.toMatch(/Sample Person|no-route|caseId|cause/);
    expect(task).toMatchObject({ kind: 'find-safe-route', overdue: false });
    const opened = (await officer.get(hrefOf(task, 'read'))).json();
    expect(opened).toMatchObject({ initials: 'S P Q', state: 'open' });
    expect(opened.answers).toEqual(['route-given', 'no-contact-wanted', 'ask-again']);

    const south = await api().as('officer-south');
    const answer = hrefOf(opened, 'answer');
    const body = {
      answer: 'route-given',
      route: { kind: 'mobile', number: '+447700900456', call: 'yes', text: 'no', voicemail: 'no' },
    };
    expect((await south.get(hrefOf(task, 'read'))).statusCode).toBe(404);
    expect((await south.post(answer, body)).statusCode).toBe(404);
    const key = { 'idempotency-key': 'the-very-same-answer-twice' };
    const given = await officer.post(answer, body, key);
    expect([given.statusCode, given.json().callFromAt]).toEqual([
      200,
      expect.stringMatching(/^2026-09-01T13:/),
    ]);
    expect((await officer.post(answer, body, key)).json()).toEqual(given.json());
    const again = await officer.post(answer, body);
    expect([again.statusCode, again.json().reason]).toEqual([409, 'task-settled']);
    const settled = (await officer.get(hrefOf(task, 'read'))).json();
    expect([settled.state, settled.answers, actionsOf(settled)]).toEqual(['answered', [], ['read']]);
    const held = (await (await api().as('responder')).get(`/api/v1/cases/${caseId}`)).json();
    expect(held.routes).toHaveLength(1);
  });

  it('are asked by hand from a case, and seen there with their reason', async () => {
    const { caseId } = await api().refer();
    const responder = await api().as('responder');
    const path = `/api/v1/cases/${caseId}/police-tasks`;
    const question = { kind: 'wrong-number', cause: 'details-do-not-fit' };
    const asked = await responder.post(path, question);
    expect(asked.statusCode).toBe(201);
    const twice = await responder.post(path, question);
    expect([twice.statusCode, twice.json().reason]).toEqual([422, 'asked-already']);
    const { items } = (await responder.get(path)).json();
    expect(items).toEqual([
      expect.objectContaining({ id: asked.json().taskId, cause: 'details-do-not-fit' }),
    ]);
  });
});

describe('the board', () => {
  it('has a view of whom to ask again whether contact is safe, since when and by when, and how to answer', async () => {
    const { caseId } = await api().refer();
    const responder = await api().as('responder');
    const counts = async () => (await responder.get('/api/v1/board/counts')).json();
    const row = async () =>
      (await responder.get('/api/v1/cases?view=rechecks&limit=100')).json().items.find(sameCase(caseId));
    const before = await counts();
    expect(await row()).toBeUndefined();
    const { trackId } = (await responder.post(`/api/v1/cases/${caseId}/tracks`, { another: false })).json<{
      trackId: string;
    }>();
    const arrest = { kind: 'suspect-arrested', happenedAt: '2026-09-01T13:00:00+01:00', precision: 'minute' };
    const nothing = { detail: null, courtAt: null, decidedBy: null, toldAt: null, issueReason: null };
    const told = await responder.post(`/api/v1/tracks/${trackId}/milestones`, { ...arrest, ...nothing });
    expect(told.statusCode).toBe(201);

    const asked = await row();
    expect(asked).toMatchObject({ recheckAsked: true });
    const minutes = (Date.parse(asked.recheckDueAt) - Date.parse(asked.recheckAskedAt)) / 60_000;
    expect(Math.round(minutes)).toBe(60);
    const after = await counts();
    expect(after.views.rechecks).toBe(before.views.rechecks + 1);
    expect(Date.parse(after.firstRecheckDueAt)).toBeLessThanOrEqual(Date.parse(asked.recheckDueAt));
    const manager = await api().as('manager');
    const seen = (await manager.get('/api/v1/cases?view=rechecks&limit=100'))
      .json()
      .items.find(sameCase(caseId));
    expect(actionsOf(seen)).not.toContain('answer-recheck');

    const answer = { answer: 'find-still-safe', notNeededBecause: null };
    expect((await responder.post(hrefOf(asked, 'answer-recheck'), answer)).statusCode).toBe(200);
    expect(await row()).toBeUndefined();
    expect((await counts()).views.rechecks).toBe(before.views.rechecks);
  });

  it('counts what its views show, knows who is calling, and shows initials only with an access row', async () => {
    const { caseId, reference } = await api().refer();
    const [responder, other] = [await api().as('responder'), await api().as('responder-two')];
    const counts = (await responder.get('/api/v1/board/counts')).json();
    const all = (await responder.get('/api/v1/cases?limit=100')).json();
    expect(counts.views.all).toBe(all.items.length);
    for (const view of Object.keys(counts.views))
      expect((await responder.get(`/api/v1/cases?view=${view}`)).statusCode).toBe(200);

    const claim = `/api/v1/cases/${caseId}/claim`;
    expect((await responder.post(claim, { insist: false })).json()).toMatchObject({ claimed: true });
    const held = await other.post(claim, { insist: false });
    expect(held.json()).toMatchObject({ claimed: false, heldBy: userOf('responder') });
    const row = (await other.get('/api/v1/cases?limit=100')).json().items.find(sameCase(caseId));
    expect(row.claimedBy).toBe(userOf('responder'));
    expect((await other.post(claim, { insist: true })).json()).toMatchObject({ claimed: true });
    await other.post(`${claim}/release`);

    const wall = await responder.get('/api/v1/board/wall');
    expect(wall.json().items).toContainEqual(expect.objectContaining({ reference, initials: 'S.Q.' }));
    expect(wall.body).not.toContain('Sample');
    const logged = await api().web.instance.admin(
      `select 1 from app.access_log where case_id = $1 and what = 'initials'`,
      [caseId],
    );
    expect(logged).toHaveLength(1);
  });

  it('P15 moves a case only when the colleague to whom it was offered accepts', async () => {
    const { caseId } = await api().refer();
    const [lead, other, third] = await Promise.all(['lead', 'responder-two', 'responder'].map(api().as));
    const { etag } = (await lead!.get(`/api/v1/cases/${caseId}`)).json();
    const assign = (tag: string) =>
      lead!.post('/api/v1/handovers/assignments', {
        toUserId: userOf('responder-two'),
        cases: [{ caseId, etag: tag }],
      });
    expect((await assign('"77"')).json().rows[0].decision).toBe('changed-since');
    expect((await assign(etag)).json().rows[0].decision).toBe('offered');
    const ownerOf = async () => (await lead!.get(`/api/v1/cases/${caseId}`)).json().ownerUserId;
    expect(await ownerOf()).toBeNull();

    const offer = (await other!.get('/api/v1/handovers')).json().toAnswer.find(sameCaseId(caseId));
    expect(actionsOf(offer)).toEqual(['read-case', 'accept', 'decline']);
    const foreign = await third!.post(hrefOf(offer, 'accept'));
    expect([foreign.statusCode, foreign.json().reason]).toEqual([409, 'not-for-you']);
    const key = { 'idempotency-key': 'accept-that-offer-once' };
    const accepted = await other!.post(hrefOf(offer, 'accept'), undefined, key);
    expect(accepted.json()).toMatchObject({ id: offer.id, state: 'accepted' });
    expect((await other!.post(hrefOf(offer, 'accept'), undefined, key)).json()).toEqual(accepted.json());
    expect((await other!.post(hrefOf(offer, 'accept'))).statusCode).toBe(409);
    expect(await ownerOf()).toBe(userOf('responder-two'));
  });
});

describe('after a conversation', () => {
  it('whoever spoke says how the person was known; a promised call stands in the list of calls', async () => {
    const { caseId } = await api().refer();
    const [responder, other] = [await api().as('responder'), await api().as('responder-two')];
    const path = `/api/v1/cases/${caseId}`;
    const recorded = await responder.post(`${path}/attempts`, {
      channel: 'call',
      outcome: 'spoke',
      happenedAt: '2026-09-01T13:55:00+01:00',
    });
    expect(recorded.json()).toMatchObject({ waitsForFollowUp: true });
    const standing = async (who = responder) => (await who.get(`${path}/contact`)).json();
    const [attempt] = (await standing()).attempts;
    expect(actionsOf((await standing(other)).attempts[0])).toEqual([]);
    const told = {
      identity: 'code-word',
      emotionalSupport: 'given',
      justiceInformation: 'later',
      supportOffer: 'given',
    };
    const foreign = await other.post(hrefOf(attempt, 'follow-up'), told);
    expect([foreign.statusCode, foreign.json().reason]).toEqual([409, 'only-who-spoke']);
    expect((await responder.post(hrefOf(attempt, 'follow-up'), told)).json()).toMatchObject({ counts: true });
    expect(actionsOf((await standing()).attempts[0])).toEqual([]);
    expect(actionsOf(await standing())).toEqual(['record-attempt', 'promise-call-back']);

    const promised = await responder.post(`${path}/call-backs`, { at: '2026-09-03T10:00:00+01:00' });
    expect(promised.statusCode).toBe(201);
    const past = await responder.post(`${path}/call-backs`, { at: '2026-08-03T10:00:00+01:00' });
    expect([past.statusCode, past.json().errors[0].field]).toEqual([422, 'at']);
    const days = 'from=2026-09-03T00:00:00%2B01:00&to=2026-09-04T00:00:00%2B01:00';
    const { items } = (await responder.get(`/api/v1/board/promised-calls?${days}`)).json();
    expect(items).toContainEqual(expect.objectContaining({ caseId, at: '2026-09-03T09:00:00.000Z' }));
  });

  it('a stale card changes nothing, and the end of a round waits for a lead', async () => {
    const { caseId } = await api().refer();
    const [responder, lead] = [await api().as('responder'), await api().as('lead')];
    const path = `/api/v1/cases/${caseId}`;
    const words = { codeWord: 'harbour', callerId: 'withhold' };
    const { etag } = (await responder.get(path)).json();
    expect((await responder.post(`${path}/safe-words`, words)).statusCode).toBe(428);
    expect((await responder.post(`${path}/safe-words`, words, { 'if-match': etag })).statusCode).toBe(200);
    const stale = await responder.post(`${path}/safe-words`, words, { 'if-match': etag });
    expect([stale.statusCode, stale.headers.etag]).toEqual([412, expect.stringMatching(/^"\d+"$/)]);

    const current = (await lead.get(path)).json();
    const shown = await responder.post(hrefOf(current.routes[0] as Offered, 'reveal'));
    expect(shown.json()).toMatchObject({ callerId: 'withhold' });
    expect(shown.body).not.toContain('harbour');
    const reveal = async (what: string) =>
      (await responder.post(`${path}/safe-contact/reveal`, { what })).json<{ text: string | null }>().text;
    expect([await reveal('code'), await reveal('stop')]).toEqual(['harbour', null]);
    expect((await responder.get(`${path}/safe-contact`)).json()).toMatchObject({
      version: 2,
      callerId: 'withhold',
    });
    expect(actionsOf((await responder.get(`${path}/contact`)).json())).toEqual(['record-attempt']);
    expect(actionsOf((await lead.get(`${path}/contact`)).json())).toContain('propose-exhausted');
    const early = { basis: 'policy-used-up', welfareCheck: 'not-known' };
    const refused = await responder.post(`${path}/exhausted`, early, { 'if-match': current.etag });
    expect([refused.statusCode, refused.json().reason]).toEqual([422, 'attempts-left']);
    const by = { ...early, basis: 'calls-raise-the-risk' };
    const proposed = await lead.post(`${path}/exhausted`, by, { 'if-match': current.etag });
    expect(proposed.statusCode).toBe(201);
    const decide = async (who: typeof lead) =>
      actionsOf((await who.get(`${path}/contact`)).json().exhausted[0]);
    expect(await decide(lead)).toEqual([]);
    expect(await decide(await api().as('manager'))).toEqual(['decide']);
  });

  it('a number that somebody adds is sealed, and one on the card is not added twice', async () => {
    const { caseId } = await api().refer();
    const responder = await api().as('responder');
    const path = `/api/v1/cases/${caseId}/routes`;
    const route = { kind: 'landline', number: '+441632960123', call: 'yes' };
    const added = await responder.post(path, { route, saidBy: 'person' });
    expect(added.statusCode).toBe(201);
    const twice = await responder.post(path, { route, saidBy: 'person' });
    expect([twice.statusCode, twice.json().reason]).toEqual([422, 'on-the-card']);
    const { etag } = (await responder.get(`/api/v1/cases/${caseId}`)).json();
    const permissions = { call: 'no', text: 'no', voicemail: 'no', saidBy: 'person' };
    const permit = `${path}/${added.json().routeId}/permissions`;
    expect((await responder.post(permit, permissions, { 'if-match': etag })).statusCode).toBe(200);
    expect((await responder.post(permit, permissions, { 'if-match': etag })).statusCode).toBe(412);
  });
});

function sameCase(caseId: string) {
  return ({ id }: { id: string }) => id === caseId;
}

function sameCaseId(caseId: string) {
  return (one: { caseId: string }) => one.caseId === caseId;
}
