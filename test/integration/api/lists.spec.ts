import type { ApiClient } from './support/api-client';
import { aComplaint } from './support/care-operations';
import { aMatch, aShare } from './support/person-acts';
import { aSupportTask } from './support/support-acts';
import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeAll(async () => {
  await api().web.instance.setNow(NOW);
  const officer = await api().as('officer');
  for (const district of ['E07000066', 'E07000066', 'E07000067']) {
    const { caseId } = await api().refer({ dangers: ['danger-now'] });
    await aShare(api(), caseId);
    await officer.post('/api/v1/declined-offers', { answer: 'not-now', district, askAgainOn: '2026-10-01' });
    await aMatch(api());
    await aSupportTask(api());
    await aComplaint(api());
  }
});

interface Listed {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

async function list(client: ApiClient, path: string, query: string): Promise<Listed> {
  const answer = await client.get(`${path}?${query}`);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json();
}

/** Lists that are read page by page, and somebody who may read them. */
const LISTS: readonly (readonly [path: string, persona: string, also: string])[] = [
  ['/api/v1/declined-offers', 'officer', ''],
  ['/api/v1/urgent-pages', 'lead', ''],
  ['/api/v1/staff', 'administrator', ''],
  ['/api/v1/teams', 'administrator', ''],
  ['/api/v1/shared', 'adviser', ''],
  ['/api/v1/matches', 'responder', 'show=decided&'],
  ['/api/v1/services', 'officer', ''],
  ['/api/v1/support-tasks', 'manager', ''],
  ['/api/v1/support-tasks', 'responder', 'which=planned&'],
  ['/api/v1/support-tasks', 'responder', 'which=mine&'],
  ['/api/v1/complaints', 'lead', ''],
];

describe.each(LISTS)('%s', (path, persona, also) => {
  it('is read page by page: each record once, in the order of the whole', async () => {
    const client = await api().as(persona);
    const whole = (await list(client, path, `${also}limit=100`)).items.map(({ id }) => id);
    expect(whole.length).toBeGreaterThanOrEqual(3);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = await list(client, path, `${also}limit=2${cursor}`);
      expect(items.length).toBeLessThanOrEqual(2);
      paged.push(...items.map(({ id }) => id));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(paged).toEqual(whole);
  });

  it('takes no other list’s cursor, none that was changed, and no limit that is none', async () => {
    const client = await api().as(persona);
    const { nextCursor } = await list(await api().as('responder'), '/api/v1/cases', 'limit=1');
    const own = (await list(client, path, `${also}limit=1`)).nextCursor ?? '';
    const changed = `${own.startsWith('A') ? 'B' : 'A'}${own.slice(1)}`;
    for (const cursor of [nextCursor, changed, 'x'])
      expect((await client.get(`${path}?${also}cursor=${cursor}`)).statusCode).toBe(400);
    for (const limit of ['0', '101', '2&limit=3', 'all'])
      expect((await client.get(`${path}?${also}limit=${limit}`)).statusCode).toBe(422);
  });
});
