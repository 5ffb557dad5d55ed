import { createHash, randomUUID } from 'node:crypto';
import {
  actionsOf,
  BREACH,
  GuardianRecords,
  hrefOf,
  REQUEST,
  type Standing,
} from './support/guardian-records';
import { useApi } from './support/use-api';

const api = useApi();
const records = new GuardianRecords(api);
beforeEach(() => records.resetClock());

const REQUESTS = '/api/v1/information-requests';
const as = (persona: string) => api().as(persona);

async function about(): Promise<{ caseReference: string; caseId: string }> {
  const { caseId } = await api().refer();
  return { caseId, caseReference: await records.referenceOf(caseId) };
}

async function logged(what: string): Promise<number> {
  const rows = await api().web.instance.admin('select 1 from app.access_log where what = $1', [what]);
  return rows.length;
}

describe('a request for a copy', () => {
  it('P8 goes from the desk to the person step by step, and each look at it is on record', async () => {
    const dpo = await as('dpo');
    const review = await records.underReview();
    const before = await logged('request-words');
    const read = (await dpo.get(hrefOf(review, 'read'))).json();
    expect(await logged('request-words')).toBe(before + 1);
    expect(read).toMatchObject({ state: 'review', name: REQUEST.name, words: REQUEST.words, readable: true });
    expect(read.itemsLeft).toBe(read.itemsPutAside);
    const early = await dpo.post(`${REQUESTS}/${review.id}/pack/seal`, undefined, {
      'if-match': review.etag,
    });
    expect([early.statusCode, early.json().reason]).toEqual([409, 'undecided']);

    const { items } = (await dpo.get(hrefOf(review, 'read-review'))).json();
    const path = `${REQUESTS}/${review.id}/pack/items`;
    const { key, etag } = items[0];
    const bare = await dpo.post(path, { key, decision: 'withhold' }, { 'if-match': etag });
    expect([bare.statusCode, bare.json().errors[0].field]).toEqual([422, 'reason']);
    const withheld = { key, decision: 'withhold', reason: 'names-another-person' };
    expect((await dpo.post(path, withheld, { 'if-match': etag })).json().left).toBe(items.length - 1);
    expect((await dpo.post(path, withheld, { 'if-match': etag })).statusCode).toBe(412);
    for (const item of items.slice(1))
      await dpo.post(path, { key: item.key, decision: 'include' }, { 'if-match': item.etag });
    const ready = await records.act(dpo, read, 'seal');
    expect(actionsOf(ready)).toEqual(expect.arrayContaining(['read-pack', 'look-again', 'deliver']));
  });

  it('P8 hands out the sealed pack byte for byte, to the desk alone and after a sign-in of the last minutes', async () => {
    const ready = await records.ready();
    const path = hrefOf(ready, 'read-pack');
    const dpo = await as('dpo');
    const before = await logged('subject-pack');
    const pack = await dpo.get(path);
    expect(pack.json()).toMatchObject({ reference: expect.stringMatching(/^DP-/), heldBack: [] });
    expect(pack.body).toContain('Sample Person Quill');
    const digest = createHash('sha256').update(pack.body).digest();
    expect(pack.headers['repr-digest']).toBe(`sha-256=:${digest.toString('base64')}:`);
    expect((ready as Standing & { packHash: string }).packHash).toBe(digest.toString('hex'));
    expect(await logged('subject-pack')).toBe(before + 1);
    for (const persona of ['manager', 'lead', 'responder', 'auditor'])
      expect([persona, (await (await as(persona)).get(path)).statusCode]).toEqual([persona, 404]);

    const later = Date.now() + 6 * 60_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    const stale = await dpo.get(path).finally(() => clock.mockRestore());
    expect(stale.statusCode).toBe(401);
    expect(stale.headers['www-authenticate']).toContain('insufficient_user_authentication');
    expect(stale.headers['www-authenticate']).toContain('max_age="300"');
    expect(stale.json().detail).toContain('sign in again');
    expect(await logged('subject-pack')).toBe(before + 1);

    const post = await dpo.post(hrefOf(ready, 'deliver'), { how: 'post' }, { 'if-match': ready.etag });
    expect([post.statusCode, post.json().errors[0].field]).toEqual([422, 'routeId']);
    const delivered = await records.act(dpo, ready, 'deliver', { how: 'collected' });
    expect(delivered).toMatchObject({ state: 'delivered', delivery: 'collected', nextDue: null });
    expect(actionsOf(delivered)).toEqual(['read']);
    expect((await dpo.get(path)).statusCode).toBe(404);
  });

  it('stops and goes on with its clock, once for one key and never from an old version', async () => {
    const dpo = await as('dpo');
    const received = await records.request();
    const key = { 'idempotency-key': randomUUID(), 'if-match': received.etag };
    const stopped = await dpo.post(hrefOf(received, 'ask'), { waitFor: 'identity' }, key);
    expect(stopped.json()).toMatchObject({ nextDue: 'chase', stoppedFor: 'identity', state: 'received' });
    expect((await dpo.post(hrefOf(received, 'ask'), { waitFor: 'identity' }, key)).json()).toEqual(
      stopped.json(),
    );
    const other = await dpo.post(hrefOf(received, 'ask'), { waitFor: 'clarification' }, key);
    expect(other.statusCode).toBe(422);
    const old = await dpo.post(
      hrefOf(received, 'extend'),
      { reason: 'complex' },
      { 'if-match': received.etag },
    );
    expect(old.statusCode).toBe(412);
    const running = await records.act(dpo, stopped.json(), 'answered');
    expect(running).toMatchObject({ nextDue: 'answer', stoppedFor: null });
    const longer = await records.act(dpo, running, 'extend', { reason: 'complex' });
    expect(longer).toMatchObject({ extension: 'complex' });
    const { clock } = (await dpo.get(hrefOf(longer, 'read'))).json();
    expect(clock.length).toBeGreaterThan(2);
    const nowhere = await dpo.post(
      hrefOf(longer, 'link'),
      { caseReference: 'WM-2222-2222' },
      { 'if-match': longer.etag },
    );
    expect([nowhere.statusCode, nowhere.json().errors[0].field]).toEqual([422, 'caseReference']);
    expect(await records.act(dpo, longer, 'withdraw')).toMatchObject({ state: 'withdrawn', late: false });
  });

  it('P7 is nothing for anybody else, and its list is read page by page', async () => {
    await records.request();
    await records.request();
    const dpo = await as('dpo');
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const answer = await dpo.get(`${REQUESTS}?limit=1${cursor === null ? '' : `&cursor=${cursor}`}`);
      const page = answer.json<{ items: Standing[]; nextCursor: string | null }>();
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      expect(answer.body).not.toMatch(/Quill|Everything you have/);
    } while (cursor !== null);
    const whole = (await dpo.get(`${REQUESTS}?limit=100`)).json().items.map(({ id }: Standing) => id);
    expect(seen).toEqual(whole);
    const released = await records.request({ kind: 'victim-information', requester: 'court' });
    const manager = await as('manager');
    expect(actionsOf((await manager.get(`${REQUESTS}/${released.id}`)).json())).toEqual(['read']);
    for (const persona of ['manager', 'lead', 'safeguarding', 'auditor'])
      expect((await (await as(persona)).get(`${REQUESTS}/${seen[0]}`)).statusCode).toBe(404);
    const kinds = (await manager.get(REQUESTS)).json().items.map(({ kind }: { kind: string }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['victim-information']));
    for (const path of [`${REQUESTS}?which=all`, `${REQUESTS}?kind=gossip`, `${REQUESTS}?cursor=x`])
      expect([400, 422]).toContain((await dpo.get(path)).statusCode);
    const foreign = (await dpo.get(`/api/v1/breaches?limit=1&cursor=${'A'.repeat(40)}`)).statusCode;
    expect(foreign).toBe(400);
  });
});

