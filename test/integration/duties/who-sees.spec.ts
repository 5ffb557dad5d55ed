import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs } from '../consent/support';
import type { CaseId } from '#libs/domain';
import { DutyActs } from './support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const consent = new ConsentActs(instance);
const acts = new DutyActs(instance);

async function aCaseWithDuties() {
  await instance().setNow('2026-03-02T10:05:00Z');
  const { caseId, personId } = await promise.refer('2026-03-02T10:00:00Z');
  await instance().setNow('2026-03-09T10:00:00Z');
  await acts.answerAll();
  await acts.tell(caseId, 'complaint_received', '2026-03-09T09:00:00Z');
  return { caseId, personId };
}

const seenBy = async (persona: string, caseId: CaseId) => (await acts.of(caseId, persona)).length;

describe('who sees the duties of a case', () => {
  it('P7 is whoever handles it, and an auditor; never the police, whoever pays or an administrator', async () => {
    const { caseId } = await aCaseWithDuties();
    const all = await seenBy('responder', caseId);
    expect(all).toBeGreaterThan(5);
    for (const persona of ['lead', 'manager', 'auditor'])
      expect([persona, await seenBy(persona, caseId)]).toEqual([persona, all]);
    for (const persona of ['officer', 'commissioner', 'administrator', 'adviser', 'dpo', 'safeguarding'])
      expect([persona, await seenBy(persona, caseId)]).toEqual([persona, 0]);
  });

  it('P6 is a service while the person agrees that it reads of the investigation, and for nothing less', async () => {
    const { caseId } = await aCaseWithDuties();
    await consent.shared(caseId, ['identity', 'investigation']);
    expect(await seenBy('adviser', caseId)).toBe(await seenBy('responder', caseId));
    const other = await aCaseWithDuties();
    await consent.shared(other.caseId, ['identity', 'support-fact']);
    expect(await seenBy('adviser', other.caseId)).toBe(0);
  });

  it('P7 is nobody before whom a wall stands', async () => {
    const { caseId, personId } = await aCaseWithDuties();
    const { persona, admin } = instance();
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by,
         set_at)
       select gen_random_uuid(), $1, c.case_id, c.handling_agency_id, 'staff', $3, 'person-said', $4, app.service_now()
       from app.case_file c where c.case_id = $2`,
      [personId, caseId, persona('responder-two').userId, persona('lead').userId],
    );
    expect(await seenBy('responder-two', caseId)).toBe(0);
    expect(await seenBy('responder', caseId)).toBeGreaterThan(5);
  });

  it('P2 can write over nothing that was due, told or opened', async () => {
    const { caseId } = await aCaseWithDuties();
    const { webWork, persona, admin } = instance();
    for (const sql of [
      `update app.duty_version set reason = 'opened' where case_id = $1`,
      `delete from app.duty_version where case_id = $1`,
      `update app.code_event set event = 'trial_day' where case_id = $1`,
      `update app.duty set code_version = '2021' where case_id = $1`,
      `delete from app.duty where case_id = $1`,
    ])
      await expect(
        webWork.read(persona('lead'), (manager) => manager.query(sql, [caseId])),
      ).rejects.toThrow();
    await expect(admin('delete from app.duty_version where case_id = $1', [caseId])).rejects.toThrow();
  });
});
