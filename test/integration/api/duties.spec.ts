import { useApi } from './support/use-api';

const api = useApi();

interface Duty {
  readonly id: string;
  readonly entitlement: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly round: number;
  readonly etag: string;
  readonly availableActions: readonly { readonly action: string }[];
}

const AT = '2026-08-03T10:00:00+01:00';

async function aCaseWithComplaint() {
  const { caseId } = await api().refer();
  const responder = await api().as('responder');
  const path = `/api/v1/cases/${caseId}`;
  const told = await responder.post(`${path}/code-events`, { event: 'complaint_received', happenedAt: AT });
  expect(told.statusCode).toBe(201);
  const one = async (round = 1) => {
    const { duties } = (await responder.get(`${path}/duties`)).json<{ duties: Duty[] }>();
    const found = duties.find((duty) => duty.entitlement === 'R12.1' && duty.round === round);
    if (!found) throw new Error('the complaint opened nothing');
    return found;
  };
  const act = (duty: Duty, name: string, body: object) =>
    responder.post(`/api/v1/duties/${duty.id}/${name}`, body, { 'if-match': duty.etag });
  return { caseId, path, responder, one, act };
}

describe('the duties of a case', () => {
  it('are listed with who owes each, by when, and what may be done', async () => {
    const { one, path, responder } = await aCaseWithComplaint();
    const duty = await one();
    expect(duty).toMatchObject({ state: 'due', dueAt: '2026-08-17T22:59:59.000Z' });
    expect(duty.availableActions.map(({ action }) => action)).toEqual([
      'deliver',
      'decline',
      'end',
      'correct',
    ]);
    const { enhanced, availableActions } = (await responder.get(`${path}/duties`)).json();
    expect(enhanced).toEqual([{ category: 'most-serious-crime', grantedAt: null }]);
    expect(availableActions.map(({ action }: { action: string }) => action)).toEqual([
      'record-code-event',
      'grant-enhanced-rights',
    ]);
    const manager = (await (await api().as('manager')).get(`${path}/duties`)).json<{ duties: Duty[] }>();
    expect(manager.duties.flatMap((each) => each.availableActions)).toEqual([]);
  });

  it('are declined, and asked for again with a clock of their own', async () => {
    const { one, act } = await aCaseWithComplaint();
    const first = await one();
    const declined = await act(first, 'declines', { choice: 'declined', at: AT, how: 'phone' });
    expect([declined.statusCode, declined.json().state]).toEqual([200, 'declined']);
    const stale = await act(first, 'endings', { reason: 'entered-twice' });
    expect(stale.statusCode).toBe(412);
    const again = await act(await one(), 'reinstatements', { at: '2026-08-10T10:00:00+01:00' });
    expect([again.statusCode, again.json().state]).toEqual([201, 'due']);
    expect(await one(2)).toMatchObject({ state: 'due', dueAt: '2026-08-24T22:59:59.000Z' });
  });

  it('refuse a delivery in the future, one before its trigger, and a field that is wrong by its name', async () => {
    const { one, act } = await aCaseWithComplaint();
    const duty = await one();
    const deliver = (at: string, more = {}) =>
      act(duty, 'deliveries', { at, evidence: 'person-said', ...more });
    const fields = (answer: { json(): { errors: { field: string }[] } }) =>
      answer.json().errors.map(({ field }) => field);
    expect(fields(await deliver('2027-01-01T10:00:00Z'))).toEqual(['at']);
    expect(fields(await deliver('2026-08-01T10:00:00Z'))).toEqual(['earlyReason']);
    expect((await deliver('2026-08-01T10:00:00Z', { earlyReason: 'told-ahead' })).statusCode).toBe(200);
  });
});

describe('the ledger of a duty', () => {
  it('P2 tells every due time with its working, from which a reader comes to the same day', async () => {
    const { one, path, responder } = await aCaseWithComplaint();
    const { id } = await one();
    const { versions } = (await responder.get(`${path}/duties/${id}/ledger`)).json();
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({
      version: 1,
      reason: 'opened',
      dueAt: '2026-08-17T22:59:59.000Z',
      countsFrom: '2026-08-03T09:00:00.000Z',
      held: 'own',
      limit: 10,
      unit: 'working_day',
      inputs: { codeVersion: '2021', entitlementId: 'R12.1', startedAt: '2026-08-03T09:00:00.000Z' },
    });
    const { explanation } = versions[0];
    const counted = explanation.filter((line: { counted: number }) => line.counted === 1);
    expect(counted).toHaveLength(10);
    expect(explanation[0]).toMatchObject({ from: '2026-08-03', reason: 'day-of-start' });
    expect(explanation.at(-1)).toMatchObject({ to: '2026-08-17', workingDay: 10 });
  });

  it('P7 is not there under another case, for a service without consent or for the police', async () => {
    const { one, path } = await aCaseWithComplaint();
    const { id } = await one();
    const other = await api().refer();
    const answers = await Promise.all(
      [
        ['responder', `/api/v1/cases/${other.caseId}/duties/${id}/ledger`],
        ['adviser', `${path}/duties/${id}/ledger`],
        ['officer', `${path}/duties/${id}/ledger`],
        ['commissioner', `${path}/duties/${id}/ledger`],
      ].map(async ([persona, address]) => (await (await api().as(persona!)).get(address!)).statusCode),
    );
    expect(answers).toEqual([404, 404, 404, 404]);
  });
});

describe('the catalogue of the Code', () => {
  it('is read by version and compared, with counts of no case', async () => {
    await aCaseWithComplaint();
    const administrator = await api().as('administrator');
    const { items } = (await administrator.get('/api/v1/victims-code/versions')).json();
    expect(items.map(({ version }: { version: string }) => version)).toEqual(['2021', '2026-draft']);
    const whole = (await administrator.get('/api/v1/victims-code/versions/2021')).json();
    expect(whole.entitlements).toHaveLength(73);
    const compared = await administrator.get('/api/v1/victims-code/comparison?before=2021&after=2026-draft');
    expect(compared.json().differences.map(({ id }: { id: string }) => id)).toEqual(['R4.1', 'R4.2', 'R4.8']);
    for (const query of ['', '?before=2021', '?before=2021&after=A%20B'])
      expect((await administrator.get(`/api/v1/victims-code/comparison${query}`)).statusCode).toBe(422);
    expect((await administrator.get('/api/v1/victims-code/versions/1066')).statusCode).toBe(404);
    expect((await (await api().as('officer')).get('/api/v1/victims-code/versions')).statusCode).toBe(404);
  });
});
