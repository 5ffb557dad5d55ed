import { randomUUID } from 'node:crypto';
import { aSupportTask } from './support/support-acts';
import { NOW, useApi } from './support/use-api';

const api = useApi();
/** Well inside the minute of `NOW`, so that what happened then is neither to come nor before the case. */
beforeEach(() => api().web.instance.setNow('2026-09-01T13:00:20Z'));

const actions = (view: { availableActions: { action: string }[] }) =>
  view.availableActions.map(({ action }) => action);

const supportOf = async (caseId: string, persona = 'responder') =>
  (await (await api().as(persona)).get(`/api/v1/cases/${caseId}/kinds-of-support`)).json();

const readings = async (what: string) =>
  (await api().web.instance.admin('select 1 from app.access_log where what = $1', [what])).length;

it('P8 flags domestic abuse once whatever is sent again, and records who reads why', async () => {
  const { caseId } = await api().refer();
  const responder = await api().as('responder');
  const path = `/api/v1/cases/${caseId}/domestic-abuse`;
  const body = { why: 'Sample words', reviewOn: '2026-10-01' };
  const late = await responder.post(path, { ...body, reviewOn: '2027-10-01' });
  expect([late.statusCode, late.json().errors[0].field]).toEqual([422, 'reviewOn']);
  const key = { 'idempotency-key': randomUUID() };
  const [first, again] = [await responder.post(path, body, key), await responder.post(path, body, key)];
  expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body]);
  expect((await responder.post(path, body)).json().reason).toBe('flagged-already');
  const before = await readings('support-note');
  const read = await supportOf(caseId);
  expect(await readings('support-note')).toBe(before + 1);
  expect(read.domesticAbuse).toMatchObject({ why: 'Sample words', reviewOn: '2026-10-01' });
  expect(read.tasks.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'abuse-review',
    'dash',
    'idva',
    'marac',
  ]);
  expect(actions(read)).toContain('lower-domestic-abuse');
  const wrong = await responder.post(`${path}/lower`, { lowering: 'was-a-mistake' }, { 'if-match': '"9"' });
  expect(wrong.statusCode).toBe(412);
  const match = { 'if-match': read.domesticAbuse.etag };
  expect((await responder.post(`${path}/lower`, { lowering: 'was-a-mistake' }, match)).statusCode).toBe(200);
  expect((await supportOf(caseId)).domesticAbuse).toBeNull();
});

it('P6 does a task by what it lists, and notes nothing as sent without a ground', async () => {
  const responder = await api().as('responder');
  const path = `/api/v1/support-tasks/${await aSupportTask(api())}`;
  const task = (await responder.get(path)).json();
  expect(actions(task)).toEqual(['read', 'finish', 'not-needed']);
  expect(task).toMatchObject({ kind: 'dash', state: 'open', answeredForBy: 'worker', late: false });
  const match = { 'if-match': task.etag };
  const other = await responder.post(`${path}/finish`, { outcome: 'kept-on' }, match);
  expect([other.statusCode, other.json().errors[0].field]).toEqual([422, 'outcome']);
  expect((await responder.post(`${path}/finish`, { outcome: 'high' }, match)).statusCode).toBe(200);
  expect((await responder.post(`${path}/finish`, { outcome: 'high' }, match)).statusCode).toBe(412);
  const { tasks } = await supportOf(task.caseId);
  const marac = tasks.find(({ kind }: { kind: string }) => kind === 'marac');
  const sent = await responder.post(
    `/api/v1/support-tasks/${marac.id}/send`,
    { to: 'Sample service' },
    { 'if-match': marac.etag },
  );
  expect([sent.statusCode, sent.json().reason]).toEqual([409, 'no-ground']);
  expect((await (await api().as('officer')).get(path)).statusCode).toBe(404);
  expect((await responder.get(`/api/v1/support-tasks/${randomUUID()}`)).statusCode).toBe(404);
});

