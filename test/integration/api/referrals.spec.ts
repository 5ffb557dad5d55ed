import { randomUUID } from 'node:crypto';
import { FULL, MINIMAL, NOW, useApi } from './support/use-api';

const api = useApi();
const count = async () => {
  const [row] = await api().web.instance.admin<{ n: number }>(
    'select count(*)::integer as n from app.referral',
  );
  return row!.n;
};

beforeEach(() => api().web.instance.setNow(NOW));

describe('referring a person through the API', () => {
  it('answers with the receipt: reference, both deadlines, and where to read it again', async () => {
    const officer = await api().as('officer');
    const response = await officer.post('/api/v1/referrals', FULL);
    expect(response.statusCode).toBe(201);
    const receipt = response.json();
    expect(receipt).toMatchObject({
      feedback: 'received',
      reportedAt: '2026-09-01T10:30:00.000Z',
      deadlines: [
        { limb: '24h', dueAt: '2026-09-02T10:30:00.000Z' },
        { limb: '1wd', binding: true, dueAt: '2026-09-02T16:00:00.000Z' },
      ],
    });
    const again = await officer.get(String(response.headers.location));
    expect(again.json()).toEqual(receipt);
    expect(again.headers.etag).toBe(receipt.etag);
  });

  it('P11 the few safety-critical answers are enough, and the clock runs without a number', async () => {
    const response = await (await api().as('officer')).post('/api/v1/referrals', MINIMAL);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({ feedback: 'need-a-new-number', callFromAt: null });
    expect(response.json().deadlines).toHaveLength(2);
  });

  it('P11 the same submission ten times at once makes one referral, and each is told the same', async () => {
    const officer = await api().as('officer');
    const before = await count();
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => officer.post('/api/v1/referrals', FULL, headers)),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('P11 a submission sent again later, written another way, is still the same one', async () => {
    const officer = await api().as('officer');
    const headers = { 'idempotency-key': randomUUID() };
    const first = await officer.post('/api/v1/referrals', FULL, headers);
    const turned = Object.fromEntries(Object.entries(FULL).reverse());
    const before = await count();
    const second = await officer.post('/api/v1/referrals', turned, headers);
    expect(second.statusCode).toBe(201);
    expect(second.json()).toEqual(first.json());
    expect(await count()).toBe(before);
  });

  it('a key that comes with another body is refused, and nothing is saved', async () => {
    const officer = await api().as('officer');
    const headers = { 'idempotency-key': randomUUID() };
    await officer.post('/api/v1/referrals', FULL, headers);
    const before = await count();
    const other = await officer.post('/api/v1/referrals', { ...FULL, ageInYears: 32 }, headers);
    expect(other.statusCode).toBe(422);
    expect(other.json().type).toBe('urn:waymark:problem:key-reused');
    expect(await count()).toBe(before);
  });

  it('a refused submission can be put right and sent again under its key', async () => {
    const officer = await api().as('officer');
    const headers = { 'idempotency-key': randomUUID() };
    const wrong = { ...FULL, district: 'E07000000' };
    expect((await officer.post('/api/v1/referrals', wrong, headers)).statusCode).toBe(422);
    expect((await officer.post('/api/v1/referrals', FULL, headers)).statusCode).toBe(201);
  });

  it('two officers may use the same key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [one, two] = [await api().as('officer'), await api().as('officer-south')];
    const first = await one.post('/api/v1/referrals', FULL, headers);
    const second = await two.post('/api/v1/referrals', FULL, headers);
    expect(second.statusCode).toBe(201);
    expect(second.json().id).not.toBe(first.json().id);
  });

  it('what is kept of a submission to recognise it tells nothing about it', async () => {
    const officer = await api().as('officer');
    const key = randomUUID();
    await officer.post('/api/v1/referrals', FULL, { 'idempotency-key': key });
    const [row] = await api().web.instance.admin<{ response_body: object; request_hash: Buffer }>(
      'select response_body, request_hash from app.idempotency_key where key = $1',
      [key],
    );
    expect(Object.keys(row!.response_body).sort()).toEqual(['kind', 'reference', 'referralId']);
    expect(row!.request_hash).toHaveLength(32);
  });
});

