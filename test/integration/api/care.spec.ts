import { randomUUID } from 'node:crypto';
import { aComplaint } from './support/care-operations';
import { aShare } from './support/person-acts';
import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

const AT = '2026-09-01T13:50:00+01:00';
const actions = (view: { availableActions: { action: string }[] }) =>
  view.availableActions.map(({ action }) => action);
const readings = async (what: string) =>
  (await api().web.instance.admin('select 1 from app.access_log where what = $1', [what])).length;

it('P8 raises a risk once whatever is sent again, records who reads its words, and closes it by what it lists', async () => {
  const { caseId } = await api().refer();
  const responder = await api().as('responder');
  const path = `/api/v1/cases/${caseId}`;
  const body = { risk: 'suicide-or-self-harm', words: 'Sample words', reviewOn: '2026-09-08' };
  const key = { 'idempotency-key': randomUUID() };
  const first = await responder.post(`${path}/risks`, body, key);
  const again = await responder.post(`${path}/risks`, body, key);
  expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body]);
  expect((await responder.post(`${path}/risks`, body)).json().reason).toBe('stands-already');
  const late = await responder.post(`${path}/risks`, { ...body, reviewOn: '2027-09-08' });
  expect([late.statusCode, late.json().errors[0].field]).toEqual([422, 'reviewOn']);
  const before = await readings('support-note');
  const needs = (await responder.get(`${path}/needs`)).json();
  expect(await readings('support-note')).toBe(before + 1);
  const [risk] = needs.risks;
  expect(risk).toMatchObject({ state: 'standing', words: 'Sample words' });
  expect(actions(risk)).toEqual(['review-risk', 'close-risk']);
  const { tasks } = (await responder.get(`${path}/kinds-of-support`)).json();
  expect(tasks).toMatchObject([{ kind: 'urgent-need', matter: 'suicide-or-self-harm', state: 'open' }]);
  const close = { ending: 'made-safe' };
  const wrong = await responder.post(`/api/v1/risks/${risk.id}/close`, close, { 'if-match': '"9"' });
  expect(wrong.statusCode).toBe(412);
  const match = { 'if-match': risk.etag };
  expect((await responder.post(`/api/v1/risks/${risk.id}/close`, close, match)).statusCode).toBe(200);
  expect((await responder.get(`${path}/kinds-of-support`)).json().tasks).toMatchObject([
    { kind: 'urgent-need', state: 'withdrawn' },
  ]);
});

it('adds a task of the plan, plans a review and moves it, and lists both', async () => {
  const { caseId } = await api().refer();
  const responder = await api().as('responder');
  const path = `/api/v1/cases/${caseId}`;
  const task = { matter: 'write-letter', dueAt: '2026-09-04T14:00:00+01:00' };
  expect((await responder.post(`${path}/support-tasks`, task)).statusCode).toBe(201);
  const past = await responder.post(`${path}/support-tasks`, { ...task, dueAt: AT });
  expect([past.statusCode, past.json().errors[0].field]).toEqual([422, 'dueAt']);
  const { id } = (await responder.post(`${path}/reviews`, { on: '2026-11-24' })).json();
  const review = (await responder.get(`/api/v1/support-tasks/${id}`)).json();
  expect(review).toMatchObject({ kind: 'case-review', state: 'planned', plannedOn: '2026-11-24' });
  const move = { on: '2026-12-01', reason: 'person-asked' };
  const moved = await responder.post(`/api/v1/support-tasks/${id}/move`, move, { 'if-match': review.etag });
  expect(moved.statusCode).toBe(200);
  expect(moved.json().id).not.toBe(id);
  const { items } = (await responder.get('/api/v1/support-tasks?which=reviews&limit=100')).json();
  expect(items.map((one: { id: string }) => one.id)).toContain(moved.json().id);
});

it('records outcomes on the scale of the area, and corrects one', async () => {
  const { caseId } = await api().refer();
  const responder = await api().as('responder');
  const path = `/api/v1/cases/${caseId}/outcomes`;
  const score = (value: number) => ({
    given: [{ measure: 'feels-safer', answer: 'scored', score: value }],
    happenedAt: AT,
  });
  const off = await responder.post(path, score(9));
  expect([off.statusCode, off.json().errors[0].field]).toEqual([422, 'given']);
  expect((await responder.post(path, score(2))).statusCode).toBe(201);
  const [wrong] = (await responder.get(path)).json().scores;
  expect(actions(wrong)).toEqual(['correct-outcome']);
  const body = { answer: 'declined' };
  expect((await responder.post(`/api/v1/outcomes/${wrong.id}/correct`, body)).statusCode).toBe(201);
  const { scores, changes } = (await responder.get(path)).json();
  expect(scores).toMatchObject([{ stands: false }, { stands: true, answer: 'declined', score: null }]);
  expect(changes).toContainEqual({
    measure: 'feels-safer',
    scored: 0,
    first: null,
    last: null,
    direction: null,
  });
});

it('books an appointment of the usual hour, moves it by what it lists, and reminds by no unsafe route', async () => {
  const { caseId } = await api().refer();
  const responder = await api().as('responder');
  const path = `/api/v1/cases/${caseId}/appointments`;
  const body = { place: 'at-our-centre', startsAt: '2026-09-04T14:00:00+01:00' };
  const { id } = (await responder.post(path, body)).json();
  const [booked] = (await responder.get(path)).json().appointments;
  expect(booked).toMatchObject({ id, endsAt: '2026-09-04T14:00:00.000Z', state: 'booked' });
  expect(actions(booked)).toEqual(['confirm', 'remind', 'move', 'cancel']);
  const unsafe = { routeId: randomUUID(), channel: 'email' };
  expect((await responder.post(`/api/v1/appointments/${id}/remind`, unsafe)).statusCode).toBe(404);
  const move = { ...body, reason: 'person-asked', startsAt: '2026-09-08T14:00:00+01:00' };
  const match = { 'if-match': booked.etag };
  const moved = await responder.post(`/api/v1/appointments/${id}/move`, move, match);
  expect([moved.statusCode, moved.json().id === id]).toEqual([200, false]);
  const { appointments } = (await responder.get(path)).json();
  expect(appointments).toMatchObject([{ state: 'booked', movedFrom: id }, { state: 'moved' }]);
});

