import type { CaseId } from '#libs/domain';
import { actionsOf, ASSESSMENT, hrefOf } from './support/guardian-records';
import { NOW, useApi } from './support/use-api';

const api = useApi();
beforeEach(() => api().web.instance.setNow(NOW));

const as = (persona: string) => api().as(persona);

async function matchOf(caseId: CaseId): Promise<{ 'if-match': string }> {
  const read = await (await as('lead')).get(`/api/v1/cases/${caseId}`);
  return { 'if-match': read.json<{ etag: string }>().etag };
}

async function looksAt(caseId: CaseId, what: string): Promise<number> {
  const rows = await api().web.instance.admin(
    'select 1 from app.access_log where case_id = $1 and what = $2',
    [caseId, what],
  );
  return rows.length;
}

const personOf = async (caseId: CaseId, persona = 'responder') =>
  (await (await as(persona)).get(`/api/v1/cases/${caseId}/person`)).json();

describe('an age put right by a program', () => {
  it('is worked out anew, from the version that was read, with the look at what stood there recorded', async () => {
    const { caseId } = await api().refer();
    const responder = await as('responder');
    const path = hrefOf(await personOf(caseId), 'correct-age');
    const body = { bornOn: '2014-06-01', reason: 'document-seen', words: 'A sample card' };
    expect((await responder.post(path, body)).statusCode).toBe(428);
    expect((await responder.post(path, body, { 'if-match': '"99"' })).statusCode).toBe(412);

    const looks = await looksAt(caseId, 'identity');
    const done = await responder.post(path, body, await matchOf(caseId));
    expect(done.json()).toEqual({ caseId, ageNow: 'under-13', younger: true });
    expect(await looksAt(caseId, 'identity')).toBeGreaterThan(looks);
    const person = await personOf(caseId);
    expect(person).toMatchObject({ ageNow: 'under-13', safeguardingTasks: [{ kind: 'child-under-13' }] });

    const same = await responder.post(path, body, await matchOf(caseId));
    expect([same.statusCode, same.json().reason, same.json().errors[0].field]).toEqual([
      422,
      'same-age',
      'bornOn',
    ]);
  });

  it('is one age or one day, and neither twice nor ahead of the report', async () => {
    const { caseId } = await api().refer();
    const responder = await as('responder');
    const path = `/api/v1/cases/${caseId}/person/age`;
    const match = await matchOf(caseId);
    const wrong = async (age: object) => {
      const answer = await responder.post(path, { ...age, reason: 'person-said' }, match);
      return [answer.statusCode, answer.json().errors[0].field];
    };
    expect(await wrong({})).toEqual([422, 'ageInYears']);
    expect(await wrong({ ageInYears: 15, bornOn: '2011-01-01' })).toEqual([422, 'ageInYears']);
    expect(await wrong({ bornOn: '2026-09-20' })).toEqual([422, 'bornOn']);
    expect(await wrong({ ageInYears: 31 })).toEqual([422, 'ageInYears']);
    expect(await personOf(caseId)).toMatchObject({ ageNow: '25-39' });
  });

  it('P7 is not there for those who may only look, or for anybody elsewhere', async () => {
    const { caseId } = await api().refer();
    const match = await matchOf(caseId);
    const body = { ageInYears: 15, reason: 'person-said' };
    expect(actionsOf(await personOf(caseId, 'manager'))).toEqual([]);
    for (const persona of ['manager', 'officer', 'sarc', 'safeguarding', 'auditor']) {
      const answer = await (await as(persona)).post(`/api/v1/cases/${caseId}/person/age`, body, match);
      expect([persona, answer.statusCode]).toEqual([persona, 404]);
    }
    expect((await personOf(caseId)).ageNow).not.toBe('13-15');
  });

  it('P7 a name that waits for agreement stays as unknown as the birth beside it', async () => {
    const { caseId } = await api().refer({ agreement: undefined });
    const body = { ageInYears: 15, reason: 'person-said' };
    const path = `/api/v1/cases/${caseId}/person/age`;
    const answer = await (await as('responder')).post(path, body, await matchOf(caseId));
    expect([answer.statusCode, answer.json().reason]).toEqual([409, 'agreement-first']);
  });
});

describe('an assessment recorded by a program', () => {
  it('P8 stands on the person without its reasons, which each reading records', async () => {
    const { caseId } = await api().refer();
    const responder = await as('responder');
    const path = hrefOf(await personOf(caseId), 'assess');
    const key = { 'idempotency-key': 'the-same-sample-key-1' };
    const first = await responder.post(path, ASSESSMENT, key);
    expect(first.statusCode).toBe(201);
    expect((await responder.post(path, ASSESSMENT, key)).json()).toEqual(first.json());

    const person = await personOf(caseId, 'manager');
    expect(person.assessments).toMatchObject([{ finding: 'cannot-decide', test: 'capacity' }]);
    expect(JSON.stringify(person)).not.toMatch(/Teal|weigh up/);
    const before = await looksAt(caseId, 'competence-note');
    const opened = await (await as('manager')).get(hrefOf(person, 'read-assessment'));
    expect(opened.json()).toMatchObject({
      id: first.json().assessmentId,
      reasons: ASSESSMENT.reasons,
      assessorName: ASSESSMENT.assessorName,
    });
    expect(await looksAt(caseId, 'competence-note')).toBe(before + 1);

    const other = await api().refer();
    const elsewhere = hrefOf(person, 'read-assessment').replace(caseId, other.caseId);
    expect((await responder.get(elsewhere)).statusCode).toBe(404);
    expect((await (await as('auditor')).get(hrefOf(person, 'read-assessment'))).statusCode).toBe(404);
  });

  it('names the value to put right, and never lets a child under 13 decide alone', async () => {
    const { caseId } = await api().refer({ ageInYears: 12 });
    const adult = await api().refer();
    const responder = await as('responder');
    const wrong = async (of: CaseId, change: object) => {
      const answer = await responder.post(`/api/v1/cases/${of}/person/assessments`, {
        ...ASSESSMENT,
        ...change,
      });
      return [answer.statusCode, answer.json().errors[0]?.field];
    };
    expect(await wrong(caseId, {})).toEqual([422, 'finding']);
    expect(await wrong(adult.caseId, { reviewOn: undefined })).toEqual([422, 'reviewOn']);
    expect(await wrong(adult.caseId, { assessedOn: '2026-09-02' })).toEqual([422, 'assessedOn']);
    expect(await wrong(adult.caseId, { assessorName: undefined })).toEqual([422, 'assessorName']);
    expect(await wrong(adult.caseId, { assessor: 'recorder' })).toEqual([422, 'assessorName']);
  });
});

describe('where somebody works', () => {
  it('P7 keeps everybody there but the referrer out from the first instant', async () => {
    const police = await api().refer({ worksFor: 'police' });
    const own = await (await as('officer')).get(`/api/v1/referrals/${police.referralId}`);
    expect(own.statusCode).toBe(200);
    expect((await personOf(police.caseId)).caseId).toBe(police.caseId);

    const ours = await api().refer({ worksFor: 'this-service' });
    const seen = async (persona: string) =>
      (await (await as(persona)).get(`/api/v1/cases/${ours.caseId}`)).statusCode;
    expect([await seen('responder'), await seen('lead')]).toEqual([404, 200]);
    const { items } = (await (await as('responder')).get('/api/v1/cases?limit=100')).json();
    const listed: readonly { id: string }[] = items;
    expect(listed.some(({ id }) => id === ours.caseId)).toBe(false);
  });
});
