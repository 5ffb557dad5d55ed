import { AnswerEquality, ReleaseReach } from '#libs/casework';
import type { EqualityAnswer } from '#libs/domain';
import { PromiseFactProjector, reachReleases } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { disclosureOf } from '../../support/disclosure';
import { onlyOnce } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { useApi } from '../api/support/use-api';

const api = useApi();
const web = () => api().web;
const acts = new PromiseActs(() => web().instance);
const PEOPLE = 48;

const publish = () => {
  const { workerWork, pack } = web().instance;
  return new ReleaseReach(workerWork, pack.timezone, disclosureOf(pack)).execute();
};
const published = (key = 'commissioner') => {
  const { webWork, persona } = web().instance;
  return webWork.read(persona(key), (manager) => reachReleases(manager));
};
const answer = async ({ caseId }: ReferredCase, sex: EqualityAnswer) => {
  const { webWork, ids, persona } = web().instance;
  const asked = { caseId, answers: { sex, 'ethnic-group': 'white-british' } as const };
  const once = await new AnswerEquality(webWork, ids).execute(persona('responder'), asked, onlyOnce());
  if (once.kind !== 'done' || once.result.kind !== 'answered') throw new Error(JSON.stringify(once));
};

beforeAll(async () => {
  const { setNow, worker } = web().instance;
  await setNow('2026-03-02T10:05:30Z');
  await acts.refer('2026-03-02T10:00:00Z');
  for (let n = 0; n < PEOPLE; n += 1) {
    const day = `2026-05-${String((n % 27) + 1).padStart(2, '0')}`;
    if (n % 27 === n) await setNow(`${day}T10:05:30Z`);
    else await setNow('2026-05-28T10:05:30Z');
    const referred = await acts.refer(n % 27 === n ? `${day}T10:00:00Z` : '2026-05-28T10:00:00Z');
    await answer(referred, n < 30 ? 'female' : 'male');
  }
  await caughtUp(web().instance, new PromiseFactProjector(worker));
});

describe('who is referred', () => {
  it('P7 is published for a whole year, three months after its end, once', async () => {
    const { setNow } = web().instance;
    await setNow('2027-06-30T22:00:00Z');
    expect(await publish()).toEqual([]);
    expect(await published()).toEqual([]);
    await setNow('2027-07-01T10:00:00Z');
    expect(await publish()).toEqual([]);
    expect(await publish()).toEqual([]);
    const [release, ...others] = await published();
    expect(others).toEqual([]);
    expect(release?.year).toBe(2026);
    const sex = release?.tables?.find(({ id }) => id === 'reach-sex-2026');
    const referred = Object.fromEntries(sex!.rowHeaders.map(({ id }, at) => [id, sex!.cells[at]![0]]));
    expect(referred).toMatchObject({
      female: { kind: 'rounded', value: 30 },
      male: { kind: 'rounded', value: 20 },
      total: { kind: 'rounded', value: 50 },
    });
  });

  it('P7 stands on a page for commissioner, manager and auditor, beside who is harmed', async () => {
    for (const key of ['commissioner', 'manager', 'auditor']) {
      const { statusCode, body } = await (await web().signedIn(key)).get('/figures/reach');
      expect([key, statusCode]).toEqual([key, 200]);
      expect(body).toContain('April 2026 to March 2027');
      expect(body).toContain('618,000 women');
      expect(body).toContain('80%');
    }
    for (const key of ['responder', 'lead', 'officer', 'administrator', 'adviser'])
      expect([key, (await (await web().signedIn(key)).get('/figures/reach')).statusCode]).toEqual([key, 404]);
    const commissioner = await web().signedIn('commissioner');
    expect((await commissioner.get('/figures/reach?year=2025')).statusCode).toBe(400);
    for (const below of ['district=E07000066', 'month=2026-05', 'sex=female'])
      expect([below, (await commissioner.get(`/figures/reach?year=2026&${below}`)).statusCode]).toEqual([
        below,
        400,
      ]);
    expect((await commissioner.get('/figures/reach?year=2026')).statusCode).toBe(200);
  });

  it('P9 has the same numbers over the API', async () => {
    const commissioner = await api().as('commissioner');
    const { year, tables } = (await commissioner.get('/api/v1/figures/reach')).json();
    expect(year).toBe(2026);
    const [female] = tables[0].rows;
    expect(female).toMatchObject({
      id: 'female',
      cells: expect.arrayContaining([{ column: 'referred', kind: 'rounded', value: 30 }]),
    });
    expect((await commissioner.get('/api/v1/figures/reach?year=2025')).statusCode).toBe(404);
    expect((await commissioner.get('/api/v1/figures/reach?year=next')).statusCode).toBe(422);
  });

  it('P7 is read by nobody else, whatever page asks', async () => {
    for (const key of ['responder', 'lead', 'officer', 'adviser']) expect(await published(key)).toEqual([]);
  });
});
