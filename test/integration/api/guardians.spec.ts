import { randomUUID } from 'node:crypto';
import { actionsOf, GuardianRecords, hrefOf, WHY, type Standing } from './support/guardian-records';
import { useApi } from './support/use-api';

const api = useApi();
const records = new GuardianRecords(api);
beforeEach(() => records.resetClock());

const as = (persona: string) => api().as(persona);
const admin = <Row>(sql: string, values: unknown[] = []) => api().web.instance.admin<Row>(sql, values);

/** As a program whose person signed in six minutes ago. */
async function withAnOldSignIn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  const later = Date.now() + 6 * 60_000;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
  return act().finally(() => clock.mockRestore());
}

describe('safeguarding', () => {
  it('P8 tells who must be told, by whom and when, and names them while it is live alone', async () => {
    const [lead, responder] = [await as('safeguarding'), await as('responder')];
    const task = await records.childTask();
    expect(task).toMatchObject({
      kind: 'child-under-13',
      state: 'open',
      name: expect.stringContaining('Quill'),
    });
    const looks = await admin(
      `select 1 from app.access_log where case_id = $1 and what = 'safeguarding-note' and basis = 'safeguarding'`,
      [task.caseId],
    );
    expect(looks).toHaveLength(1);
    expect(actionsOf(task)).toEqual(['read', 'tell', 'put-off', 'end']);
    const must = await lead.post(
      hrefOf(task, 'end'),
      { notNeeded: 'no-risk-found' },
      { 'if-match': task.etag },
    );
    expect([must.statusCode, must.json().errors[0].field]).toEqual([422, 'notNeeded']);
    const both = { notNeeded: 'told-already', review: 'nobody-is-told' };
    expect((await lead.post(hrefOf(task, 'end'), both, { 'if-match': task.etag })).statusCode).toBe(422);
    const asResponder = (await responder.get(hrefOf(task, 'read'))).json();
    expect(actionsOf(asResponder)).toEqual(['read', 'read-case', 'tell', 'put-off']);
    const late = { reason: 'body-asked-to-wait', until: '2026-10-01T10:00:00+01:00' };
    const tooLong = await lead.post(hrefOf(task, 'put-off'), late, { 'if-match': task.etag });
    expect([tooLong.statusCode, tooLong.json().errors[0].field]).toEqual([422, 'until']);

    const told = await records.act(lead, task, 'tell', {
      body: 'childrens-social-care',
      toldAt: '2026-09-01T13:30:00+01:00',
      spokeTo: 'Sample Worker Wren',
    });
    expect(told).toMatchObject({ state: 'referred', toldBody: 'childrens-social-care' });
    expect((await lead.post(hrefOf(told, 'answered'), undefined, { 'if-match': task.etag })).statusCode).toBe(
      412,
    );
    const done = await records.act(lead, told, 'answered');
    expect(done.state).toBe('acknowledged');
    const settled = (await lead.get(hrefOf(task, 'read'))).json();
    expect(settled).toMatchObject({ name: null, reports: [{ spokeTo: null, theirReference: null }] });
    const ended = await lead.get('/api/v1/safeguarding-tasks?which=ended');
    expect(ended.json().items).toContainEqual(expect.objectContaining({ id: task.id }));
    expect(ended.body).not.toContain('Quill');
  });

  it('is raised from a case within three months, and stands on the person with their ages', async () => {
    const responder = await as('responder');
    const { caseId } = await api().refer({ ageInYears: undefined, bornOn: '2009-12-24' });
    const path = `/api/v1/cases/${caseId}/safeguarding-tasks`;
    const worry = { kind: 'child-at-risk', why: 'Sample words', lookAgainOn: '2026-10-01' };
    const far = await responder.post(path, { ...worry, lookAgainOn: '2027-10-01' });
    expect([far.statusCode, far.json().errors[0].field]).toEqual([422, 'lookAgainOn']);
    expect((await responder.post(path, worry)).statusCode).toBe(201);
    const twice = await responder.post(path, worry);
    expect([twice.statusCode, twice.json().reason]).toEqual([422, 'raised-already']);
    const person = (await responder.get(`/api/v1/cases/${caseId}/person`)).json();
    expect(person).toMatchObject({
      ageNow: '16-17',
      rules: { stage: '16-17', childProtection: 'on-cause' },
      nextRuleChange: [{ age: 18, on: '2027-12-24' }],
      safeguardingTasks: [expect.objectContaining({ kind: 'child-at-risk' })],
    });
    expect((await (await as('sarc')).post(path, worry)).statusCode).toBe(404);
  });
});

