import { Client } from 'pg';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

/** What the database answers to a statement under the claims of a persona: rows touched, or the code of its refusal. */
async function as(persona: string, role: string, sql: string): Promise<number | string> {
  const client = new Client({ connectionString: instance().database.url('web') });
  await client.connect();
  const { userId, agencyId, teamId } = instance().persona(persona);
  try {
    await client.query('begin');
    await client.query('select app.begin_work($1, $2, $3, $4)', [role, userId, agencyId, teamId]);
    const answer = await client.query(sql);
    return answer.rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

const NEXT_VERSION = `
  insert into app.safe_contact_card (person_id, version, recorded_at, changed)
  select person_id, 2, now(), 'times' from app.case_file`;
const NEXT_FOR_KNOWN = (person: string) =>
  `insert into app.safe_contact_card (person_id, version, recorded_at, changed) values ('${person}', 2, now(), 'times')`;
const PERMIT = `update app.contact_route set permissions = permissions || '{"text": "yes"}'`;
const WATCH = `update app.contact_route set seen_by = '{}', recheck_days = 90`;

let person: string;

describe('row-level security of the safe-contact card', () => {
  beforeAll(async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    await acts.refer('2026-03-02T10:00:00Z');
    const [row] = await instance().admin<{ person_id: string }>('select person_id from app.case_file');
    person = row?.person_id ?? '';
  });

  it('lets those who call write the next version and the permissions', async () => {
    expect(await as('responder', 'first-responder', NEXT_VERSION)).toBe(1);
    expect(await as('lead', 'duty-lead', PERMIT)).toBe(1);
    expect(await as('responder', 'first-responder', WATCH)).toBe(1);
  });

  it.each([
    ['officer', 'officer'],
    ['manager', 'service-manager'],
    ['auditor', 'auditor'],
    ['sarc', 'provider-worker'],
    ['commissioner', 'commissioner'],
  ])('P7 refuses %s', async (persona, role) => {
    expect(await as(persona, role, NEXT_FOR_KNOWN(person))).toBe('42501');
    expect(await as(persona, role, PERMIT)).toBe(0);
    expect(await as(persona, role, WATCH)).toBe(0);
  });

  it.each([
    ['officer', 'officer'],
    ['auditor', 'auditor'],
    ['sarc', 'provider-worker'],
  ])('P7 shows %s no version', async (persona, role) => {
    expect(await as(persona, role, 'select 1 from app.contact_route_version')).toBe(0);
  });

  it('refuses a version in somebody else’s name, and one that is changed or written past the trigger', async () => {
    const forged = `insert into app.safe_contact_card (person_id, version, recorded_at, changed, recorded_by)
      select person_id, 2, now(), 'times', '${instance().persona('lead').userId}' from app.case_file`;
    expect(await as('responder', 'first-responder', forged)).toBe('42501');
    for (const sql of [
      'update app.safe_contact_card set stopped = false',
      'delete from app.safe_contact_card',
      'update app.contact_route_version set seen_by = default',
      'insert into app.contact_route_version select * from app.contact_route_version',
    ]) {
      expect([sql, await as('responder', 'first-responder', sql)]).toEqual([sql, '42501']);
    }
  });

  it('keeps the versions even from the owner', async () => {
    const { admin } = instance();
    await expect(admin('update app.safe_contact_card set stopped = true')).rejects.toThrow(/append-only/);
    await expect(admin('delete from app.contact_route_version')).rejects.toThrow(/append-only/);
    await expect(admin('truncate app.contact_route_version')).rejects.toThrow(/append-only/);
  });
});
