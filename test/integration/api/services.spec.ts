import { randomUUID } from 'node:crypto';
import { NOW, useApi } from './support/use-api';

const api = useApi();
const BASE = '/api/v1/services';
const SOSRC_ISVA = `${BASE}/00000000-0000-7000-8000-000000000305`;
const WILLOW_ADULTS = `${BASE}/00000000-0000-7000-8000-000000000309`;
const CARA_ISVA = `${BASE}/00000000-0000-7000-8000-000000000301`;
const ROCHFORD = 'E07000075';

beforeEach(() => api().web.instance.setNow(NOW));

const actions = (view: { availableActions: { action: string }[] }) =>
  view.availableActions.map(({ action }) => action);

it('narrows the directory by kind and by the district that is covered today', async () => {
  const officer = await api().as('officer');
  const query = `kind=counselling&district=${ROCHFORD}&state=open`;
  const { items } = (await officer.get(`${BASE}?${query}`)).json();
  expect(items.length).toBeGreaterThan(0);
  for (const { kind, districts, state } of items)
    expect([kind, districts, state]).toEqual(['counselling', expect.arrayContaining([ROCHFORD]), 'open']);
  expect((await officer.get(`${BASE}?district=nowhere`)).statusCode).toBe(422);
});

it('confirms a district once, for the version that was read, and keeps what was known before', async () => {
  const lead = await api().as('lead');
  const read = await lead.get(SOSRC_ISVA);
  const etag = String(read.headers['etag']);
  expect(actions(read.json())).toContain('confirm-coverage');
  const body = { district: ROCHFORD, basis: 'told-by-commissioner' };
  const path = `${SOSRC_ISVA}/coverage/confirm`;
  const headers = { 'if-match': etag, 'idempotency-key': randomUUID() };
  const first = await lead.post(path, body, headers);
  const again = await lead.post(path, body, headers);
  expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 200, first.body]);
  const stale = await lead.post(path, body, { 'if-match': etag });
  expect([stale.statusCode, stale.headers['etag']]).toEqual([412, first.json().etag]);
  const now = first.json<{ etag: string }>().etag;
  expect((await lead.post(path, body, { 'if-match': now })).json().reason).toBe('confirmed-already');
  const elsewhere = await lead.post(path, { ...body, district: 'E07999999' }, { 'if-match': now });
  expect([elsewhere.statusCode, elsewhere.json().errors[0].field]).toEqual([422, 'district']);
  const { versions } = (await lead.get(`${SOSRC_ISVA}/history`)).json();
  expect(versions[0]).toMatchObject({ reason: 'coverage-confirmed', changed: ['coverage'] });
});

it('takes a service out and puts it back, for administrators', async () => {
  const administrator = await api().as('administrator');
  const { etag } = (await administrator.get(CARA_ISVA)).json<{ etag: string }>();
  const retired = await administrator.post(`${CARA_ISVA}/retire`, undefined, { 'if-match': etag });
  expect(retired.statusCode).toBe(200);
  const view = (await administrator.get(CARA_ISVA)).json();
  expect([view.state, actions(view)]).toEqual(['retired', expect.arrayContaining(['reopen'])]);
  const now = { 'if-match': view.etag };
  expect((await administrator.post(`${CARA_ISVA}/retire`, undefined, now)).json().reason).toBe('already-so');
  expect((await administrator.post(`${CARA_ISVA}/reopen`, undefined, now)).statusCode).toBe(200);
});

it('lets a coordinator state the room of their own services alone, and refuses an impossible one', async () => {
  const coordinator = await api().as('coordinator');
  const read = (await coordinator.get(WILLOW_ADULTS)).json();
  expect(actions(read)).toContain('state-room');
  const ifMatch = { 'if-match': read.room?.etag ?? '"0"' };
  const room = { posts: 2.5, limit: null, list: 'closed', listSince: '2026-08-03' };
  const path = `${WILLOW_ADULTS}/room`;
  const future = await coordinator.post(path, { ...room, listSince: '2026-12-01' }, ifMatch);
  expect([future.statusCode, future.json().errors[0].field]).toEqual([422, 'listSince']);
  expect((await coordinator.post(path, room, ifMatch)).statusCode).toBe(200);
  expect((await coordinator.get(WILLOW_ADULTS)).json().room).toMatchObject(room);
  expect((await coordinator.post(path, room, ifMatch)).statusCode).toBe(412);
  expect((await coordinator.post(`${CARA_ISVA}/room`, room, { 'if-match': '"0"' })).statusCode).toBe(404);
});

it('goes out as a file and comes in again, whosever it is said to be, and nobody else is let in', async () => {
  const administrator = await api().as('administrator');
  const path = '/api/v1/directory-file';
  const { contents } = (await administrator.get(path)).json();
  expect(contents.length).toBeGreaterThan(10);
  const [first] = contents;
  const file = JSON.stringify([{ ...first, name: 'Renamed (sample)' }, { name: 'Half' }]);
  const tried = await administrator.post(path, { fileOf: 'many', file, dryRun: true });
  expect(tried.json().replies).toMatchObject([
    { place: 1, answer: 'changed', serviceId: first.id, parts: ['basics'], refused: [] },
    {
      place: 2,
      answer: 'refused',
      serviceId: null,
      refused: ["must have required property 'id'", expect.any(String)],
    },
  ]);
  expect((await administrator.get(`${BASE}/${first.id}`)).json().name).toBe(first.name);
  const theirs = await administrator.post(path, { fileOf: 'new', file, dryRun: false });
  expect(theirs.json().replies[0]).toMatchObject({
    answer: 'refused',
    refused: ['It is of another organisation than the one whose file this is.'],
  });
  const taken = await administrator.post(path, { fileOf: 'many', file, dryRun: false });
  expect(taken.json().replies[0].answer).toBe('changed');
  expect((await administrator.get(`${BASE}/${first.id}`)).json().name).toBe('Renamed (sample)');
  const unread = await administrator.post(path, { fileOf: 'many', file: '{', dryRun: false });
  expect([unread.statusCode, unread.json().errors[0].field]).toEqual([422, 'file']);
  for (const stranger of ['lead', 'coordinator', 'officer'])
    expect((await (await api().as(stranger)).get(path)).statusCode).toBe(404);
});