describe('walls', () => {
  it('P7 a walled case is not there for whoever the wall names, until it is taken down', async () => {
    const [lead, responder] = [await as('lead'), await as('responder')];
    const { caseId } = await records.walledCase();
    expect((await responder.get(`/api/v1/cases/${caseId}`)).statusCode).toBe(404);
    const path = `/api/v1/cases/${caseId}/walls`;
    const walls = (await lead.get(path)).json();
    expect(walls.items).toEqual([expect.objectContaining({ before: 'team', sparesLeads: true })]);
    const again = await lead.post(path, { before: 'team', basis: 'person-said' }, { 'if-match': walls.etag });
    expect([again.statusCode, again.json().reason]).toEqual([422, 'already-stands']);
    const nobody = { before: 'colleague', userId: randomUUID(), basis: 'person-said' };
    const stranger = await lead.post(path, nobody, { 'if-match': walls.etag });
    expect([stranger.statusCode, stranger.json().errors[0].field]).toEqual([422, 'userId']);
    const old = await lead.post(path, { before: 'police', basis: 'person-said' }, { 'if-match': '"77"' });
    expect(old.statusCode).toBe(412);
    const elsewhere = (await api().refer()).caseId;
    const [wall] = walls.items as Standing[];
    const foreign = await lead.post(`/api/v1/cases/${elsewhere}/walls/${wall!.id}/lift`, undefined, {
      'if-match': wall!.etag,
    });
    expect(foreign.statusCode).toBe(404);
    await records.act(lead, wall!, 'lift');
    expect((await responder.get(`/api/v1/cases/${caseId}`)).statusCode).toBe(200);
  });

  it('P7 P8 past a wall leads only an emergency, a fresh sign-in and another person’s review', async () => {
    const [responder, lead, dpo] = [await as('responder'), await as('lead'), await as('dpo')];
    const { caseId, reference } = await records.walledCase();
    const body = { reference, ...WHY };
    const old = await withAnOldSignIn(() => responder.post('/api/v1/emergency-openings', body));
    expect([old.statusCode, old.headers['www-authenticate']]).toEqual([
      401,
      expect.stringContaining('max_age'),
    ]);
    expect((await responder.get(`/api/v1/cases/${caseId}`)).statusCode).toBe(404);
    const open = await records.referenceOf((await api().refer()).caseId);
    const answers = [];
    for (const other of ['WM-2222-2222', open]) {
      const answer = await responder.post('/api/v1/emergency-openings', { reference: other, ...WHY });
      answers.push(answer.body.replace(/urn:uuid:[0-9a-f-]+/, 'urn:uuid'));
      expect(answer.statusCode).toBe(422);
    }
    expect(new Set(answers).size).toBe(1);
    expect((await responder.post('/api/v1/emergency-openings', body)).json()).toMatchObject({ caseId });
    expect((await responder.get(`/api/v1/cases/${caseId}`)).statusCode).toBe(200);

    const { items } = (await lead.get('/api/v1/emergency-openings?limit=100')).json<{ items: Standing[] }>();
    const opening = items.find((one) => (one as Standing & { reference: string }).reference === reference)!;
    const read = (await dpo.get(hrefOf(opening, 'read'))).json();
    expect(read).toMatchObject({ why: WHY.why, review: null });
    const reviewed = await records.act(lead, opening, 'review', { review: 'justified' });
    expect(actionsOf(reviewed)).toEqual(['read']);
    const twice = await dpo.post(
      hrefOf(opening, 'review'),
      { review: 'not-justified' },
      { 'if-match': '"2"' },
    );
    expect([twice.statusCode, twice.json().reason]).toEqual([409, 'already-reviewed']);
    const months = (await (await as('auditor')).get('/api/v1/emergency-openings/months')).json();
    expect(months.items[0]).toMatchObject({ monthOn: '2026-09-01' });
    expect(JSON.stringify(months)).not.toContain(reference);
  });

  it('whoever opened a case neither reads nor reviews their own opening', async () => {
    const manager = await as('manager');
    const lead = await as('lead');
    const { caseId } = await api().refer();
    const path = `/api/v1/cases/${caseId}/walls`;
    const own = await lead.get(path);
    const all = { before: 'colleague', userId: api().web.instance.persona('responder').userId };
    await lead.post(path, { ...all, basis: 'person-said' }, { 'if-match': own.json<Standing>().etag });
    const id = await records.opening();
    await admin('update app.break_glass set user_id = $2 where grant_id = $1', [
      id,
      api().web.instance.persona('manager').userId,
    ]);
    expect((await manager.get(`/api/v1/emergency-openings/${id}`)).statusCode).toBe(404);
    const alone = await manager.post(
      `/api/v1/emergency-openings/${id}/review`,
      { review: 'justified' },
      { 'if-match': '"1"' },
    );
    expect([alone.statusCode, alone.json().reason]).toEqual([409, 'same-person']);
  });

  it('P7 writing down a suspect is answered alike for everybody, and conflicts are for leads', async () => {
    const [responder, lead] = [await as('responder'), await as('lead')];
    const { caseId } = await api().refer();
    const path = `/api/v1/cases/${caseId}/suspects`;
    const written = await responder.post(path, { names: ['Sample Suspect Shrike'], bornOn: '1998-03-27' });
    expect([written.statusCode, written.json()]).toEqual([201, { caseId }]);
    const half = await responder.post(path, { names: ['Shrike'] });
    expect([half.statusCode, half.json().errors[0].field]).toEqual([422, 'names']);
    expect(
      (await responder.post(`/api/v1/cases/${randomUUID()}/suspects`, { names: ['A Shrike'] })).statusCode,
    ).toBe(404);
    expect((await lead.get('/api/v1/conflicts')).json().items).toEqual([]);
    expect((await lead.get(`/api/v1/conflicts/${randomUUID()}`)).statusCode).toBe(404);
  });
});

