import { AddRoute, AnswerPoliceTask, OpenCase, RevealRoute, type ReferralInput } from '#libs/casework';
import type { CaseId, PersonId, PoliceTaskId, RouteId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs, MONDAY } from './support';

const REPORTED = '2026-03-02T10:00:00Z';
const UNASKED: Partial<ReferralInput> = { agreement: 'not-asked-yet', nameToAskFor: 'Sample Plover' };

describe('a referral that nobody has agreed to', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new ConsentActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  const nameOn = async (caseId: CaseId, key = 'responder') => {
    const { webWork, vault, persona } = instance();
    const opened = await new OpenCase(webWork, vault).execute(persona(key), caseId);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    return opened.identity?.nameToAskFor ?? null;
  };
  const reveal = (caseId: CaseId, routeId: RouteId | null) => {
    const { webWork, vault, persona } = instance();
    if (routeId === null) throw new Error('the referral came with a number');
    return new RevealRoute(webWork, vault).execute(persona('responder'), { caseId, routeId });
  };
  const kindsFor = (key: string, personId: PersonId) =>
    instance().webWork.read(instance().persona(key), async (manager) =>
      (
        await manager.query<{ kind: string }[]>('select kind from vault.person_record where person_id = $1', [
          personId,
        ])
      ).map(({ kind }) => kind),
    );

  it.each(['responder', 'lead', 'manager'])(
    'keeps name, number and crime number from %s, and runs its clocks (P6)',
    async (key) => {
      const { caseId, personId } = await promise.refer(REPORTED, UNASKED);
      expect(await nameOn(caseId, key)).toBeNull();
      const kinds = await kindsFor(key, personId);
      for (const kind of ['identity', 'contact-route', 'crime-reference']) expect(kinds).not.toContain(kind);
      expect(Object.keys(await promise.limbs(caseId))).toEqual(expect.arrayContaining(['24h', '1wd']));
    },
  );

  it('shows no number and takes none, with the reason', async () => {
    const { caseId, routeId } = await promise.refer(REPORTED, UNASKED);
    expect(await reveal(caseId, routeId)).toEqual({ kind: 'refused', reason: 'agreement-first' });
    const { webWork, vault, ids, persona } = instance();
    const route = {
      kind: 'mobile',
      value: '+447700900777',
      whose: null,
      call: 'yes',
      text: 'no',
      voicemail: 'no',
      email: 'unknown',
    } as const;
    const added = await new AddRoute(webWork, vault, ids).execute(
      persona('responder'),
      { caseId, route, saidBy: 'other' },
      onlyOnce(),
    );
    expect(added).toMatchObject({ result: { kind: 'refused', reason: 'agreement-first' } });
  });

  it('opens with the answer of the police team that the person agreed', async () => {
    const { caseId, routeId } = await promise.refer(REPORTED, UNASKED);
    const { webWork, vault, ids, persona, admin } = instance();
    const [task] = await admin<{ task_id: PoliceTaskId }>(
      `select task_id from app.police_task where case_id = $1 and kind = 'ask-agreement'`,
      [caseId],
    );
    if (!task) throw new Error('the police are asked');
    const request = { taskId: task.task_id, answer: { kind: 'agreed' } } as const;
    await new AnswerPoliceTask(webWork, vault, ids).execute(persona('officer'), request, onlyOnce());
    expect(await nameOn(caseId)).toBe('Sample Plover');
    expect((await reveal(caseId, routeId)).kind).toBe('revealed');
  });

  it('opens when the person tells the desk themselves, and takes the question to the police back', async () => {
    const { caseId } = await promise.refer(REPORTED, UNASKED);
    const recorded = await acts.record(caseId, {
      recipient: 'this-service',
      purpose: 'be-called',
      dataClasses: [],
    });
    expect(recorded.kind).toBe('recorded');
    expect(await nameOn(caseId)).toBe('Sample Plover');
    const [task] = await instance().admin(
      `select state from app.police_task where case_id = $1 and kind = 'ask-agreement'`,
      [caseId],
    );
    expect(task).toEqual({ state: 'withdrawn' });
  });

  it('is open at once with a ground in law, ends by itself, and waits for a review (P6)', async () => {
    const withoutAgreement = {
      basis: 'vital-interests',
      necessity: 'Sample Plover is at home with whoever did it',
    } as const;
    const { caseId, routeId, personId } = await promise.refer(REPORTED, { ...UNASKED, withoutAgreement });
    expect(await nameOn(caseId)).toBe('Sample Plover');
    expect((await reveal(caseId, routeId)).kind).toBe('revealed');
    const [row] = await instance().admin<{ origin: string; state: string; review_due_at: Date }>(
      'select origin, state, review_due_at from app.consent_override where person_id = $1',
      [personId],
    );
    expect(row).toMatchObject({ origin: 'referral', state: 'in-force' });
    await instance().setNow('2026-03-05T10:06:00Z');
    expect(await nameOn(caseId)).toBeNull();
  });

  it('is not shut when the desk keyed it from a call: whoever rang has told the desk', async () => {
    const phonedBy = { name: 'Sample Officer Wren', unit: null };
    const keyed = await promise.refer(REPORTED, { ...UNASKED, receivedVia: 'phone', phonedBy }, 'responder');
    expect(await nameOn(keyed.caseId)).toBe('Sample Plover');
  });

  it('lets an officer record a ground for their own referral only', async () => {
    const { caseId, personId } = await promise.refer(REPORTED, UNASKED);
    const forge = (key: string) =>
      instance().webWork.read(instance().persona(key), (manager) =>
        manager.query(
          `insert into app.consent_override (override_id, case_id, person_id, handling_agency_id, reference, origin,
             recipient, purpose, data_classes, basis, hours, state, asked_by, asked_at, ends_at, review_due_at)
           values (uuidv7(), $1, $2, '00000000-0000-7000-8000-000000000002', 'WM-X', 'referral', 'this-service',
             'be-called', '{identity}', 'vital-interests', 24, 'in-force', app.claim_user(), app.service_now(),
             app.service_now() + interval '1 hour', app.service_now() + interval '1 day')`,
          [caseId, personId],
        ),
      );
    for (const key of ['officer-south', 'responder', 'sarc', 'adviser'])
      await expect(forge(key)).rejects.toThrow('row-level security');
  });
});

