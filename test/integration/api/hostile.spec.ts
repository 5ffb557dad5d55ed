import { randomUUID } from 'node:crypto';
import { FULL, MINIMAL, NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

const JSON_TYPE = { 'content-type': 'application/json' };
const ATTEMPT = { channel: 'call', outcome: 'no-answer', happenedAt: '2026-09-01T13:50:00+01:00' };
const EXCEPTION = {
  reason: 'no-safe-route',
  from: '2026-09-01T12:00:00+01:00',
  to: '2026-09-02T12:00:00+01:00',
};
const CORRECTION = { reportedAt: '2026-09-01T10:00:00+01:00', reason: 'typed-wrongly' };

/** Every POST with a body it takes. `{case}`, `{referral}` and `{check}` stand for records that are there. */
const ACTS = [
  { path: '/api/v1/referrals', by: 'officer', good: FULL },
  { path: '/api/v1/referrals/{referral}/corrected-start', by: 'officer', good: CORRECTION },
  { path: '/api/v1/cases/{case}/attempts', by: 'responder', good: ATTEMPT },
  { path: '/api/v1/cases/{case}/exceptions', by: 'responder', good: EXCEPTION },
  { path: '/api/v1/cases/{case}/take', by: 'responder', good: {} },
  { path: '/api/v1/cases/{case}/routes/{id}/reveal', by: 'responder', good: {} },
  { path: '/api/v1/alerts/{id}/acknowledge', by: 'lead', good: {} },
  { path: '/api/v1/checks/{check}/decision', by: 'lead', good: { decision: 'confirmed' } },
] as const;

let records: { caseId: string; referralId: string; checkId: string };
beforeAll(async () => {
  await api().web.instance.setNow(NOW);
  const { caseId, referralId } = await api().refer();
  const asked = await (
    await api().as('officer')
  ).post(`/api/v1/referrals/${referralId}/corrected-start`, CORRECTION, { 'if-match': '"1"' });
  records = { caseId, referralId, checkId: asked.json().checkId };
});

function addressOf(path: string): string {
  return path
    .replace('{case}', records.caseId)
    .replace('{referral}', records.referralId)
    .replace('{check}', records.checkId)
    .replace('{id}', randomUUID());
}

/** Everything that an act could have written. */
async function written(): Promise<unknown> {
  const [row] = await api().web.instance.admin<object>(
    `select (select count(*) from app.referral) as referrals, (select count(*) from app.person) as people,
       (select count(*) from vault.person_record) as sealed, (select count(*) from app.deadline) as deadlines,
       (select count(*) from app.contact_attempt) as attempts, (select count(*) from app.deadline_exception) as exceptions,
       (select count(*) from app.second_person_check) as checks, (select count(*) from app.journal) as events,
       (select count(*) from app.idempotency_key) as keys, (select sum(revision) from app.case_file) as revisions`,
  );
  return row;
}

/** Fields in which any few letters are an answer. */
const TEXTS = ['nameToAskFor', 'sayIfOtherAnswers', 'codeWord', 'crimeReference'];

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** Whole bodies that no route takes, and the statuses that may answer them. */
const BODIES: readonly (readonly [string, string | Buffer, readonly number[]])[] = [
  ['nothing that is JSON', '{', [400]],
  ['a list', '[]', [400, 422]],
  ['a text', '"referral"', [400, 422]],
  ['a number', '7', [400, 422]],
  ['an unknown key', '{"isAdmin":true}', [422]],
  ['a key twice', '{"reason":"a","reason":"b"}', [400]],
  ['a key that reaches prototypes', '{"__proto__":{"role":"lead"}}', [400]],
  ['a constructor', '{"constructor":{"prototype":{}}}', [400]],
  ['NUL', '{"nameToAskFor":"a\\u0000b"}', [400]],
  ['half a surrogate pair', '{"nameToAskFor":"\\ud800"}', [400]],
  ['text that is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), [400]],
  ['20,000 levels', deep(20_000), [400, 413]],
  ['21 levels', deep(21), [400]],
  ['200 KB', JSON.stringify({ nameToAskFor: 'a'.repeat(200_000) }), [413]],
  ['a number that cannot be kept', '{"ageInYears":9007199254740993}', [400]],
];

describe.each(ACTS)('POST $path', ({ path, by, good }) => {
  const ifMatch = { 'if-match': '"1"' };

  it.each(BODIES)('refuses %s and saves nothing', async (_, payload, statuses) => {
    const client = await api().as(by);
    const before = await written();
    const headers = { ...JSON_TYPE, ...ifMatch, 'idempotency-key': randomUUID() };
    const answer = await client.send('POST', addressOf(path), { payload, headers });
    expect(statuses).toContain(answer.statusCode);
    expect(answer.json().title).toEqual(expect.any(String));
    expect(await written()).toEqual(before);
  });

  it('refuses a body that is not JSON, a form included', async () => {
    const client = await api().as(by);
    const before = await written();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/xml']) {
      const headers = { 'content-type': type, ...ifMatch, 'idempotency-key': randomUUID() };
      const answer = await client.send('POST', addressOf(path), { payload: JSON.stringify(good), headers });
      expect([type, answer.statusCode]).toEqual([type, 415]);
    }
    expect(await written()).toEqual(before);
  });

  it('asks for an Idempotency-Key, and for one that is sound', async () => {
    const client = await api().as(by);
    const before = await written();
    const payload = JSON.stringify(good);
    const without = await client.send('POST', addressOf(path), {
      payload,
      headers: { ...JSON_TYPE, ...ifMatch },
    });
    expect([without.statusCode, without.json().errors[0].field]).toEqual([400, 'Idempotency-Key']);
    for (const key of ['short', 'a'.repeat(65), 'with space in it here', "1'; drop table x--"]) {
      const answer = await client.post(addressOf(path), good, { ...ifMatch, 'idempotency-key': key });
      expect([key, answer.statusCode]).toEqual([key, 400]);
    }
    expect(await written()).toEqual(before);
  });

  it('refuses each of its values as null, another type, a list and a record', async () => {
    const client = await api().as(by);
    const before = await written();
    const accepted: unknown[] = [];
    for (const key of Object.keys(good)) {
      for (const value of [
        null,
        true,
        'false',
        7.5,
        [],
        [[]],
        {},
        { $ne: 1 },
        '',
        ' ',
        '\u202e',
        'x'.repeat(5_000),
      ]) {
        if (key === 'route' && value === null) continue;
        if (TEXTS.includes(key) && value === 'false') continue;
        const answer = await client.post(addressOf(path), { ...good, [key]: value }, ifMatch);
        if (![400, 422].includes(answer.statusCode)) accepted.push([key, value]);
      }
    }
    expect(accepted).toEqual([]);
    expect(await written()).toEqual(before);
  });
});

describe('times', () => {
  const TIMES = [
    '2026-02-30T10:00:00Z',
    '2026-09-01T10:00:00',
    '2026-09-01',
    '2026-09-01T24:00:00Z',
    '2026-09-01T10:60:00Z',
    '2026-13-01T10:00:00Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-09-01T15:00:00+01:00',
    'infinity',
    'now',
    'yesterday',
  ];

  it.each(TIMES)('%s is refused at its field, with what to do', async (time) => {
    const before = await written();
    const tries = [
      ['officer', '/api/v1/referrals', { ...FULL, reportedAt: time }, 'reportedAt'],
      [
        'officer',
        '/api/v1/referrals/{referral}/corrected-start',
        { ...CORRECTION, reportedAt: time },
        'reportedAt',
      ],
      ['responder', '/api/v1/cases/{case}/attempts', { ...ATTEMPT, happenedAt: time }, 'happenedAt'],
      ['responder', '/api/v1/cases/{case}/exceptions', { ...EXCEPTION, from: time, to: time }, /^(from|to)$/],
    ] as const;
    for (const [by, path, body, field] of tries) {
      const answer = await (await api().as(by)).post(addressOf(path), body, { 'if-match': '"1"' });
      expect([path, answer.statusCode]).toEqual([path, 422]);
      const [error] = answer.json().errors;
      expect(error).toEqual({
        field: expect.stringMatching(field),
        message: expect.stringMatching(/.{15,}/),
      });
    }
    expect(await written()).toEqual(before);
  });

  it.each([
    ['2026-02-30', 422],
    ['2026-W05', 422],
    ['2031-01-01', 422],
    ['26-01-01', 422],
    ['1990-02-28', 201],
  ])('born on %s is %d', async (bornOn, status) => {
    const body = { ...FULL, ageInYears: undefined, bornOn };
    expect((await (await api().as('officer')).post('/api/v1/referrals', body)).statusCode).toBe(status);
  });
});

describe('parts of a referral', () => {
  it.each(['reportedAt', 'nameToAskFor', 'ageInYears', 'district', 'route'])(
    'without %s it is refused, and nothing else is asked for',
    async (key) => {
      const body = { ...MINIMAL, [key]: undefined };
      const answer = await (await api().as('officer')).post('/api/v1/referrals', body);
      expect(answer.statusCode).toBe(422);
      expect(answer.json().errors).toEqual([{ field: key, message: expect.stringMatching(/.{15,}/) }]);
    },
  );

  it.each([
    ['an unknown key inside', { route: { ...FULL.route, isSafe: true } }, 'route.isSafe'],
    ['a number without its country', { route: { ...FULL.route, number: '07700900123' } }, 'route.number'],
    ['"false" for a permission', { route: { ...FULL.route, call: 'false' } }, 'route.call'],
    ['a code that is not one', { dangers: ['danger-now', 'boredom'] }, 'dangers'],
    ['the same code twice', { dangers: ['danger-now', 'danger-now'] }, 'dangers'],
    ['a code instead of a list', { dangers: 'danger-now' }, 'dangers'],
    ['an age and a date of birth', { bornOn: '1995-04-17' }, 'ageInYears'],
    ['an age of -1', { ageInYears: -1 }, 'ageInYears'],
    ['an age in words', { ageInYears: '31' }, 'ageInYears'],
    ['another area’s district', { district: 'E09000001' }, 'district'],
    ['somebody else’s agency', { referringAgencyId: randomUUID() }, 'referringAgencyId'],
    ['a name of spaces', { nameToAskFor: '   ' }, 'nameToAskFor'],
  ])('%s is refused at its field', async (_, change, field) => {
    const before = await written();
    const answer = await (await api().as('officer')).post('/api/v1/referrals', { ...FULL, ...change });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toEqual([{ field, message: expect.stringMatching(/.{10,}/) }]);
    expect(await written()).toEqual(before);
  });

  it('neither an age nor a date of birth is refused, and the answer repeats nothing that was sent', async () => {
    const body = { ...FULL, ageInYears: undefined, codeWord: 'very-secret-sample' };
    const answer = await (await api().as('officer')).post('/api/v1/referrals', body);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).not.toMatch(/very-secret-sample|Sample Person|447700900123/);
    expect(api().web.logs.join('')).not.toMatch(/very-secret-sample|Sample Person|447700900123/);
  });
});