describe('the referrals of a team', () => {
  it('are read page by page, newest first, each exactly once', async () => {
    const officer = await api().as('officer-south');
    for (let n = 0; n < 5; n += 1) await api().refer({}, 'officer-south');
    const [all] = [await officer.get('/api/v1/referrals?limit=100')];
    const ids = all.json().items.map(({ id }: { id: string }) => id);
    const paged: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const response = await officer.get(`/api/v1/referrals?limit=2${cursor}`);
      const { items, nextCursor } = response.json();
      paged.push(...items.map(({ id }: { id: string }) => id));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(paged).toEqual(ids);
    expect(paged.length).toBeGreaterThanOrEqual(5);
  });

  it('a cursor that was changed, or is of another list, is refused', async () => {
    const lead = await api().as('lead');
    const officer = await api().as('officer');
    await api().refer();
    await api().refer();
    const { nextCursor } = (await officer.get('/api/v1/referrals?limit=1')).json();
    const bytes = Buffer.from(nextCursor, 'base64url');
    bytes[bytes.length - 3]! ^= 1;
    for (const cursor of [bytes.toString('base64url'), `${nextCursor}A`, 'eyJ9', 'x', '%00']) {
      const response = await officer.get(`/api/v1/referrals?cursor=${cursor}`);
      expect([cursor, [400, 422].includes(response.statusCode)]).toEqual([cursor, true]);
    }
    expect((await lead.get(`/api/v1/cases?cursor=${nextCursor}`)).statusCode).toBe(400);
  });

  it('P7 one of another team, one that never was and one that cannot be are the same answer', async () => {
    const { referralId } = await api().refer();
    const south = await api().as('officer-south');
    const ask = async (id: string) => {
      const { statusCode, body } = await south.get(`/api/v1/referrals/${id}`);
      const { instance, ...rest } = JSON.parse(body);
      expect(instance).toMatch(/^urn:uuid:/);
      return { statusCode, rest };
    };
    const [foreign, unknown, malformed] = [await ask(referralId), await ask(randomUUID()), await ask("1'--")];
    expect(foreign.statusCode).toBe(404);
    expect(unknown).toEqual(foreign);
    expect(malformed).toEqual(foreign);
    const list = (await south.get('/api/v1/referrals?limit=100')).body;
    expect(list).not.toContain(referralId);
  });
});

describe('a corrected start', () => {
  const correction = { reportedAt: '2026-09-01T10:00:00+01:00', reason: 'typed-wrongly' };
  const path = (id: string) => `/api/v1/referrals/${id}/corrected-start`;

  it('is asked for against the version that was read, and moves once somebody has confirmed it', async () => {
    const officer = await api().as('officer');
    const lead = await api().as('lead');
    const { referralId } = await api().refer();
    const read = await officer.get(`/api/v1/referrals/${referralId}`);
    const etag = String(read.headers.etag);
    const asked = await officer.post(path(referralId), correction, { 'if-match': etag });
    expect(asked.statusCode).toBe(201);
    expect((await officer.get(`/api/v1/referrals/${referralId}`)).json()).toEqual(read.json());

    const { checkId } = asked.json();
    const decided = await lead.post(
      `/api/v1/checks/${checkId}/decision`,
      { decision: 'confirmed' },
      { 'if-match': '"1"' },
    );
    expect(decided.statusCode).toBe(200);
    const moved = await officer.get(`/api/v1/referrals/${referralId}`);
    expect(moved.json().deadlines[0].dueAt).toBe('2026-09-02T09:00:00.000Z');
    expect(moved.headers.etag).not.toBe(etag);

    const stale = await officer.post(
      path(referralId),
      { ...correction, reportedAt: MINIMAL.reportedAt },
      { 'if-match': etag },
    );
    expect(stale.statusCode).toBe(412);
    expect(stale.headers.etag).toBe(moved.headers.etag);
  });

  it('without If-Match is 428, and of another team 404', async () => {
    const { referralId } = await api().refer();
    const [officer, south] = [await api().as('officer'), await api().as('officer-south')];
    expect((await officer.post(path(referralId), correction)).statusCode).toBe(428);
    expect((await south.post(path(referralId), correction, { 'if-match': '"1"' })).statusCode).toBe(404);
  });

  it('to the time already recorded, or to come, says what to change', async () => {
    const { referralId } = await api().refer();
    const officer = await api().as('officer');
    const ask = (reportedAt: string) =>
      officer.post(path(referralId), { ...correction, reportedAt }, { 'if-match': '"1"' });
    const same = await ask(MINIMAL.reportedAt);
    expect([same.statusCode, same.json().reason]).toEqual([422, 'unchanged']);
    const later = await ask('2026-09-01T15:00:00+01:00');
    expect(later.json().errors).toEqual([
      { field: 'reportedAt', message: expect.stringContaining('future') },
    ]);
  });
});