describe('other requests', () => {
  it('a release needs every test stated, and a second person', async () => {
    const [dpo, manager] = [await as('dpo'), await as('manager')];
    const received = await records.request({
      ...(await about()),
      caseId: undefined,
      kind: 'victim-information',
      requester: 'police',
      counselling: true,
    });
    const stated = {
      counselling: true,
      stated: { 'belief-held': 'Sample words', 'reasonable-line': 'Sample words', necessary: 'Sample words' },
      seniorApproved: true,
      notification: 'told',
      view: 'objects',
      released: ['contact-facts'],
      legalHold: false,
    };
    const first = await records.act(dpo, received, 'state-release', stated);
    const read = (await dpo.get(hrefOf(first, 'read'))).json();
    expect(read.release).toMatchObject({
      missing: ['probative-value'],
      stated: { necessary: 'Sample words' },
    });
    const path = `${REQUESTS}/${first.id}/release/decision`;
    const early = await dpo.post(path, { decision: 'propose' }, { 'if-match': first.etag });
    expect([early.statusCode, early.json().reason]).toEqual([409, 'probative-value']);
    const tests = { ...stated.stated, 'probative-value': 'Sample words' };
    const whole = await records.act(dpo, first, 'state-release', { ...stated, stated: tests });
    const { etag } = (await dpo.post(path, { decision: 'propose' }, { 'if-match': whole.etag })).json();
    const alone = await dpo.post(path, { decision: 'approve' }, { 'if-match': etag });
    expect([alone.statusCode, alone.json().reason]).toEqual([409, 'same-person']);
    const waiting = (await manager.get(`${REQUESTS}/${first.id}`)).json();
    expect(actionsOf(waiting)).toContain('decide-release');
    const released = await manager.post(path, { decision: 'approve' }, { 'if-match': etag });
    expect(released.json()).toMatchObject({ state: 'settled', settlement: 'released-in-part' });
  });

  it('a complaint is acknowledged and answered; its outcome is none of another kind', async () => {
    const dpo = await as('dpo');
    const received = await records.request({ kind: 'complaint' });
    const known = await records.act(dpo, received, 'acknowledge');
    expect(known).toMatchObject({ state: 'acknowledged', nextDue: 'outcome' });
    const wrong = await dpo.post(
      hrefOf(known, 'outcome'),
      { settlement: 'objection-upheld' },
      { 'if-match': known.etag },
    );
    expect([wrong.statusCode, wrong.json().errors[0].field]).toEqual([422, 'settlement']);
    expect(await records.act(dpo, known, 'outcome', { settlement: 'complaint-upheld' })).toMatchObject({
      state: 'settled',
    });
  });

  it('a correction changes what stands there, and a restriction takes the case from everybody but two roles', async () => {
    const [dpo, responder] = [await as('dpo'), await as('responder')];
    const { caseId, caseReference } = await about();
    const wrong = await records.request({ kind: 'rectification', caseReference });
    const known = await records.act(dpo, wrong, 'identity', { how: 'documents' });
    const body = { field: 'full-name', after: 'Sample Person Linnet', words: 'Sample words' };
    await records.act(dpo, known, 'rectify', body);
    const identity = await responder.get(`/api/v1/cases/${caseId}/identity`);
    expect(identity.json().fullName).toBe('Sample Person Linnet');

    const asked = await records.request({ kind: 'restriction', caseReference });
    const confirmed = await records.act(dpo, asked, 'identity', { how: 'documents' });
    expect(await records.act(dpo, confirmed, 'restrict')).toMatchObject({ settlement: 'restricted' });
    expect((await responder.get(`/api/v1/cases/${caseId}`)).statusCode).toBe(404);
    expect((await (await as('lead')).get(`/api/v1/cases/${caseId}`)).statusCode).toBe(200);
    const again = await records.request({ kind: 'restriction', caseReference });
    const lift = await records.act(dpo, again, 'identity', { how: 'documents' });
    expect(await records.act(dpo, lift, 'lift')).toMatchObject({ settlement: 'restriction-lifted' });
    expect((await responder.get(`/api/v1/cases/${caseId}`)).statusCode).toBe(200);
  });

  it('days that nobody can mean are refused at their field', async () => {
    const dpo = await as('dpo');
    for (const receivedOn of ['2018-05-24', '2026-02-30', '2031-01-01', '01/09/2026']) {
      const answer = await dpo.post(REQUESTS, { ...REQUEST, receivedOn });
      expect([receivedOn, answer.statusCode, answer.json().errors[0].field]).toEqual([
        receivedOn,
        422,
        'receivedOn',
      ]);
    }
  });
});

