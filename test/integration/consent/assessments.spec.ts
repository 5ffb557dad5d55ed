import { Assess, OpenAssessment, type AssessInput } from '#libs/casework';
import type { CaseId, CompetenceRecordId } from '#libs/domain';
import { assessmentsOfCase } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

describe('how somebody’s competence was judged for one decision', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);

  beforeEach(() => instance().setNow('2026-03-02T10:05:30Z'));

  async function assess(
    caseId: CaseId,
    change: Partial<AssessInput> = {},
    by = 'responder',
    key = onlyOnce(),
  ) {
    const { webWork, vault, ids, persona } = instance();
    const input: AssessInput = {
      caseId,
      decision: 'medical-examination',
      finding: 'can-decide',
      assessor: 'recorder',
      assessorName: null,
      assessedOn: '2026-03-02',
      reviewOn: null,
      reasons: 'Said back in their own words what happens there',
      ...change,
    };
    const once = await new Assess(webWork, vault, ids).execute(persona(by), input, key);
    return once.kind === 'done' ? once.result : once;
  }
  const recordOf = async (caseId: CaseId, change: Partial<AssessInput> = {}): Promise<CompetenceRecordId> => {
    const result = await assess(caseId, change);
    if (result.kind !== 'assessed') throw new Error(JSON.stringify(result));
    return result.recordId;
  };
  const read = (caseId: CaseId, recordId: CompetenceRecordId, by = 'responder') => {
    const { webWork, vault, persona } = instance();
    return new OpenAssessment(webWork, vault).execute(persona(by), { caseId, recordId });
  };
  const aged = async (years: number) =>
    (await promise.refer('2026-03-02T10:00:00Z', { age: { kind: 'years', years } })).caseId;

  it('is by understanding under 16 and by capacity from 16 on, with its reasons sealed', async () => {
    const child = await aged(14);
    const recordId = await recordOf(child, {
      assessor: 'other-professional',
      assessorName: 'Sample Nurse Teal',
    });
    expect(await read(child, recordId)).toMatchObject({
      kind: 'opened',
      record: { test: 'gillick', finding: 'can-decide' },
      note: { text: 'Said back in their own words what happens there', assessor: 'Sample Nurse Teal' },
    });
    const adult = await aged(44);
    expect(await read(adult, await recordOf(adult))).toMatchObject({ record: { test: 'capacity' } });
    const [told] = await instance().admin<{ line: string }>(
      `select row_to_json(j)::text as line from app.journal j where case_id = $1 and event_type = 'competence.assessed'`,
      [child],
    );
    expect(told?.line).not.toMatch(/Teal|own words/);
  });

  it('P8 records each reading of the reasons before they are shown', async () => {
    const caseId = await aged(30);
    const recordId = await recordOf(caseId);
    const looks = async () => {
      const [row] = await instance().admin<{ n: string }>(
        `select count(*) as n from app.access_log where case_id = $1 and what = 'competence-note'`,
        [caseId],
      );
      return Number(row!.n);
    };
    expect(await looks()).toBe(0);
    await read(caseId, recordId);
    await read(caseId, recordId, 'lead');
    expect(await looks()).toBe(2);
  });

  it('counts by the latest about a decision, and keeps what was judged before', async () => {
    const caseId = await aged(30);
    await recordOf(caseId, { finding: 'not-yet', reviewOn: '2026-03-09' });
    await instance().setNow('2026-03-03T10:05:30Z');
    await recordOf(caseId, { assessedOn: '2026-03-03' });
    await recordOf(caseId, { decision: 'treatment', assessedOn: '2026-03-03' });
    const { webWork, persona, admin } = instance();
    const latest = await webWork.read(persona('responder'), (manager) => assessmentsOfCase(manager, caseId));
    expect(latest.map(({ decision, finding }) => [decision, finding]).toSorted()).toEqual([
      ['medical-examination', 'can-decide'],
      ['treatment', 'can-decide'],
    ]);
    const change = admin(`update app.competence_record set finding = 'can-decide' where case_id = $1`, [
      caseId,
    ]);
    await expect(change).rejects.toThrow();
  });

  it('never gives a child under 13 a decision alone, nor lets a "cannot" stand for good', async () => {
    const refused = (reason: string) => ({ kind: 'refused', reason });
    expect(await assess(await aged(11))).toEqual(refused('under-13-needs-another'));
    const caseId = await aged(40);
    expect(await assess(caseId, { finding: 'cannot-decide' })).toEqual(refused('review-needed'));
    expect(await assess(caseId, { assessedOn: '2026-03-03' })).toEqual(refused('assessed-in-the-future'));
  });

  it('P7 is not there for whoever does not handle the case, and not under another case', async () => {
    const [caseId, other] = [await aged(30), await aged(31)];
    const recordId = await recordOf(caseId);
    for (const by of ['officer', 'sarc', 'adviser', 'commissioner', 'manager', 'safeguarding', 'dpo'])
      expect(await assess(caseId, {}, by)).toEqual({ kind: 'not-found' });
    for (const by of ['officer', 'sarc', 'adviser', 'commissioner', 'auditor', 'safeguarding', 'dpo'])
      expect(await read(caseId, recordId, by)).toEqual({ kind: 'not-found' });
    expect(await read(other, recordId)).toEqual({ kind: 'not-found' });
    expect(await read(caseId, recordId, 'manager')).toMatchObject({ kind: 'opened' });
  });

  it('is recorded once for one key', async () => {
    const caseId = await aged(30);
    const key = onlyOnce();
    const first = await assess(caseId, {}, 'responder', key);
    expect(await assess(caseId, {}, 'responder', key)).toEqual({ kind: 'repeated', result: first });
    const [row] = await instance().admin<{ n: string }>(
      'select count(*) as n from app.competence_record where case_id = $1',
      [caseId],
    );
    expect(row).toEqual({ n: '1' });
  });
});
