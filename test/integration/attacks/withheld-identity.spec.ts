import type { StaffActor } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

beforeEach(() => instance().setNow('2026-03-02T12:00:00Z'));

const withheld = () => acts.refer('2026-03-02T09:00:00Z', { agreement: 'not-asked-yet' });

const kinds = (who: StaffActor, { personId }: ReferredCase) =>
  instance().webWork.read(who, async (manager) => {
    const rows = await manager.query<{ kind: string }[]>(
      `select distinct kind from vault.person_record where person_id = $1
         and kind in ('identity', 'contact-route', 'crime-reference') order by kind`,
      [personId],
    );
    return rows.map(({ kind }) => kind);
  });

const asked = (who: string, { personId }: ReferredCase) =>
  instance().webWork.read(instance().persona(who), async (manager) => {
    const [row] = await manager.query<{ withheld: boolean }[]>(
      'select app.identity_withheld($1) as withheld',
      [personId],
    );
    return row?.withheld;
  });

const insertTask = ({ caseId }: ReferredCase) =>
  instance().admin(
    `insert into app.safeguarding_task
     select (jsonb_populate_record(null::app.safeguarding_task, jsonb_build_object(
       'task_id', uuidv7(), 'case_id', c.case_id, 'person_id', c.person_id, 'handling_agency_id', c.handling_agency_id,
       'reference', c.reference, 'kind', 'child-under-16', 'state', 'open', 'opened_at', now(), 'due_at', now() + interval '1 day',
       'policy_version', 1, 'revision', 1, 'told_level', 0))).*
     from app.case_file c where c.case_id = $1`,
    [caseId],
  );

describe('P6 a name that waits for agreement', () => {
  it.each(['safeguarding', 'adviser', 'sarc', 'dpo', 'responder', 'lead', 'manager', 'auditor'])(
    'is withheld whatever %s can see of the referral',
    async (who) => {
      expect(await asked(who, await withheld())).toBe(true);
    },
  );

  it('of somebody nobody referred is withheld too', async () => {
    const ghost = { ...(await withheld()), personId: instance().ids.next() } as ReferredCase;
    expect(await asked('responder', ghost)).toBe(true);
  });

  it('opens for nobody at the desk, nor for a provider, the data desk or the safeguarding lead without their ground', async () => {
    const found = await withheld();
    for (const who of ['responder', 'lead', 'manager', 'adviser', 'sarc', 'dpo', 'safeguarding', 'auditor']) {
      expect({ who, kinds: await kinds(instance().persona(who), found) }).toEqual({ who, kinds: [] });
    }
  });

  it('is read by the safeguarding lead while a task lives, the name alone', async () => {
    const found = await withheld();
    await insertTask(found);
    expect(await kinds(instance().persona('safeguarding'), found)).toEqual(['identity']);
    await instance().admin(
      `update app.safeguarding_task set state = 'not-needed', outcome = 'no-risk-found', settled_at = now(), settled_by = $2,
         next_fire_at = null where case_id = $1`,
      [found.caseId, instance().persona('lead').userId],
    );
    expect(await kinds(instance().persona('safeguarding'), found)).toEqual([]);
  });

  it('is open to all of the desk once the person has agreed', async () => {
    const found = await acts.refer('2026-03-02T09:00:00Z');
    expect(await asked('responder', found)).toBe(false);
    expect(await kinds(instance().persona('responder'), found)).toContain('identity');
  });
});
