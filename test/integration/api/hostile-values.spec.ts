import { randomUUID } from 'node:crypto';
import { ATTEMPT, CORRECTION, EXCEPTION, useTarget } from './support/hostile-target';
import { FULL, MINIMAL, NOW, useApi } from './support/use-api';

const api = useApi();
const target = useTarget(api);
const addressOf = (path: string) => target().addressOf(path);
const written = () => target().written();
beforeEach(() => api().web.instance.setNow(NOW));

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
    expect((await lead.get(`/api/v1/cases/${target().caseId.toUpperCase()}`)).statusCode).toBe(404);
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
      const path = `/api/v1/cases/${target().caseId}/take`;
      expect((await lead.post(path, undefined, { 'if-match': version })).statusCode).toBe(400);
    },
  );
});
