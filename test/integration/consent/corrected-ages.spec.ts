import { ChangeAge, KeepAges, Rectify, SweepConsent } from '#libs/casework';
import type { CaseId, PersonId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { DeskActs, done } from '../data-protection/support';
import { ConsentActs, MONDAY } from './support';

describe('what was agreed to as an adult by somebody who was a child', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new ConsentActs(instance);
  const desk = new DeskActs(instance);
  const refer = () => promise.refer('2026-03-02T10:00:00Z', { age: { kind: 'years', years: 31 } });

  beforeEach(() => instance().setNow(MONDAY));

  async function change(caseId: CaseId, bornOn: string) {
    const { webWork, vault, ids, persona } = instance();
    const revision = await acts.revisionOf(caseId);
    const input = {
      caseId,
      revision,
      age: { kind: 'born', bornOn },
      reason: 'person-said',
      words: null,
    } as const;
    return new ChangeAge(webWork, vault, ids).execute(persona('responder'), input, onlyOnce());
  }
  const shareOf = async (caseId: CaseId) => {
    const shares = await instance().admin<{ state: string; closing: string | null }>(
      'select state, closing from app.share where case_id = $1 order by proposed_at desc, share_id desc limit 1',
      [caseId],
    );
    return shares[0];
  };
  const stands = async (personId: PersonId) => {
    const [row] = await instance().admin<{ stands: boolean }>(
      `select bool_or(app.consent_stands(s.person_id, 'agency:' || s.agency_id::text, s.purpose, 'identity')) as stands
       from app.share s where s.person_id = $1`,
      [personId],
    );
    return row?.stands;
  };

  it('P6 carries no share any more, from the correction on, until it is given again by somebody competent', async () => {
    const { caseId, personId } = await refer();
    const shareId = await acts.shared(caseId);
    expect((await acts.read(shareId)).kind).toBe('read');
    await change(caseId, '2011-06-01');
    expect(await acts.read(shareId)).toEqual({ kind: 'not-found' });
    expect(await shareOf(caseId)).toEqual({ state: 'closed', closing: 'giver-was-a-child' });
    expect(await stands(personId)).toBe(false);
    expect(await acts.record(caseId)).toEqual({ kind: 'refused', reason: 'under-16-needs-assessment' });

    await instance().setNow('2026-03-02T10:06:30Z');
    expect(await acts.record(caseId, { assessment: 'A sample of how they weighed it' })).toMatchObject({
      kind: 'recorded',
    });
    const again = await acts.propose(caseId, ['identity']);
    if (again.kind !== 'proposed') throw new Error(again.kind);
    expect(await acts.change(again.shareId, 'open')).toMatchObject({ kind: 'changed' });
    expect((await acts.read(again.shareId)).kind).toBe('read');
  });

  it('P6 stays in doubt when the age is corrected once more, to an adult’s', async () => {
    const { caseId, personId } = await refer();
    await acts.shared(caseId);
    await change(caseId, '2011-06-01');
    await change(caseId, '1990-06-01');
    expect(await stands(personId)).toBe(false);
  });

  it('P6 leaves standing what an adult or somebody of 16 agreed to', async () => {
    const { caseId } = await refer();
    const shareId = await acts.shared(caseId);
    await change(caseId, '2009-01-15');
    expect((await acts.read(shareId)).kind).toBe('read');
  });

  it('P6 is closed at once by the data desk too, and the timers close the share and have the child told of', async () => {
    const found = await refer();
    const { caseId, personId } = found;
    const { webWork, workerWork, vault, ids, persona, admin } = instance();
    const shareId = await acts.shared(caseId);
    const [row] = await admin<{ reference: string }>(
      'select reference from app.case_file where case_id = $1',
      [caseId],
    );
    const requestId = await desk.received({ kind: 'rectification', caseReference: row!.reference });
    await desk.change(requestId, { kind: 'confirm-identity', how: 'documents' });
    const revision = await desk.revision(requestId);
    const input = {
      requestId,
      revision,
      field: 'date-of-birth',
      after: '2014-06-01',
      words: 'A slip',
    } as const;
    const rectified = await new Rectify(webWork, vault, ids).execute(persona('dpo'), input, onlyOnce());
    expect(done(rectified)).toMatchObject({ kind: 'rectified', childNow: true });
    expect(await stands(personId)).toBe(false);
    expect(await acts.read(shareId)).toEqual({ kind: 'not-found' });

    await new SweepConsent(workerWork).execute({ limit: 50 });
    expect(await shareOf(caseId)).toEqual({ state: 'closed', closing: 'giver-was-a-child' });
    const tasks = () =>
      admin<{ kind: string }>('select kind from app.safeguarding_task where case_id = $1', [caseId]);
    expect(await tasks()).toEqual([]);
    const keep = new KeepAges(workerWork, vault, ids);
    await keep.execute({ limit: 500 });
    await keep.execute({ limit: 500 });
    expect(await tasks()).toEqual([{ kind: 'child-under-13' }]);
  });
});