it('P6 lets a service keep what it does by the same addresses, as far as something is shared with it', async () => {
  const { caseId } = await api().refer();
  const adviser = await api().as('adviser');
  const path = `/api/v1/cases/${caseId}`;
  const reads = ['appointments', 'needs', 'outcomes', 'feedback', 'duties'];
  for (const end of reads) expect((await adviser.get(`${path}/${end}`)).statusCode).toBe(404);
  const shareId = await aShare(api(), caseId, ['identity', 'needs', 'investigation']);
  const record = (await adviser.get(`/api/v1/shared/${shareId}`)).json();
  expect(record.availableActions.map(({ href }: { href: string }) => href)).toEqual(
    ['appointments', 'needs', 'outcomes', 'feedback', 'duties'].map((end) => `${path}/${end}`),
  );
  for (const end of reads) expect((await adviser.get(`${path}/${end}`)).statusCode).toBe(200);
  const body = { place: 'at-our-centre', startsAt: '2026-09-04T14:00:00+01:00' };
  const sent = await adviser.post(`${path}/appointments`, body);
  expect(sent.statusCode).toBe(201);
  const [booked] = (await adviser.get(`${path}/appointments`)).json().appointments;
  expect(booked.keptBy).not.toBeNull();
  expect(actions(booked)).toEqual(['confirm', 'move', 'cancel']);
  const match = { 'if-match': booked.etag };
  const confirmed = await adviser.post(`/api/v1/appointments/${booked.id}/confirm`, undefined, match);
  expect(confirmed.statusCode).toBe(200);
  const responder = await api().as('responder');
  const theirs = (await responder.post(`${path}/risks`, { risk: 'stalking', reviewOn: '2026-09-08' })).json();
  const { risks } = (await adviser.get(`${path}/needs`)).json();
  expect(risks).toMatchObject([{ id: theirs.riskId, keptBy: null, availableActions: [] }]);
  const [mine] = (await responder.get(`${path}/appointments`)).json().appointments;
  expect([mine.keptBy, actions(mine)]).toEqual([booked.keptBy, ['remind', 'move', 'cancel']]);
  const duties = (await adviser.get(`${path}/duties`)).json();
  expect(actions(duties)).toEqual([]);
});

it('P7 keeps equality answers and feedback with those who may read them', async () => {
  const { caseId } = await api().refer();
  const responder = await api().as('responder');
  const path = `/api/v1/cases/${caseId}`;
  const wrong = { answers: [{ question: 'sex', answer: 'hindu' }] };
  const refused = await responder.post(`${path}/equality`, wrong);
  expect([refused.statusCode, refused.json().errors[0].field]).toEqual([422, 'answers']);
  const right = { answers: [{ question: 'religion', answer: 'declined' }] };
  expect((await responder.post(`${path}/equality`, right)).statusCode).toBe(201);
  const { answers } = (await responder.get(`${path}/equality`)).json();
  expect(answers).toContainEqual({ question: 'religion', answer: 'declined' });
  expect(answers).toContainEqual({ question: 'sex', answer: 'not-asked' });
  for (const by of ['officer', 'manager', 'adviser'])
    expect((await (await api().as(by)).get(`${path}/equality`)).statusCode).toBe(404);
  const said = { informed: 'yes', updated: 'no', supported: 'partly', happenedAt: AT };
  const feedback = { consent: 'said-yes-now', point: 'at-a-review', about: 'courts', ...said };
  expect((await responder.post(`${path}/feedback`, feedback)).statusCode).toBe(201);
  expect((await responder.get(`${path}/feedback`)).json().feedback).toMatchObject([{ updated: 'no' }]);
});

it('P7 takes a complaint through its steps, and hides one from the worker it is about', async () => {
  const lead = await api().as('lead');
  const id = await aComplaint(api());
  const path = `/api/v1/complaints/${id}`;
  const received = (await lead.get(path)).json();
  expect(received).toMatchObject({ state: 'received', words: 'Sample words', late: false });
  expect(actions(received)).toEqual(['read', 'acknowledge', 'withdraw']);
  const step = { step: 'acknowledge' };
  const acknowledged = await lead.post(`${path}/steps`, step, { 'if-match': received.etag });
  expect(acknowledged.statusCode).toBe(200);
  const { etag } = (await lead.get(path)).json();
  const answered = await lead.post(`${path}/answer`, { finding: 'upheld' }, { 'if-match': etag });
  expect(answered.statusCode).toBe(200);
  const { caseId } = await api().refer();
  const about = { about: 'a-worker', aboutUserId: api().web.instance.persona('lead').userId };
  const body = { ...about, words: 'Sample words', receivedAt: AT };
  const taken = await (await api().as('responder')).post(`/api/v1/cases/${caseId}/complaints`, body);
  const hidden = `/api/v1/complaints/${taken.json().id}`;
  expect((await lead.get(hidden)).statusCode).toBe(404);
  expect((await lead.get(`/api/v1/cases/${caseId}/complaints`)).json().complaints).toEqual([]);
  expect((await (await api().as('manager')).get(hidden)).json()).toMatchObject({ words: 'Sample words' });
});