describe('keeping and erasing', () => {
  it('a hold stands in front of an erasure until it is lifted', async () => {
    const dpo = await as('dpo');
    const reference = await records.endedReference();
    const hold = { reference, reason: 'court-case', note: 'Sample court', untilOn: '2031-01-01' };
    const past = await dpo.post('/api/v1/legal-holds', { ...hold, untilOn: '2026-01-01' });
    expect([past.statusCode, past.json().errors[0].field]).toEqual([422, 'untilOn']);
    const set = await dpo.post('/api/v1/legal-holds', hold);
    const held = (await dpo.get(`/api/v1/legal-holds/${set.json<Standing>().id}`)).json();
    expect(held).toMatchObject({ note: 'Sample court', liftedAt: null });
    const stopped = await dpo.post('/api/v1/erasures', { reference });
    expect([stopped.statusCode, stopped.json().reason]).toEqual([422, 'on-hold']);
    const list = await (await as('manager')).get('/api/v1/legal-holds?limit=100');
    expect(list.json().items).toContainEqual(expect.objectContaining({ id: held.id }));
    expect(list.body).not.toContain('Sample court');
    await records.act(dpo, held, 'lift', { reason: 'reason-has-passed' });
    expect(
      (await dpo.post(hrefOf(held, 'lift'), { reason: 'set-by-mistake' }, { 'if-match': held.etag }))
        .statusCode,
    ).toBe(409);
    expect((await dpo.post('/api/v1/erasures', { reference })).statusCode).toBe(201);
  });

  it('two people erase, the second after a sign-in of the last minutes', async () => {
    const [dpo, manager] = [await as('dpo'), await as('manager')];
    const erasure = await records.erasure();
    expect(actionsOf(erasure)).toEqual(['read', 'withdraw']);
    const path = `/api/v1/erasures/${erasure.id}/decision`;
    const ifMatch = { 'if-match': erasure.etag };
    const alone = await dpo.post(path, { decision: 'approve' }, ifMatch);
    expect([alone.statusCode, alone.json().reason]).toEqual([409, 'same-person']);
    const bare = await manager.post(path, { decision: 'decline' }, ifMatch);
    expect([bare.statusCode, bare.json().errors[0].field]).toEqual([422, 'reason']);
    const old = await withAnOldSignIn(() => manager.post(path, { decision: 'approve' }, ifMatch));
    expect([old.statusCode, old.json().title]).toEqual([401, expect.any(String)]);
    const read = (await manager.get(`/api/v1/erasures/${erasure.id}`)).json();
    expect(read.state).toBe('proposed');
    const key = { ...ifMatch, 'idempotency-key': randomUUID() };
    const approved = await manager.post(path, { decision: 'approve' }, key);
    expect(approved.json()).toMatchObject({ state: 'approved' });
    expect((await manager.post(path, { decision: 'approve' }, key)).statusCode).toBe(200);
    expect((await manager.post(path, { decision: 'approve' }, ifMatch)).statusCode).toBe(409);
    const nowhere = await dpo.post('/api/v1/erasures', { reference: 'WM-2222-2222' });
    expect([nowhere.statusCode, nowhere.json().errors[0].field]).toEqual([422, 'reference']);
  });

  it('what would be due on a day is asked without anything going', async () => {
    const manager = await as('manager');
    await records.endedReference();
    const now = (await manager.get('/api/v1/retention')).json();
    const later = (await manager.get('/api/v1/retention?on=2130-01-01')).json();
    expect(now).toMatchObject({ on: '2026-09-01', due: 0 });
    expect(later.due).toBeGreaterThan(0);
    expect(later.records[0]).toMatchObject({ reference: expect.stringMatching(/^WM-/) });
    expect((await manager.get('/api/v1/retention?on=2026-02-30')).statusCode).toBe(422);
    const left = await admin<{ done: number }>(
      `select count(*)::integer as done from app.erasure where state = 'done'`,
    );
    expect(left).toEqual([{ done: 0 }]);
  });
});