describe('consent to be contacted', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new ConsentActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  const permissions = async (personId: PersonId) => {
    const [row] = await instance().admin<{ permissions: Record<string, string>; checked_at: Date }>(
      'select permissions, checked_at from app.contact_route where person_id = $1',
      [personId],
    );
    return row;
  };

  it('came with the referral, and can be withdrawn: nothing may be called from that instant (P5, P6)', async () => {
    const { caseId, personId } = await promise.refer(REPORTED);
    const before = await permissions(personId);
    const about = { recipient: 'this-service', purpose: 'be-called' } as const;
    expect(await acts.withdraw(caseId, about)).toMatchObject({ kind: 'withdrawn' });
    const after = await permissions(personId);
    expect(after?.permissions).toMatchObject({ call: 'no' });
    expect(after?.checked_at).toEqual(before?.checked_at);
    const [row] = await instance().admin('select contact_state from app.case_file where case_id = $1', [
      caseId,
    ]);
    expect(row).toEqual({ contact_state: 'not-wanted' });
  });

  it('stops texts and leaves calls when only texts are withdrawn', async () => {
    const { caseId, personId } = await promise.refer(REPORTED);
    const about = { recipient: 'this-service', purpose: 'be-texted' } as const;
    await acts.record(caseId, { ...about, dataClasses: [] });
    await acts.withdraw(caseId, about);
    expect((await permissions(personId))?.permissions).toMatchObject({ call: 'yes', text: 'no' });
  });

  it('cannot be withdrawn when it was never given', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const about = { recipient: 'this-service', purpose: 'be-emailed' } as const;
    expect(await acts.withdraw(caseId, about)).toEqual({ kind: 'refused', reason: 'nothing-to-withdraw' });
  });

  it('is refused for a child on their own word without an assessment, and sealed with one', async () => {
    const { caseId, personId } = await promise.refer(REPORTED, { age: { kind: 'years', years: 14 } });
    expect(await acts.record(caseId)).toEqual({ kind: 'refused', reason: 'under-16-needs-assessment' });
    const assessment = 'Sample Plover could say in their own words what is shared and what follows';
    const recorded = await acts.record(caseId, { assessment });
    expect(recorded.kind).toBe('recorded');
    const rows = await instance().admin<{ basis: string }>(
      'select basis from app.consent_entry where person_id = $1',
      [personId],
    );
    expect(rows.map(({ basis }) => basis)).toEqual(['gillick', 'gillick']);
    const whole = await instance().admin<{ line: string }>(
      `select row_to_json(e)::text as line from app.consent_entry e where person_id = $1`,
      [personId],
    );
    for (const { line } of whole) expect(line).not.toMatch(/Plover/);
  });

  it('stays as it was recorded: no role changes or removes a row of the ledger', async () => {
    const { caseId, personId } = await promise.refer(REPORTED);
    await acts.record(caseId);
    for (const key of ['responder', 'lead', 'manager', 'administrator']) {
      const change = instance().webWork.read(instance().persona(key), (manager) =>
        manager.query(`update app.consent_entry set decision = 'refused' where person_id = $1`, [personId]),
      );
      await expect(change).rejects.toThrow('permission denied');
    }
    const owner = instance().admin(`update app.consent_entry set how = 'in-person' where person_id = $1`, [
      personId,
    ]);
    await expect(owner).rejects.toThrow();
  });
});
