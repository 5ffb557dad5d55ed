import { CompareSuspects, DecideConflict } from '#libs/casework';
import type { ConflictId, StaffActor } from '#libs/domain';
import { markPeopleForTheWall, PostgresWallWork, wallDataSourceOptions } from '#libs/persistence';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce } from '../../support/instance';
import { openDesk, plain, type Desk } from '../../support/desk';
import { useWeb } from '../../support/web';
import type { WebBrowser } from '../../support/web-browser';

const web = useWeb();
let desk: Desk;
let lead: WebBrowser;
let wallSource: DataSource;

beforeAll(async () => {
  desk = await openDesk(web());
  lead = await web().signedIn('lead');
  wallSource = await new DataSource(wallDataSourceOptions(web().instance.database.url('wall'))).initialize();
});
afterAll(async () => {
  await wallSource.destroy();
});

const admin = <Row>(sql: string, values: unknown[] = []) => web().instance.admin<Row>(sql, values);

/** One round of what the worker does. */
async function watch(): Promise<void> {
  const { worker, workerWork, vault, ids } = web().instance;
  const wall = new PostgresWallWork(wallSource);
  await caughtUp(web().instance, markPeopleForTheWall({ source: worker, wall, vault }));
  const compare = new CompareSuspects(workerWork, wall, ids);
  while ((await compare.execute()) > 0);
}

