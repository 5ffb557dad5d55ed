import {
  ChangeStaff,
  InviteStaff,
  KeepRota,
  KeepTeam,
  type InviteInput,
  type RotaChange,
  type StaffChange,
  type TeamChange,
} from '#libs/casework';
import { instant, type AgencyId, type ShiftId, type UserId } from '#libs/domain';
import { PostgresStaffDirectory, staffEffects, staffList } from '#libs/persistence';
import { onlyOnce } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const instance = () => web().instance;
const acts = new PromiseActs(instance);

const POLICE = '00000000-0000-7000-8000-000000000001' as AgencyId;
const RESPONDERS = '00000000-0000-7000-8000-000000000002' as AgencyId;

beforeAll(() => instance().setNow('2026-03-02T10:05:00Z'));

let people = 0;

async function invite(by: string, change: Partial<InviteInput> = {}) {
  people += 1;
  const input: InviteInput & { identityProvider: string } = {
    agencyId: RESPONDERS,
    teamId: instance().persona('responder').teamId,
    role: 'first-responder',
    name: `Sample Colleague Wren ${people}`,
    email: `wren.${people}@responders.example`,
    subject: `subject-wren-${people}`,
    identityProvider: 'local',
    ...change,
  };
  const { webWork, vault, ids, persona } = instance();
  const once = await new InviteStaff(webWork, vault, ids).execute(persona(by), input, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

async function invited(by = 'administrator', change: Partial<InviteInput> = {}): Promise<UserId> {
  const result = await invite(by, change);
  if (result.kind !== 'invited') throw new Error(JSON.stringify(result));
  return result.userId;
}

async function account(userId: UserId) {
  const [row] = await instance().admin<{ role: string; state: string; revision: number; subject: string }>(
    'select role, state, revision, identity_subject as subject from app.staff_user where user_id = $1',
    [userId],
  );
  return row!;
}

async function change(by: string, userId: UserId, what: StaffChange, revision?: number) {
  const once = await new ChangeStaff(instance().webWork).execute(
    instance().persona(by),
    { userId, revision: revision ?? (await account(userId)).revision, change: what },
    onlyOnce(),
  );
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

async function keepRota(by: string, what: RotaChange) {
  const { webWork, ids, persona } = instance();
  const once = await new KeepRota(webWork, ids).execute(persona(by), what, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

async function keepTeam(by: string, what: TeamChange) {
  const { webWork, ids, persona } = instance();
  const once = await new KeepTeam(webWork, ids).execute(persona(by), what, onlyOnce());
  if (once.kind !== 'done') throw new Error(once.kind);
  return once.result;
}

const directory = () => new PostgresStaffDirectory(instance().web, instance().vault);
const signIn = async (userId: UserId) =>
  directory().findByIdentity({ provider: 'local', subject: (await account(userId)).subject });

const shift = (userId: UserId, from: string, to: string): RotaChange => ({
  kind: 'add',
  shift: { userId, fromAt: instant(from), toAt: instant(to) },
});

describe('an invitation', () => {
  it('becomes an account at the first sign-in of the person it names', async () => {
    const userId = await invited();
    expect(await directory().findActive(userId)).toBeNull();
    expect(await signIn(userId)).toMatchObject({ userId, role: 'first-responder', agencyId: RESPONDERS });
    expect(await account(userId)).toMatchObject({ state: 'active' });
  });

  it('is no door any more after two weeks', async () => {
    const userId = await invited();
    await instance().setNow('2026-03-16T10:06:00Z');
    expect(await signIn(userId)).toBeNull();
    await instance().setNow('2026-03-02T10:05:00Z');
  });

  it('P12 puts no name and no address into the journal', async () => {
    const userId = await invited('administrator', { name: 'Sample Colleague Plover' });
    const events = await instance().admin<{ event_type: string; text: string }>(
      `select event_type, payload::text as text from app.journal where subject_id = $1`,
      [userId],
    );
    expect(events).toEqual([{ event_type: 'staff.invited', text: expect.not.stringContaining('Plover') }]);
    expect(events[0]?.text).not.toContain('@');
  });

  it.each<[string, Partial<InviteInput>, object]>([
    [
      'administrator',
      { role: 'administrator' },
      { kind: 'refused', reason: 'administrators-change-elsewhere' },
    ],
    ['administrator', { role: 'officer' }, { kind: 'refused', reason: 'role-not-of-agency' }],
    ['administrator', { subject: 'persona-responder' }, { kind: 'refused', reason: 'identity-taken' }],
    ['manager', { agencyId: POLICE, role: 'officer', teamId: null }, { kind: 'not-found' }],
    ['lead', {}, { kind: 'not-found' }],
    ['officer', {}, { kind: 'not-found' }],
  ])('by the %s for %j is refused', async (by, input, answer) => {
    expect(await invite(by, input)).toEqual(answer);
  });

  it('does not take a team of another agency', async () => {
    const teamId = instance().persona('officer').teamId;
    expect(await invite('administrator', { teamId })).toEqual({
      kind: 'refused',
      reason: 'team-of-another-agency',
    });
  });

  it('comes from a service manager for the own agency', async () => {
    expect(await invite('manager')).toMatchObject({ kind: 'invited' });
  });
});

describe('rights', () => {
  it('change for the next request of the person', async () => {
    const userId = await invited();
    await signIn(userId);
    const { teamId } = instance().persona('responder');
    expect(await change('manager', userId, { kind: 'rights', role: 'duty-lead', teamId })).toMatchObject({
      kind: 'changed',
    });
    expect(await directory().findActive(userId)).toMatchObject({ role: 'duty-lead' });
  });

  it('are never the own, and never an administrator’s', async () => {
    const { userId, teamId } = instance().persona('manager');
    expect(await change('manager', userId, { kind: 'rights', role: 'duty-lead', teamId })).toEqual({
      kind: 'refused',
      reason: 'own-account',
    });
    expect(await change('manager', userId, { kind: 'disable' })).toMatchObject({ reason: 'own-account' });
    const wren = await invited();
    expect(await change('administrator', wren, { kind: 'rights', role: 'administrator', teamId })).toEqual({
      kind: 'refused',
      reason: 'administrators-change-elsewhere',
    });
  });

  it('of another agency are nobody’s business', async () => {
    const { userId, teamId } = instance().persona('officer');
    expect(await change('manager', userId, { kind: 'rights', role: 'officer', teamId }, 1)).toEqual({
      kind: 'not-found',
    });
    expect(await change('officer', userId, { kind: 'disable' }, 1)).toEqual({ kind: 'not-found' });
  });

  it('are not changed from a form that is out of date', async () => {
    const userId = await invited();
    await change('manager', userId, { kind: 'rights', role: 'duty-lead', teamId: null });
    expect(await change('administrator', userId, { kind: 'disable' }, 1)).toEqual({
      kind: 'stale',
      revision: 2,
    });
  });

  it('P7 are kept by the database too: no web statement makes an administrator or changes the own row', async () => {
    const wren = await invited();
    const { persona, webWork } = instance();
    const tries: [string, string, unknown[]][] = [
      ['administrator', `update app.staff_user set role = 'administrator' where user_id = $1`, [wren]],
      ['manager', `update app.staff_user set role = 'auditor' where user_id = $1`, [wren]],
    ];
    for (const [by, sql, values] of tries) {
      await expect(webWork.read(persona(by), (manager) => manager.query(sql, values))).rejects.toThrow(
        /row-level security|made an administrator/,
      );
    }
    const untouched: [string, string][] = [
      ['manager', persona('manager').userId],
      ['manager', persona('officer').userId],
      ['lead', wren],
      ['responder', wren],
    ];
    for (const [by, userId] of untouched) {
      const [, changed] = await webWork.read(persona(by), (manager) =>
        manager.query<[unknown, number]>(`update app.staff_user set team_id = null where user_id = $1`, [
          userId,
        ]),
      );
      expect({ by, changed }).toEqual({ by, changed: 0 });
    }
  });
});

describe('an officer without a team', () => {
  it('would see nothing they sent, and nobody could be asked about it: there is none', async () => {
    const input = { agencyId: POLICE, role: 'officer', teamId: null } as const;
    expect(await invite('administrator', input)).toEqual({ kind: 'refused', reason: 'officer-needs-a-team' });
  });
});

describe('an account that gets a role which answers no pages', () => {
  it('is free of its shifts, so that the gap shows and a page finds somebody', async () => {
    const userId = await invited();
    await signIn(userId);
    await keepRota('lead', shift(userId, '2026-03-06T17:00:00Z', '2026-03-07T09:00:00Z'));
    const what = { kind: 'rights', role: 'safeguarding-lead', teamId: null } as const;
    expect(await change('administrator', userId, what)).toEqual({ kind: 'changed', shiftsFreed: 1 });
  });
});

describe('an account that is closed', () => {
  it('is out at its next request, and free of its shifts', async () => {
    const { userId, teamId } = instance().persona('responder-two');
    await keepRota('lead', shift(userId, '2026-03-03T17:00:00Z', '2026-03-04T09:00:00Z'));
    const browser = await web().signedIn('responder-two');
    expect((await browser.get('/board')).statusCode).toBe(200);

    expect(await change('manager', userId, { kind: 'disable' })).toEqual({ kind: 'changed', shiftsFreed: 1 });

    const after = await browser.get('/board');
    expect([after.statusCode, after.headers.location]).toEqual([303, '/sign-in?next=%2Fboard']);
    expect(await signIn(userId)).toBeNull();
    const onCall = await instance().webWork.run(instance().persona('lead'), (tx) =>
      tx.onCall.onCallAt({ teamId: teamId!, at: instant('2026-03-03T20:00:00Z') }),
    );
    expect(onCall).toBeNull();

    await change('manager', userId, { kind: 'enable' });
    expect(await signIn(userId)).toMatchObject({ userId });
  });

  it('shows its effects before anybody confirms', async () => {
    const wren = await invited();
    await signIn(wren);
    const referred = await acts.refer('2026-03-02T10:00:00Z');
    await instance().admin('update app.case_file set owner_user_id = $1 where case_id = $2', [
      wren,
      referred.caseId,
    ]);
    await keepRota('lead', shift(wren, '2026-03-05T17:00:00Z', '2026-03-06T09:00:00Z'));
    for (const by of ['administrator', 'manager']) {
      const effects = await instance().webWork.read(instance().persona(by), (manager) =>
        staffEffects(manager, wren),
      );
      expect(effects).toEqual({ openCases: 1, shifts: 1 });
    }
    const others = await instance().webWork.read(instance().persona('officer'), (manager) =>
      staffEffects(manager, wren),
    );
    expect(others.openCases).toBe(0);
  });
});

describe('the list of accounts', () => {
  it('is everybody for the administrator, the own agency for a manager, nobody for others', async () => {
    const agencies = async (by: string) =>
      new Set(
        (await instance().webWork.read(instance().persona(by), (manager) => staffList(manager))).map(
          ({ agencyId }) => agencyId,
        ),
      );
    expect((await agencies('administrator')).size).toBeGreaterThan(3);
    expect(await agencies('manager')).toEqual(new Set([RESPONDERS]));
    for (const by of ['lead', 'officer', 'auditor']) expect((await agencies(by)).size).toBe(0);
  });
});

describe('the rota', () => {
  const person = () => instance().persona('responder').userId;

  it('takes a shift, moves it and gives it up, each in the journal', async () => {
    const added = await keepRota('lead', shift(person(), '2026-04-01T17:00:00Z', '2026-04-02T09:00:00Z'));
    if (added.kind !== 'kept') throw new Error(JSON.stringify(added));
    const { shiftId } = added;
    const moved = {
      userId: person(),
      fromAt: instant('2026-04-01T18:00:00Z'),
      toAt: instant('2026-04-02T09:00:00Z'),
    };
    expect(await keepRota('manager', { kind: 'change', shiftId, revision: 1, shift: moved })).toEqual(added);
    expect(await keepRota('lead', { kind: 'remove', shiftId, revision: 1 })).toEqual({
      kind: 'stale',
      revision: 2,
    });
    expect(await keepRota('lead', { kind: 'remove', shiftId, revision: 2 })).toEqual(added);
    const events = await instance().admin<{ event_type: string }>(
      'select event_type from app.journal where subject_id = $1 order by sequence',
      [shiftId],
    );
    expect(events.map((row) => row.event_type)).toEqual([
      'on-call-shift.added',
      'on-call-shift.changed',
      'on-call-shift.removed',
    ]);
  });

  it.each<[string, string, string]>([
    ['ends-before-it-starts', '2026-05-01T17:00:00Z', '2026-05-01T17:00:00Z'],
    ['too-long', '2026-05-01T17:00:00Z', '2026-05-08T17:00:01Z'],
    ['over-already', '2026-03-01T09:00:00Z', '2026-03-01T17:00:00Z'],
  ])('refuses a shift with the reason %s', async (reason, from, to) => {
    expect(await keepRota('lead', shift(person(), from, to))).toEqual({ kind: 'refused', reason });
  });

  it('takes nobody who could not answer', async () => {
    for (const persona of ['officer', 'commissioner', 'administrator']) {
      const { userId } = instance().persona(persona);
      expect(await keepRota('lead', shift(userId, '2026-05-01T09:00:00Z', '2026-05-01T17:00:00Z'))).toEqual({
        kind: 'refused',
        reason: 'not-on-the-team',
      });
    }
  });

  it('gives one of two colleagues who fill the same gap at once', async () => {
    const fill = () => keepRota('lead', shift(person(), '2026-06-01T09:00:00Z', '2026-06-01T17:00:00Z'));
    const answers = await Promise.all([fill(), fill(), fill()]);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['kept', 'refused', 'refused']);
  });

  it.each(['responder', 'officer', 'administrator', 'auditor'])('is not kept by the %s', async (by) => {
    const shiftId = instance().ids.next<ShiftId>();
    expect(await keepRota(by, shift(person(), '2026-05-01T09:00:00Z', '2026-05-01T17:00:00Z'))).toEqual({
      kind: 'not-found',
    });
    expect(await keepRota(by, { kind: 'remove', shiftId, revision: 1 })).toEqual({ kind: 'not-found' });
  });
});

describe('teams', () => {
  it('are added and renamed, once by a name in an agency', async () => {
    const added = await keepTeam('administrator', {
      kind: 'add',
      agencyId: POLICE,
      name: 'Sample Team Heron',
    });
    if (added.kind !== 'kept') throw new Error(JSON.stringify(added));
    const { teamId } = added;
    expect(
      await keepTeam('administrator', { kind: 'add', agencyId: POLICE, name: 'sample team heron' }),
    ).toEqual({
      kind: 'refused',
      reason: 'name-taken',
    });
    const rename = (name: string, revision: number): TeamChange => ({
      kind: 'rename',
      teamId,
      revision,
      name,
    });
    expect(await keepTeam('administrator', rename('Adult Sexual Abuse Investigation, South', 1))).toEqual({
      kind: 'refused',
      reason: 'name-taken',
    });
    expect(await keepTeam('manager', rename('Sample Team Egret', 1))).toEqual({ kind: 'not-found' });
    expect(await keepTeam('administrator', rename('Sample Team Egret', 1))).toEqual(added);
    expect(await keepTeam('administrator', rename('Sample Team Crane', 1))).toEqual({
      kind: 'stale',
      revision: 2,
    });
  });
});