it('keeps samples, days, signposts and a hand-over, each under its own rule', async () => {
  const { caseId } = await api().refer();
  const responder = await api().as('responder');
  const path = `/api/v1/cases/${caseId}`;
  const samples = { takenOn: '2026-08-03', keptUntil: '2028-08-03', remind: true };
  const upsideDown = await responder.post(`${path}/stored-samples`, { ...samples, keptUntil: '2026-08-01' });
  expect([upsideDown.statusCode, upsideDown.json().errors[0].field]).toEqual([422, 'keptUntil']);
  expect((await responder.post(`${path}/stored-samples`, samples)).statusCode).toBe(201);
  const day = { on: '2027-03-01', saidHow: 'phone' };
  expect((await responder.post(`${path}/check-ins`, day)).statusCode).toBe(201);
  expect((await responder.post(`${path}/check-ins`, day)).json().errors[0].field).toBe('on');
  const told = { kinds: ['gp', 'sexual-health'], givenHow: 'phone' };
  const future = { ...told, givenAt: '2027-01-01T00:00:00Z' };
  expect((await responder.post(`${path}/signposts`, future)).json().errors[0].field).toBe('givenAt');
  expect((await responder.post(`${path}/signposts`, { ...told, givenAt: NOW })).statusCode).toBe(201);
  const before = await supportOf(caseId);
  const offer = { to: 'Sample service', agreedHow: 'phone' };
  const match = { 'if-match': before.etag };
  const offered = await responder.post(`${path}/transfers`, offer, match);
  expect(offered.statusCode).toBe(201);
  const { taskId } = offered.json<{ taskId: string }>();
  const task = (await responder.get(`/api/v1/support-tasks/${taskId}`)).json();
  expect(task).toMatchObject({ kind: 'transfer', state: 'sent', sentTo: 'Sample service' });
  expect(actions(task)).toEqual(['read', 'acknowledge', 'withdraw']);
  const answer = { by: 'Sample Adviser Wren', at: NOW };
  const had = await responder.post(`/api/v1/support-tasks/${taskId}/acknowledge`, answer, {
    'if-match': task.etag,
  });
  expect(had.statusCode).toBe(200);
  const after = await supportOf(caseId);
  expect(after.samples).toMatchObject([{ ...samples, ending: null }]);
  expect(after.signposts).toHaveLength(2);
  expect(actions(after)).toEqual(['promise-check-in', 'restart-support']);
  const restarted = await responder.post(`${path}/restart`);
  expect([restarted.statusCode, restarted.json().caseId]).toEqual([201, caseId]);
});

describe('somebody whom no search finds', () => {
  const PERSON = {
    nameToAskFor: 'Sample Wren',
    ageInYears: 40,
    route: { kind: 'mobile', number: '+447700900124', call: 'yes' },
  };

  it('is taken on, may report to the police themselves, and a second person reads the number', async () => {
    const responder = await api().as('responder');
    const taken = await responder.post('/api/v1/own-pathways', {
      ...PERSON,
      pathway: 'anonymous',
      sarcCode: 'ZZ-SAMPLE-8',
    });
    expect(taken.statusCode).toBe(201);
    const [row] = await api().web.instance.admin<{ case_id: string }>(
      'select case_id from app.case_file where referral_id = $1',
      [taken.json().id],
    );
    const path = `/api/v1/cases/${row!.case_id}`;
    const read = await supportOf(row!.case_id);
    expect(read.pathway).toMatchObject({ kind: 'anonymous', sarcCode: 'ZZ-SAMPLE-8', ended: null });
    const report = {
      policeAgencyId: read.policeForces[0].id,
      reportedOn: '2026-08-31',
      crimeReference: 'ZZ/123456/26',
      toldBy: 'person-themselves',
    };
    const match = { 'if-match': read.etag };
    const hearsay = await responder.post(`${path}/police-report`, { ...report, toldBy: 'partner' }, match);
    expect(hearsay.statusCode).toBe(422);
    expect((await responder.post(`${path}/police-report`, report, match)).statusCode).toBe(201);
    expect((await responder.post(`${path}/police-report`, report, match)).statusCode).toBe(412);
    const number = `${path}/police-report/crime-number`;
    const mine = { 'if-match': (await supportOf(row!.case_id)).etag };
    const same = { crimeReference: 'ZZ/123456/26' };
    expect((await responder.post(number, same, mine)).json().reason).toBe('recorded-it');
    const second = await api().as('responder-two');
    const differs = await second.post(number, { crimeReference: 'ZZ/123457/26' }, mine);
    expect([differs.statusCode, differs.json().errors[0].field]).toEqual([422, 'crimeReference']);
    expect((await second.post(number, same, mine)).statusCode).toBe(200);
    expect(actions(await supportOf(row!.case_id, 'responder-two'))).not.toContain('check-crime-number');
  });

  it('has a relation as a supporter alone, whose record comes from no call but their own', async () => {
    const responder = await api().as('responder');
    const mixed = { ...PERSON, pathway: 'anonymous', relation: 'friend' };
    expect((await responder.post('/api/v1/own-pathways', mixed)).json().errors[0].field).toBe('relation');
    const supporter = { ...PERSON, pathway: 'supporter', relation: 'friend' };
    const centre = await (await api().as('sarc')).post('/api/v1/own-pathways', supporter);
    expect([centre.statusCode, centre.json().reason]).toEqual([409, 'own-call-only']);
  });
});
