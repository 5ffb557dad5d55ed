import {
  LiftWall,
  OpenCase,
  SetWall,
  type SetWallInput,
  type SetWallOutcome,
  type WallStore,
} from '#libs/casework';
import type { CaseId, WallId } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

async function referred(): Promise<ReferredCase> {
  await instance().setNow('2026-03-02T10:05:00Z');
  return acts.refer('2026-03-02T10:00:00Z');
}

async function revisionOf(caseId: CaseId): Promise<number> {
  const [row] = await instance().admin<{ revision: number }>(
    'select revision from app.case_file where case_id = $1',
    [caseId],
  );
  return row!.revision;
}

async function wall(
  caseId: CaseId,
  change: Partial<SetWallInput> & Pick<SetWallInput, 'target'>,
  by = 'lead',
): Promise<SetWallOutcome> {
  const { webWork, ids, persona } = instance();
  const input = {
    caseId,
    revision: await revisionOf(caseId),
    kind: 'staff' as const,
    spareReferrer: false,
    sparesLeads: false,
    basis: 'colleague-said' as const,
    ...change,
  };
  const once = await new SetWall(webWork, ids).execute(persona(by), input, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

const user = (key: string) => ({ kind: 'user' as const, userId: instance().persona(key).userId });

async function seen(persona: string, sql: string, values: readonly unknown[] = []): Promise<number> {
  const rows = await instance().webWork.read(instance().persona(persona), (manager) =>
    manager.query<{ n: number }[]>(`select count(*)::integer as n from (${sql}) found`, [...values]),
  );
  return rows[0]!.n;
}

const opened = (persona: string, caseId: CaseId) =>
  new OpenCase(instance().webWork, instance().vault).execute(instance().persona(persona), caseId);

const standing = (store: (walls: WallStore) => Promise<unknown>) =>
  instance().webWork.run(instance().persona('lead'), (tx) => store(tx.walls));

describe('walls', () => {
  it('P7 a colleague who is walled off finds the case nowhere, at once; others go on', async () => {
    const { caseId, personId } = await referred();
    expect(await opened('responder', caseId)).toMatchObject({ kind: 'opened' });
    expect(await wall(caseId, { target: user('responder') })).toMatchObject({
      kind: 'set',
      stillYours: true,
    });
    expect(await opened('responder', caseId)).toEqual({ kind: 'not-found' });
    expect(await opened('lead', caseId)).toMatchObject({ kind: 'opened' });
    expect(
      await seen('responder', 'select 1 from vault.person_record where person_id = $1', [personId]),
    ).toBe(0);
    expect(
      await seen('lead', 'select 1 from vault.person_record where person_id = $1', [personId]),
    ).toBeGreaterThan(0);
  });

  it('P7 every table of cases, referrals and people is behind the walls', async () => {
    const open = await instance().admin<{ name: string }>(
      `select distinct n.nspname || '.' || c.relname as name from pg_class c
       join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
       join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
         and a.attname in ('case_id', 'referral_id', 'person_id')
       where c.relkind in ('r', 'p') and has_any_column_privilege('waymark_web', c.oid, 'select')
         and not exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive
           and p.polname = 'behind_wall')`,
    );
    expect(open).toEqual([]);
  });

  it('P7 no row of a walled case is readable in any table, whichever its column', async () => {
    const { caseId, personId, referralId } = await referred();
    await acts.attempt({ caseId }, 'no-answer', {
      happened: '2026-03-02T10:30:00Z',
      typedIn: '2026-03-02T10:31:00Z',
    });
    await acts.sweepAt('2026-03-03T18:00:00Z');
    await wall(caseId, { target: user('responder') });
    const columns = await instance().admin<{ name: string; column: string }>(
      `select n.nspname || '.' || c.relname as name, a.attname as column from pg_class c
       join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
       join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
         and a.attname in ('case_id', 'referral_id', 'person_id')
       where c.relkind in ('r', 'p') and has_column_privilege('waymark_web', c.oid, a.attnum, 'select')`,
    );
    expect(columns.length).toBeGreaterThan(20);
    const ids: Readonly<Record<string, string>> = {
      case_id: caseId,
      person_id: personId,
      referral_id: referralId,
    };
    for (const { name, column } of columns) {
      const n = await seen('responder', `select 1 from ${name} where ${column} = $1`, [ids[column]]);
      expect({ name, column, n }).toEqual({ name, column, n: 0 });
    }
  });

  it('P7 the journal of a walled case takes no event from behind the wall', async () => {
    const { caseId } = await referred();
    await wall(caseId, { target: user('responder') });
    const { userId, agencyId } = instance().persona('responder');
    const forged = instance().webWork.read(instance().persona('responder'), (manager) =>
      manager.query(
        `insert into app.journal (era, subject_kind, subject_id, sequence, case_id, event_type, event_version,
           happened_at, recorded_at, actor_kind, actor_id, agency_id, payload, leaf_hash)
         values (1, 'case', $1, 999, $1, 'case.taken', 1, now(), now(), 'staff', $2, $3, '{}', sha256('a sample'))`,
        [caseId, userId, agencyId],
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });

  it('a police wall leaves the officer who referred their own referral and hides it from the force', async () => {
    const { caseId, referralId } = await referred();
    const { agencyId } = instance().persona('officer');
    const set = { kind: 'police-family', target: { kind: 'agency', agencyId }, spareReferrer: true } as const;
    expect(await wall(caseId, set)).toMatchObject({ kind: 'set' });
    const sql = 'select 1 from app.referral where referral_id = $1';
    expect(await seen('officer', sql, [referralId])).toBe(1);
    const { teamId } = instance().persona('officer');
    const colleague = {
      ...instance().persona('officer'),
      userId: instance().persona('officer-south').userId,
      teamId,
    };
    const rows = await instance().webWork.read(colleague, (manager) => manager.query(sql, [referralId]));
    expect(rows).toEqual([]);
  });

  it('P1 a case whose owner is walled off goes to the lead who sets the wall', async () => {
    const { caseId } = await referred();
    await instance().admin('update app.case_file set owner_user_id = $2 where case_id = $1', [
      caseId,
      instance().persona('responder').userId,
    ]);
    await wall(caseId, { target: user('responder') });
    const [row] = await instance().admin('select owner_user_id from app.case_file where case_id = $1', [
      caseId,
    ]);
    expect(row).toEqual({ owner_user_id: instance().persona('lead').userId });
  });

  it('is refused where it would leave nobody, twice, before the handling agency, or on an old page', async () => {
    const { caseId } = await referred();
    const { agencyId, teamId } = instance().persona('lead');
    expect(await wall(caseId, { target: { kind: 'agency', agencyId } })).toEqual({
      kind: 'refused',
      reason: 'handling-agency',
    });
    expect(await wall(caseId, { target: user('responder') })).toMatchObject({ kind: 'set' });
    expect(await wall(caseId, { target: user('responder') })).toEqual({
      kind: 'refused',
      reason: 'already-stands',
    });
    expect(await wall(caseId, { target: user('lead'), revision: 1 })).toMatchObject({ kind: 'stale' });
    const police = { kind: 'police-family', target: user('responder') } as const;
    expect(await wall(caseId, police)).toEqual({ kind: 'refused', reason: 'not-police' });
    expect(teamId).not.toBeNull();
  });

  it('P7 is set and lifted by leads alone', async () => {
    const { caseId } = await referred();
    expect(await wall(caseId, { target: user('lead') }, 'responder')).toEqual({ kind: 'not-found' });
    await wall(caseId, { target: user('responder') });
    const [row] = await instance().admin<{ wall_id: WallId; revision: number }>(
      'select wall_id, revision from app.case_wall where case_id = $1',
      [caseId],
    );
    const lift = async (by: string) => {
      const input = { caseId, wallId: row!.wall_id, revision: row!.revision };
      const once = await new LiftWall(instance().webWork).execute(instance().persona(by), input, onlyOnce());
      return once.kind === 'done' ? once.result : once;
    };
    expect(await lift('responder')).toEqual({ kind: 'not-found' });
    expect(await lift('lead')).toEqual({ kind: 'lifted' });
    expect(await opened('responder', caseId)).toMatchObject({ kind: 'opened' });
  });

  it('tells a merge of two people which walls stand', async () => {
    const { caseId, personId } = await referred();
    expect(await standing((walls) => walls.standing([personId]))).toEqual([]);
    await wall(caseId, { target: user('responder') });
    expect(await standing((walls) => walls.standing([personId]))).toMatchObject([
      { personId, kind: 'staff', target: user('responder') },
    ]);
  });
});
