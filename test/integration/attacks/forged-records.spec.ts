import { randomUUID } from 'node:crypto';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const instance = useInstance();

/** Writes as the web process could if somebody had talked it into a statement of their own. */
async function write(persona: string, sql: string, values: readonly unknown[]): Promise<unknown> {
  const { userId, role, agencyId, teamId } = instance().persona(persona);
  return instance().web.transaction(async (manager) => {
    await manager.query('select app.begin_work($1, $2, $3, $4)', [role, userId, agencyId, teamId]);
    return manager.query(sql, [...values]);
  });
}

const journal = (persona: string, agencyOf: string) =>
  write(
    persona,
    `insert into app.journal (era, subject_kind, subject_id, sequence, event_type, event_version, happened_at,
       recorded_at, actor_kind, actor_id, agency_id, payload, leaf_hash)
     values (1, 'case', uuidv7(), 1, 'case.taken', 1, now(), now(), 'staff', $1, $2, '{}', sha256('a sample'))`,
    [instance().persona(persona).userId, instance().persona(agencyOf).agencyId],
  );

const access = (persona: string, { role, agencyOf }: { role: string; agencyOf: string }) =>
  write(
    persona,
    `insert into app.access_log (seen_at, actor_id, role, agency_id, person_id, what, basis, leaf_hash)
     values (now(), $1, $2, $3, uuidv7(), 'identity', 'case-work', sha256('a sample'))`,
    [instance().persona(persona).userId, role, instance().persona(agencyOf).agencyId],
  );

const sealed = (persona: string, personId: string) =>
  write(
    persona,
    `insert into vault.person_record (record_id, kind, person_id, sealed, sealed_at)
     values (uuidv7(), 'contact-route', $1, 'a sample', now())`,
    [personId],
  );

const REFUSED = /row-level security/;

describe('records that name somebody else', () => {
  it('P9 the journal takes no event in another agency’s name', async () => {
    await expect(journal('responder', 'responder')).resolves.toBeDefined();
    await expect(journal('responder', 'officer')).rejects.toThrow(REFUSED);
  });

  it.each(['commissioner', 'auditor', 'administrator'])(
    'P9 the journal takes nothing from the %s',
    (persona) => expect(journal(persona, persona)).rejects.toThrow(REFUSED),
  );

  it('P8 the access log takes no other role and no other agency', async () => {
    await expect(
      access('responder', { role: 'first-responder', agencyOf: 'responder' }),
    ).resolves.toBeDefined();
    await expect(access('responder', { role: 'auditor', agencyOf: 'responder' })).rejects.toThrow(REFUSED);
    await expect(access('responder', { role: 'first-responder', agencyOf: 'officer' })).rejects.toThrow(
      REFUSED,
    );
  });

  it('P7 the vault takes nothing about a known person from who neither handles their case nor is asked about it', async () => {
    const { personId } = await new PromiseActs(instance).refer('2026-03-02T10:00:00Z');
    for (const persona of ['officer', 'officer-south']) {
      await expect(sealed(persona, personId)).rejects.toThrow(REFUSED);
    }
    await expect(sealed('responder', personId)).resolves.toBeDefined();
    await expect(sealed('officer', randomUUID())).rejects.toThrow(/foreign key/);
  });

  it('P7 signing in reads accounts and nobody’s name', async () => {
    const seen = await instance().web.transaction(async (manager) => {
      await manager.query(`select app.begin_work('sign-in', null, null, null)`);
      return manager.query(
        `select (select count(*) from app.staff_user)::integer as accounts,
           (select count(*) from vault.staff_profile)::integer as names`,
      );
    });
    expect(seen).toEqual([{ accounts: instance().pack.personas.length, names: 0 }]);
  });
});