async function asRole(login: 'web' | 'worker' | 'report', sql: string): Promise<unknown> {
  const client = new Client({ connectionString: web().instance.database.url(login) });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** One of these is a person of the service; the suspect of another case has the same name. */
async function likeness(name: string): Promise<{ one: string; other: string }> {
  const other = await desk.aCase({ nameToAskFor: name, age: '27 3 1998' });
  const one = await desk.aCase({ nameToAskFor: 'Linnet Dunnock' });
  const sent = await desk.responder.post(`${one}/suspects/new`, {
    name,
    bornDay: '27',
    bornMonth: '3',
    bornYear: '1998',
  });
  expect(sent.statusCode).toBe(303);
  return { one, other };
}

const idOf = (path: string) => String(path.split('/')[2]);

/** A decision below the page, by whoever has the part of a duty lead. */
async function decideAs(persona: string, one: string, decision: 'separate' | 'not-the-same') {
  const { webWork, ids, persona: personaOf } = web().instance;
  const [row] = await admin<{ revision: number }>(
    'select revision from wall.conflict where conflict_id = $1',
    [await conflictOf(one)],
  );
  const actor: StaffActor = { ...personaOf('lead'), userId: personaOf(persona).userId };
  const input = { id: (await conflictOf(one)) as ConflictId, revision: row?.revision ?? 0, decision };
  const decide = new DecideConflict(webWork, new PostgresWallWork(wallSource), ids);
  const once = await decide.execute(actor, input, onlyOnce());
  return once.kind === 'done' ? once.result : once;
}

async function conflictOf(one: string): Promise<string> {
  const [row] = await admin<{ conflict_id: string }>(
    'select conflict_id from wall.conflict where case_id = $1 order by found_at desc limit 1',
    [idOf(one)],
  );
  return String(row?.conflict_id);
}

describe('who a suspect is', () => {
  it('P7 only the duty lead learns that a suspect looks like somebody the service knows', async () => {
    const before = plain((await desk.responder.get('/board')).body);
    const { one, other } = await likeness('Robin Wren');
    const told = plain((await desk.responder.get(one)).body);
    expect(told).toContain('It is saved and sealed.');
    const board = plain((await desk.responder.get('/board')).body);
    const cases = [await desk.responder.get(one), await desk.responder.get(other)].map(({ body }) =>
      plain(body),
    );
    await watch();
    expect(plain((await desk.responder.get('/board')).body)).toBe(board);
    expect(board).not.toBe(before);
    expect(
      [await desk.responder.get(one), await desk.responder.get(other)].map(({ body }) => plain(body)),
    ).toEqual(cases);
    expect((await desk.responder.get('/conflicts')).statusCode).toBe(404);
    const list = plain((await lead.get('/conflicts')).body);
    expect(list).toContain('may be the person in');
    expect(list).not.toContain('Robin Wren');
  });

  it('P7 P12 mails the duty leads who may see it, by a reference that belongs to neither case, and again once late', async () => {
    const { one, other } = await likeness('Smew Wigeon');
    const { instance } = web();
    const notices = async () => {
      const id = await conflictOf(one);
      return admin<{ reference: string; recipient_user_id: string; case_id: null; noted_at: Date }>(
        `select reference, recipient_user_id, case_id, noted_at from app.staff_notice
         where kind = 'decision' and subject_id = $1 order by noted_at`,
        [id],
      );
    };
    await watch();
    const [told, ...more] = await notices();
    expect(more).toEqual([]);
    expect(told).toMatchObject({ recipient_user_id: instance.persona('lead').userId, case_id: null });
    const references = await admin<{ reference: string }>(
      'select reference from app.case_file where case_id = any ($1::uuid[])',
      [[idOf(one), idOf(other)]],
    );
    expect(references.map(({ reference }) => reference)).not.toContain(told?.reference);
    expect(plain((await lead.get('/conflicts')).body)).toContain(told?.reference);
    await watch();
    expect(await notices()).toHaveLength(1);
    await admin(
      `update wall.conflict set next_due_at = app.service_now() - interval '1 minute' where case_id = $1`,
      [idOf(one)],
    );
    await watch();
    await watch();
    expect(await notices()).toHaveLength(2);
  });

  it('P7 a duty lead who is kept from one of the two cases hears nothing', async () => {
    const other = await desk.aCase({ nameToAskFor: 'Teal Pochard', age: '27 3 1998' });
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by,
         set_at) select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, 'person-said', $2, now()
       from app.case_file where case_id = $1`,
      [idOf(other), web().instance.persona('lead').userId],
    );
    const one = await desk.aCase({ nameToAskFor: 'Linnet Dunnock' });
    await desk.responder.post(`${one}/suspects/new`, { name: 'Teal Pochard' });
    await watch();
    const told = await admin('select 1 from app.staff_notice where subject_id = $1', [await conflictOf(one)]);
    expect(told).toEqual([]);
  });

  it('P7 a suspect whom nobody is like is answered alike', async () => {
    const path = await desk.aCase({ nameToAskFor: 'Dunnock' });
    const sent = await desk.responder.post(`${path}/suspects/new`, { name: 'Fulmar Kittiwake' });
    expect(sent.statusCode).toBe(303);
    expect(plain((await desk.responder.get(path)).body)).toContain('It is saved and sealed.');
    await watch();
    const found = await admin('select 1 from wall.conflict where case_id = $1', [idOf(path)]);
    expect(found).toEqual([]);
  });

  it('P7 P8 no other role reaches the schema, and what a lead reads is on record', async () => {
    for (const login of ['web', 'worker', 'report'] as const) {
      await expect(asRole(login, 'select * from wall.suspect')).rejects.toThrow(/permission denied/);
      await expect(asRole(login, 'select * from wall.conflict')).rejects.toThrow(/permission denied/);
    }
    const { one } = await likeness('Kestrel Plover');
    await watch();
    const path = `/conflicts/${await conflictOf(one)}`;
    for (const persona of ['responder', 'manager', 'officer', 'auditor', 'administrator', 'commissioner']) {
      const browser = await web().signedIn(persona);
      expect({ persona, status: (await browser.get(path)).statusCode }).toEqual({ persona, status: 404 });
    }
    expect(plain((await lead.get(path)).body)).toContain('Kestrel Plover');
    const logged = await admin(
      `select actor_id, basis from app.access_log where what = 'suspect-identity' and case_id = $1`,
      [idOf(one)],
    );
    expect(logged).toEqual([{ actor_id: web().instance.persona('lead').userId, basis: 'conflict' }]);
  });

  it('P12 stores no name in clear, and its marks join with no mark outside the wall', async () => {
    await likeness('Siskin Avocet');
    await watch();
    const [row] = await admin<{ clear: boolean }>(
      `select exists (select 1 from wall.suspect where position('Siskin'::bytea in sealed) > 0) as clear`,
    );
    expect(row).toEqual({ clear: false });
  });

  it('separate workers: whoever works with one no longer finds the other, both ways, after a handover too', async () => {
    const { one, other } = await likeness('Merlin Gadwall');
    await watch();
    const { instance } = web();
    const responder = instance.persona('responder').userId;
    const owner = (path: string, userId: string | null) =>
      admin('update app.case_file set owner_user_id = $2 where case_id = $1', [idOf(path), userId]);
    await owner(one, responder);
    await owner(other, responder);
    const path = `/conflicts/${await conflictOf(one)}`;
    const both = await lead.post(path, { decision: 'separate' });
    expect(both.statusCode).toBe(400);
    expect(plain(both.body)).toContain('One colleague answers for both cases');
    await owner(other, null);
    expect((await lead.post(path, { decision: 'separate' })).statusCode).toBe(303);
    expect((await desk.responder.get(one)).statusCode).toBe(200);
    expect((await desk.responder.get(other)).statusCode).toBe(404);
    await owner(one, null);
    await owner(other, responder);
    expect((await desk.responder.get(one)).statusCode).toBe(404);
    expect((await desk.responder.get(other)).statusCode).toBe(200);
    expect((await lead.get(one)).statusCode).toBe(200);
    expect((await lead.get(other)).statusCode).toBe(200);
  });

  it('a different person is decided once, and no wall stands', async () => {
    const { one } = await likeness('Osprey Turnstone');
    await watch();
    const path = `/conflicts/${await conflictOf(one)}`;
    expect((await lead.post(path)).statusCode).toBe(400);
    expect((await lead.post(path, { decision: 'not-the-same' })).statusCode).toBe(303);
    const decided = plain((await lead.get(path)).body);
    expect(decided).toContain('A conflict that was decided');
    expect(decided).not.toContain('What do you decide?');
    expect(await decideAs('lead', one, 'separate')).toEqual({ kind: 'refused', reason: 'decided-already' });
    expect(await admin('select 1 from app.case_wall where case_id = $1', [idOf(one)])).toEqual([]);
    expect(plain((await lead.get('/conflicts')).body)).toContain('Read again');
  });

  it('P7 a conflict that was decided is asked again with a reason; its walls stand until another lead says otherwise', async () => {
    const { one, other } = await likeness('Brambling Scoter');
    await watch();
    const path = `/conflicts/${await conflictOf(one)}`;
    expect((await lead.post(path, { decision: 'separate' })).statusCode).toBe(303);
    const walls = () =>
      admin('select 1 from app.case_wall where case_id = any ($1::uuid[]) and lifted_at is null', [
        [idOf(one), idOf(other)],
      ]);
    expect(await walls()).toHaveLength(2);
    const unsaid = await lead.post(`${path}/ask-again`, {}, { on: path });
    expect(unsaid.statusCode).toBe(400);
    expect(plain(unsaid.body)).toContain('Select why it is asked again');
    const asked = await lead.post(`${path}/ask-again`, { reason: 'chosen-by-mistake' }, { on: path });
    expect(asked.statusCode).toBe(303);
    const held = plain((await lead.get(path)).body);
    expect(held).toContain('Asked again');
    expect(held).toContain('Before: kept apart');
    expect(await walls()).toHaveLength(2);
    const alone = await lead.post(path, { decision: 'not-the-same' });
    expect(alone.statusCode).toBe(400);
    expect(plain(alone.body)).toContain('another duty lead must give another answer');
    expect(await walls()).toHaveLength(2);
    expect(await decideAs('manager', one, 'not-the-same')).toEqual({
      kind: 'decided',
      decision: 'not-the-same',
    });
    expect(await walls()).toEqual([]);
    const lifted = await admin<{ lifted_by: string }>(
      'select distinct lifted_by from app.case_wall where case_id = any ($1::uuid[])',
      [[idOf(one), idOf(other)]],
    );
    expect(lifted).toEqual([{ lifted_by: web().instance.persona('manager').userId }]);
    const events = await admin<{ event_type: string; reason: string | null }>(
      `select event_type, reason from app.journal where subject_kind = 'conflict' and subject_id = $1 order by sequence`,
      [await conflictOf(one)],
    );
    expect(events.map(({ event_type, reason }) => [event_type, reason])).toEqual([
      ['conflict.held', null],
      ['conflict.decided', 'separate'],
      ['conflict.asked-again', 'chosen-by-mistake'],
      ['conflict.decided', 'not-the-same'],
    ]);
  });

  it('whoever asked again may leave it as it was, and its walls stand once', async () => {
    const { one, other } = await likeness('Garganey Pipit');
    await watch();
    const path = `/conflicts/${await conflictOf(one)}`;
    await lead.post(path, { decision: 'separate' });
    await lead.post(`${path}/ask-again`, { reason: 'new-details' }, { on: path });
    expect((await lead.post(path, { decision: 'separate' })).statusCode).toBe(303);
    const walls = await admin('select 1 from app.case_wall where case_id = any ($1::uuid[])', [
      [idOf(one), idOf(other)],
    ]);
    expect(walls).toHaveLength(2);
  });

  it('P7 the database lets nobody give another answer to what they asked again', async () => {
    const { one } = await likeness('Whimbrel Godwit');
    await watch();
    const path = `/conflicts/${await conflictOf(one)}`;
    await lead.post(path, { decision: 'separate' });
    await lead.post(`${path}/ask-again`, { reason: 'new-details' }, { on: path });
    const { userId, role, agencyId, teamId } = web().instance.persona('lead');
    const forged = wallSource.transaction(async (manager) => {
      await manager.query('select app.begin_work($1, $2, $3, $4)', [role, userId, agencyId, teamId]);
      await manager.query(
        `update wall.conflict set state = 'different-person', next_due_at = null, decided_by = $2, decided_at = now()
         where case_id = $1`,
        [idOf(one), userId],
      );
    });
    await expect(forged).rejects.toThrow(/conflict_other_answer_by_another/);
  });

  it('asks for what is missing', async () => {
    const path = await desk.aCase();
    expect((await desk.responder.post(`${path}/suspects/new`)).statusCode).toBe(400);
    const short = await desk.responder.post(`${path}/suspects/new`, { name: 'Wren' });
    expect(plain(short.body)).toContain('Enter a first and a last name');
    const wrong = await desk.responder.post(`${path}/suspects/new`, { name: 'Robin Wren', bornDay: '45' });
    expect(plain(wrong.body)).toContain('Enter a real date of birth');
  });
});
