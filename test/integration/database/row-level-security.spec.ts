import { Client } from 'pg';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

interface Claims {
  readonly role: string;
  readonly persona?: string;
}

/** Counts what a database role sees of a table under the claims of a persona. */
async function seen(
  table: string,
  { role, persona }: Claims,
  login: 'web' | 'worker' | 'report' | 'wall' = 'web',
) {
  const client = new Client({ connectionString: instance().database.url(login) });
  await client.connect();
  try {
    await client.query('begin');
    const actor = persona === undefined ? null : instance().persona(persona);
    await client.query('select app.begin_work($1, $2, $3, $4)', [
      role,
      actor?.userId ?? null,
      actor?.agencyId ?? null,
      actor?.teamId ?? null,
    ]);
    const found = await client.query<{ n: number }>(`select count(*)::integer as n from ${table}`);
    return found.rows[0]?.n;
  } finally {
    await client.end();
  }
}

const CASEWORK = [
  'app.case_file',
  'app.person',
  'vault.person_record',
  'app.incident',
  'app.safe_contact_card',
  'app.contact_route',
  'app.contact_attempt',
  'app.alert',
];

describe('row-level security', () => {
  beforeAll(async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const referred = await acts.refer('2026-03-02T10:00:00Z');
    await acts.attempt(referred, 'no-answer', {
      happened: '2026-03-02T10:30:00Z',
      typedIn: '2026-03-02T10:31:00Z',
    });
    await acts.sweepAt('2026-03-03T18:00:00Z');
  });

  it('is enabled and forced on every table, and each has a policy', async () => {
    const open = await instance().admin<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where (n.nspname in ('app', 'vault', 'report', 'wall') or n.nspname like '%\\_notes') and c.relkind in ('r', 'p')
         and (not c.relrowsecurity or not c.relforcerowsecurity
              or not exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
    );
    expect(open).toEqual([]);
  });

  it('finds a new table that lacks it', async () => {
    const { admin } = instance();
    await admin('create table app.forgotten (id integer)');
    const open = await admin(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'app' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    await admin('drop table app.forgotten');
    expect(open).toEqual([{ relname: 'forgotten' }]);
  });

  it('binds the logins of the apps: none owns a table, is a superuser or bypasses it', async () => {
    const loose = await instance().admin(
      `select rolname from pg_roles r where rolname like 'waymark\\_%'
       and (rolsuper or rolbypassrls or exists (select 1 from pg_class c where c.relowner = r.oid
            and c.relnamespace in ('app'::regnamespace, 'vault'::regnamespace, 'report'::regnamespace)))`,
    );
    expect(loose).toEqual([]);
  });

  it.each(CASEWORK)('P7 shows police nothing of %s', async (table) => {
    expect(await seen(table, { role: 'officer', persona: 'officer' })).toBe(0);
  });

  it.each([...CASEWORK, 'app.referral', 'app.report', 'app.deadline', 'app.journal', 'app.access_log'])(
    'P7 shows a commissioner nothing of %s',
    async (table) => {
      expect(await seen(table, { role: 'commissioner', persona: 'commissioner' })).toBe(0);
    },
  );

  it('P7 shows an officer the referrals of the own team and no other', async () => {
    expect(await seen('app.referral', { role: 'officer', persona: 'officer' })).toBe(1);
    expect(await seen('app.referral', { role: 'officer', persona: 'officer-south' })).toBe(0);
  });

  it('shows the people who handle a case all of it', async () => {
    for (const table of CASEWORK) {
      expect(await seen(table, { role: 'first-responder', persona: 'responder' })).toBeGreaterThan(0);
    }
  });

  it('shows an auditor codes and times, and nothing of the vault', async () => {
    const claims = { role: 'auditor', persona: 'auditor' };
    expect(await seen('app.journal', claims)).toBeGreaterThan(0);
    expect(await seen('app.case_file', claims)).toBe(1);
    expect(await seen('vault.person_record', claims)).toBe(0);
    expect(await seen('vault.staff_profile', claims)).toBe(0);
    expect(await seen('app.contact_route', claims)).toBe(0);
  });

  it('shows nothing when no claims were set', async () => {
    const client = new Client({ connectionString: instance().database.url('web') });
    await client.connect();
    try {
      for (const table of [...CASEWORK, 'app.referral', 'app.staff_user']) {
        const { rows } = await client.query<{ n: number }>(`select count(*)::integer as n from ${table}`);
        expect({ table, n: rows[0]?.n }).toEqual({ table, n: 0 });
      }
    } finally {
      await client.end();
    }
  });

  it('forgets the claims of one transaction before the next on the same connection', async () => {
    const client = new Client({ connectionString: instance().database.url('web') });
    await client.connect();
    try {
      const actor = instance().persona('responder');
      await client.query('begin');
      await client.query('select app.begin_work($1, $2, $3, $4)', [
        actor.role,
        actor.userId,
        actor.agencyId,
        actor.teamId,
      ]);
      const during = await client.query<{ n: number }>('select count(*)::integer as n from app.case_file');
      await client.query('commit');
      const after = await client.query<{ n: number }>('select count(*)::integer as n from app.case_file');
      expect([during.rows[0]?.n, after.rows[0]?.n]).toEqual([1, 0]);
    } finally {
      await client.end();
    }
  });

  it('lets the figures role see facts and nothing else', async () => {
    await expect(seen('app.case_file', { role: 'commissioner' }, 'report')).rejects.toThrow(
      /permission denied/,
    );
    await expect(seen('vault.person_record', { role: 'commissioner' }, 'report')).rejects.toThrow(
      /permission denied/,
    );
    expect(await seen('report.promise_fact', { role: 'commissioner' }, 'report')).toBe(0);
  });

  it('refuses to run as anyone whom it does not bind', async () => {
    const { dataSourceOptions, refusePrivilegedRole } = await import('#libs/persistence');
    const { DataSource } = await import('typeorm');
    const admin = await new DataSource(dataSourceOptions(instance().database.adminUrl)).initialize();
    try {
      await expect(refusePrivilegedRole(admin)).rejects.toThrow(/is a superuser/);
      await expect(refusePrivilegedRole(instance().web)).resolves.toBeUndefined();
    } finally {
      await admin.destroy();
    }
  });
});
