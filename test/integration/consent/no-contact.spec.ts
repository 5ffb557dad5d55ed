import { AnswerPoliceTask, type PoliceAnswer, type RouteInput } from '#libs/casework';
import {
  agencyRecipient,
  CONTACT_PURPOSES,
  mayShare,
  type AgencyId,
  type CaseId,
  type PoliceTaskId,
} from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const MONDAY = '2026-03-02T10:00:00Z';

describe('what an officer brings back from the person', () => {
  const instance = useInstance();
  const acts = new PromiseActs(instance);

  beforeEach(() => instance().setNow('2026-03-02T10:05:30Z'));

  async function answer(caseId: CaseId, given: PoliceAnswer, key = onlyOnce()) {
    const { webWork, vault, ids, persona, admin } = instance();
    const [task] = await admin<{ task_id: PoliceTaskId }>(
      `select task_id from app.police_task where case_id = $1 order by opened_at limit 1`,
      [caseId],
    );
    const asked = { taskId: task!.task_id, answer: given };
    return new AnswerPoliceTask(webWork, vault, ids).execute(persona('officer'), asked, key);
  }
  const entriesOf = (caseId: CaseId) =>
    instance().admin<{ decision: string; purpose: string; how: string; giver: string; taken_by: string }>(
      `select decision, purpose, how, giver, taken_by from app.consent_entry where case_id = $1 order by purpose`,
      [caseId],
    );
  const mayContactOn = async ({ personId }: ReferredCase) => {
    const { webWork, persona } = instance();
    return webWork.run(persona('responder'), async (tx) => {
      const ledger = await tx.consents.ledgerOf(personId);
      const recipient = 'this-service';
      return CONTACT_PURPOSES.filter(
        (purpose) =>
          mayShare(ledger, { recipient, purpose, dataClass: 'safe-contact' }, tx.now).kind === 'may',
      );
    });
  };

  it('P6 a no to contact stands in the ledger for every way of contacting them', async () => {
    const referred = await acts.refer(MONDAY, { agreement: 'not-asked-yet' });
    const key = onlyOnce();
    await answer(referred.caseId, { kind: 'no-contact-wanted' }, key);
    await answer(referred.caseId, { kind: 'no-contact-wanted' }, key);
    const entries = await entriesOf(referred.caseId);
    expect(entries.map(({ purpose }) => purpose)).toEqual([...CONTACT_PURPOSES].toSorted());
    const officer = instance().persona('officer').userId;
    for (const { decision, how, giver, taken_by: takenBy } of entries)
      expect({ decision, how, giver, takenBy }).toEqual({
        decision: 'refused',
        how: 'told-referrer',
        giver: 'person',
        takenBy: officer,
      });
    expect(await mayContactOn(referred)).toEqual([]);
  });

  it('P6 it takes back what was agreed at the referral', async () => {
    const referred = await acts.refer(MONDAY, { agreement: 'agreed', route: null });
    expect(await mayContactOn(referred)).toEqual(['be-called']);
    await answer(referred.caseId, { kind: 'no-contact-wanted' });
    expect(await mayContactOn(referred)).toEqual([]);
    const called = (await entriesOf(referred.caseId)).find(({ purpose }) => purpose === 'be-called');
    expect(called).toMatchObject({ decision: 'withdrawn' });
  });

  it('P6 the database lets an officer bring back a no, and never a yes', async () => {
    const referred = await acts.refer(MONDAY, { agreement: 'not-asked-yet' });
    const { webWork, persona, ids, admin } = instance();
    const [{ task_id: taskId, handling_agency_id: handlingAgencyId }] = (await admin<{
      task_id: PoliceTaskId;
      handling_agency_id: AgencyId;
    }>('select task_id, handling_agency_id from app.police_task where case_id = $1', [referred.caseId])) as [
      { task_id: PoliceTaskId; handling_agency_id: AgencyId },
    ];
    const officer = persona('officer');
    const write = (change: object) =>
      webWork.run(officer, async (tx) => {
        await tx.policeTasks.reachCaseOf(taskId);
        const entry = {
          id: ids.next<never>(),
          caseId: referred.caseId,
          personId: referred.personId,
          handlingAgencyId,
          decision: 'refused',
          recipient: 'this-service',
          purpose: 'be-called',
          dataClass: null,
          giver: 'person',
          basis: null,
          authority: null,
          how: 'told-referrer',
          wording: 'be-called-1',
          takenBy: officer.userId,
          recordedAt: tx.now,
          expiresAt: null,
        } as const;
        await tx.consents.append([{ ...entry, ...change }]);
      });
    const given = { decision: 'given', basis: 'adult', dataClass: 'safe-contact' };
    await expect(write(given)).rejects.toThrow(/row-level security/);
    await expect(write({ recipient: agencyRecipient(handlingAgencyId), purpose: 'support' })).rejects.toThrow(
      /row-level security/,
    );
    await expect(write({ takenBy: persona('responder').userId })).rejects.toThrow(/row-level security/);
    await expect(write({})).resolves.toBeUndefined();
  });

  it('P7 somebody else’s number for a child is held, and the officer is told as for anybody', async () => {
    const route: RouteInput = {
      kind: 'third-party',
      value: '+447700900188',
      whose: 'aunt',
      call: 'yes',
      text: 'no',
      voicemail: 'no',
      email: 'unknown',
    };
    const told = async (years: number) => {
      const { caseId, personId } = await acts.refer(MONDAY, { route: null, age: { kind: 'years', years } });
      const once = await answer(caseId, { kind: 'route-given', route });
      const [kept] = await instance().admin<{ state: string }>(
        'select state from app.contact_route where person_id = $1',
        [personId],
      );
      return { result: once.kind === 'done' ? once.result : once, state: kept?.state };
    };
    const [child, adult] = [await told(15), await told(35)];
    expect([child.state, adult.state]).toEqual(['suspended', 'active']);
    const answered = { kind: 'answered', answer: 'route-given', callFromAt: expect.any(Number) };
    expect([child.result, adult.result]).toEqual([answered, answered]);
  });
});
