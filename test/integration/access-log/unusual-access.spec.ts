import { JudgeAccess, OpenCase } from '#libs/casework';
import { UNUSUAL_ACCESS, type UnusualKind } from '#libs/domain';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { useWeb } from '../../support/web';

const web = useWeb();
const acts = new PromiseActs(() => web().instance);
let worked: ReferredCase;
let merelySeen: ReferredCase;

interface Found {
  readonly kind: UnusualKind;
  readonly actor_id: string;
  readonly person_id: string | null;
  readonly how_many: number;
}

const judge = () => {
  const { workerWork, vault, pack } = web().instance;
  return new JudgeAccess(workerWork, vault, pack.timezone);
};
const found = (on: string) =>
  web().instance.admin<Found>(
    `select kind, actor_id, person_id, how_many from app.unusual_access where on_day = $1
     order by kind, person_id`,
    [on],
  );
const open = async (key: string, { caseId }: ReferredCase) => {
  const { webWork, vault, persona } = web().instance;
  await new OpenCase(webWork, vault).execute(persona(key), caseId);
};
const idOf = (key: string) => web().instance.persona(key).userId;

beforeAll(async () => {
  const { setNow } = web().instance;
  await setNow('2026-03-02T10:05:30Z');
  worked = await acts.refer('2026-03-02T10:00:00Z');
  merelySeen = await acts.refer('2026-03-02T10:01:00Z');
  await open('responder', worked);
  await open('responder-two', worked);
  await open('responder-two', merelySeen);
  await open('responder-two', merelySeen);
  // The day after: the work that explains the first look.
  await setNow('2026-03-03T09:00:30Z');
  await acts.attempt(worked, 'no-answer', {
    happened: '2026-03-03T09:00:00Z',
    typedIn: '2026-03-03T09:00:30Z',
  });
});

describe('looks at people that are worth a question', () => {
  it('P8 are judged when the day after is over, and each day once', async () => {
    const { setNow } = web().instance;
    await setNow('2026-03-03T23:59:00Z');
    expect(await judge().execute()).toBe(false);
    await setNow('2026-03-04T00:00:05Z');
    expect(await judge().execute()).toBe(true);
    expect(await judge().execute()).toBe(false);
    expect(await found('2026-03-02')).toEqual([
      { kind: 'no-work', actor_id: idOf('responder-two'), person_id: expect.any(String), how_many: 1 },
      { kind: 'no-work', actor_id: idOf('responder-two'), person_id: expect.any(String), how_many: 2 },
    ]);
  });

  it('P8 are found by the last name, and by how many people there were', async () => {
    const { setNow, admin, persona, vault } = web().instance;
    const [profile] = await admin<{ sealed: Buffer }>(
      'select sealed from vault.staff_profile where user_id = $1',
      [idOf('lead')],
    );
    const own = await vault.of(idOf('lead'));
    if (own.kind !== 'open' || !profile) throw new Error('the lead has a name');
    const name = own.vault.open({ recordId: idOf('lead'), kind: 'staff-profile' }, profile.sealed)!.name;
    const namesake = await acts.refer('2026-03-03T10:00:00Z');
    const person = await vault.of(namesake.personId);
    if (person.kind !== 'open') throw new Error('the person has a key');
    await admin('update vault.person_record set sealed = $2 where record_id = $1', [
      namesake.personId,
      person.vault.seal(
        { recordId: namesake.personId, kind: 'identity' },
        { nameToAskFor: 'Quill', fullName: `Quill ${name.split(' ').at(-1)}`, bornOn: null },
      ),
    ]);
    await setNow('2026-03-05T10:00:00Z');
    await open('lead', namesake);
    const { userId, agencyId } = persona('manager');
    await admin(
      `insert into app.access_log (seen_at, actor_id, role, agency_id, person_id, what, basis, leaf_hash)
       select app.service_now(), $1, 'service-manager', $2, uuidv7(), 'identity', 'search', sha256('x')
       from generate_series(0, $3)`,
      [userId, agencyId, UNUSUAL_ACCESS.mostPeopleInADay],
    );
    await setNow('2026-03-07T00:00:05Z');
    while (await judge().execute());
    const kinds = (await found('2026-03-05')).map(({ kind, actor_id, how_many }) => [
      kind,
      actor_id,
      how_many,
    ]);
    expect(kinds).toEqual([
      ['many-people', userId, UNUSUAL_ACCESS.mostPeopleInADay + 1],
      ['no-work', idOf('lead'), 1],
      ['own-name', idOf('lead'), 1],
    ]);
  });

  it('P8 stand on a page of the auditor alone, by kind, without a name', async () => {
    const auditor = await web().signedIn('auditor');
    const all = await auditor.get('/audit/unusual');
    expect(all.statusCode).toBe(200);
    expect(all.body).toContain('Somebody with the same last name');
    expect(all.body).toContain(idOf('responder-two'));
    const own = (await auditor.get('/audit/unusual?kind=own-name')).body;
    expect(own).toContain(idOf('lead'));
    expect(own).not.toContain(idOf('responder-two'));
    expect((await auditor.get('/audit/unusual?kind=gossip')).statusCode).toBe(400);
    expect((await auditor.get('/audit/unusual?after=yesterday')).statusCode).toBe(400);
    for (const key of ['responder', 'lead', 'manager', 'officer', 'commissioner', 'administrator'])
      expect([key, (await (await web().signedIn(key)).get('/audit/unusual')).statusCode]).toEqual([key, 404]);
  });
});

describe('everybody who opened one record', () => {
  it('P8 is a list to print: each user once, with what they saw and why', async () => {
    const auditor = await web().signedIn('auditor');
    const { statusCode, body } = await auditor.get(`/audit/subject?reference=${merelySeen.reference}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('One user looked 2 times.');
    expect(body).toContain(idOf('responder-two'));
    expect(body).toContain('Name and date of birth or age');
    expect((await auditor.get(`/audit/subject?person=${merelySeen.personId}`)).body).toContain('2 times');
  });

  it.each([
    ['', 200],
    ['?reference=', 400],
    ['?reference=WM-0000-0000', 404],
    ['?reference=WM', 400],
    ['?person=%00', 400],
  ])('answers %s with %d', async (asked, status) => {
    expect((await (await web().signedIn('auditor')).get(`/audit/subject${asked}`)).statusCode).toBe(status);
  });

  it('is the auditor’s alone', async () => {
    for (const key of ['responder', 'lead', 'manager', 'officer', 'commissioner', 'administrator'])
      expect([key, (await (await web().signedIn(key)).get('/audit/subject')).statusCode]).toEqual([key, 404]);
  });
});