describe('a breach', () => {
  it('is closed only when all of it is done, and its account is read on record', async () => {
    const dpo = await as('dpo');
    const noticed = await records.breach();
    expect(noticed).toMatchObject({
      words: BREACH.words,
      regulatorDueAt: '2026-09-04T09:00:00.000Z',
      late: false,
    });
    expect(actionsOf(noticed)).not.toContain('close');
    const early = await dpo.post(`/api/v1/breaches/${noticed.id}/closing`, undefined, {
      'if-match': noticed.etag,
    });
    expect([early.statusCode, early.json().reason]).toEqual([409, 'not-assessed']);
    const judged = await records.act(dpo, noticed, 'assess', { risk: 'high-risk', peopleAffected: 2 });
    const reported = await records.act(dpo, judged, 'report');
    expect(
      (await dpo.post(hrefOf(judged, 'report'), undefined, { 'if-match': judged.etag })).statusCode,
    ).toBe(412);
    const told = await records.act(dpo, reported, 'tell-people');
    const closed = await records.act(dpo, told, 'close');
    expect(closed).toMatchObject({ closedAt: expect.stringMatching(/^2026-09-01T13:00/), peopleAffected: 2 });
    expect(actionsOf(closed)).toEqual(['read']);
    const list = await dpo.get('/api/v1/breaches?which=ended');
    expect(list.json().items).toContainEqual(expect.objectContaining({ id: noticed.id }));
    expect(list.body).not.toContain('sample letter');
    expect((await (await as('manager')).get(`/api/v1/breaches/${noticed.id}`)).statusCode).toBe(404);
  });
});