describe('addresses', () => {
  const IDS = [
    '1',
    'null',
    "1'--",
    '..',
    '%00',
    '%ff',
    '00000000-0000-0000-0000-00000000000G',
    'A'.repeat(99),
  ];

  it.each(IDS)('the id %s is nothing we have, on every route', async (id) => {
    const [officer, lead] = [await api().as('officer'), await api().as('lead')];
    const answers = await Promise.all([
      officer.get(`/api/v1/referrals/${id}`),
      lead.get(`/api/v1/cases/${id}`),
      lead.get(`/api/v1/cases/${id}/identity`),
      lead.get(`/api/v1/cases/${id}/timeline`),
      lead.get(`/api/v1/cases/${id}/deadlines`),
      lead.post(`/api/v1/cases/${id}/take`, undefined, { 'if-match': '"1"' }),
      lead.post(`/api/v1/alerts/${id}/acknowledge`, undefined, { 'if-match': '"1"' }),
      lead.post(`/api/v1/checks/${id}/decision`, { decision: 'declined' }, { 'if-match': '"1"' }),
    ]);
    for (const { statusCode } of answers) expect([400, 404]).toContain(statusCode);
  });

  it('an id in capitals is not another spelling of the same record', async () => {
    const lead = await api().as('lead');
    expect((await lead.get(`/api/v1/cases/${records.caseId.toUpperCase()}`)).statusCode).toBe(404);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1e2',
    'limit=2&limit=3',
    'limit[]=2',
    'limit=',
    'view=nobody',
    'view=all&view=mine',
    'cursor=',
    'cursor=x',
    'cursor[a]=x',
    'cursor=%00',
    `cursor=${'A'.repeat(3_000)}`,
    'order=name',
  ])('the board asked for with %s is refused', async (query) => {
    const answer = await (await api().as('lead')).get(`/api/v1/cases?${query}`);
    expect([400, 422]).toContain(answer.statusCode);
  });
});

describe('versions', () => {
  it.each(['1', 'W/"1"', '*', '"1", "2"', '"-1"', '"99999999999"', '""'])(
    'If-Match %s is refused',
    async (version) => {
      const lead = await api().as('lead');
      const path = `/api/v1/cases/${records.caseId}/take`;
      expect((await lead.post(path, undefined, { 'if-match': version })).statusCode).toBe(400);
    },
  );
});
