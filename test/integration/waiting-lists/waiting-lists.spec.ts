import { ReleaseWaitingFigures } from '#libs/casework';
import { instant, type ServiceId, type ServiceRequestId } from '#libs/domain';
import { roomOfServices, waitingLists, type WaitingListsRead } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { disclosureOf } from '../../support/disclosure';
import { PromiseActs } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { RequestActs, WILLOW_ISVA, REPORTED } from '../service-requests/support';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new RequestActs(instance);

beforeEach(() => instance().setNow(MONDAY));

async function accepted(): Promise<ServiceRequestId> {
  const { caseId } = await promise.refer(REPORTED);
  const requestId = await acts.sent(caseId);
  await acts.accept(await acts.now(requestId));
  return requestId;
}

const read = (key: string): Promise<WaitingListsRead> => {
  const { webWork, persona } = instance();
  return webWork.read(persona(key), (manager, now) => waitingLists(manager, { actor: persona(key), now }));
};
const willow = ({ lists }: WaitingListsRead) =>
  lists.find(({ listed }) => listed?.service.id === WILLOW_ISVA)?.shown;
const release = () =>
  new ReleaseWaitingFigures(
    instance().workerWork,
    instance().pack.timezone,
    disclosureOf(instance().pack),
  ).execute();

describe('what a service carries', () => {
  it('is one count for routing, for its coordinator and for waiting lists', async () => {
    const first = await accepted();
    const adviser = instance().persona('adviser').userId;
    await acts.allocate(await acts.now(first), adviser);
    const second = await accepted();
    await acts.allocate(await acts.now(second), adviser);
    await acts.start(await acts.now(second));
    const { caseId } = await promise.refer(REPORTED);
    await acts.sent(caseId);
    await accepted();
    const { webWork, persona } = instance();
    const room = await webWork.read(persona('coordinator'), roomOfServices);
    expect(room.get(WILLOW_ISVA)).toMatchObject({ supported: 1, waiting: 2, caseload: 2, unanswered: 1 });
    const counted = await webWork.run(persona('responder'), (tx) => tx.routing.counts());
    expect(counted).toContainEqual({ serviceId: WILLOW_ISVA, supported: 1, waiting: 2 });
    const shown = willow(await read('lead'));
    expect(shown).toMatchObject({ waiting: { value: 2 }, caseload: { value: 2 }, unanswered: 1 });
    const [{ case_limit } = { case_limit: 0 }] = await instance().admin<{ case_limit: number }>(
      'select case_limit from app.service_capacity where service_id = $1 order by revision desc limit 1',
      [WILLOW_ISVA],
    );
    expect([shown?.room, room.get(WILLOW_ISVA)?.room]).toEqual([case_limit - 3, case_limit - 3]);
  });

  it('is no full service where nobody has stated a limit', async () => {
    const unlimited = await instance().admin<{ service_id: ServiceId }>(
      `select s.service_id from app.directory_service s where not exists (
         select 1 from app.service_capacity k where k.service_id = s.service_id and k.case_limit is not null)`,
    );
    expect(unlimited.length).toBeGreaterThan(0);
    const room = await instance().webWork.read(instance().persona('lead'), roomOfServices);
    for (const { service_id } of unlimited) expect(room.get(service_id)?.room).toBeNull();
  });

  it('P7 is told in the database to nobody but those who route, and to a provider of itself', async () => {
    await accepted();
    const { webWork, persona } = instance();
    const told = (actor = persona('coordinator')) => webWork.read(actor, roomOfServices);
    for (const key of ['officer', 'commissioner', 'auditor', 'safeguarding'])
      expect([key, (await told(persona(key))).size]).toEqual([key, 0]);
    const own = await told();
    expect([own.has(WILLOW_ISVA), own.size < (await told(persona('responder'))).size]).toEqual([true, true]);
    expect((await told(persona('sarc'))).has(WILLOW_ISVA)).toBe(false);
  });
});

describe('how long people wait', () => {
  it('counts who waits at the desk because nobody was asked yet, for leads alone', async () => {
    const { caseId } = await promise.refer(REPORTED);
    await acts.proposed(caseId, { serviceId: null, kind: 'counselling' });
    const desk = (of: WaitingListsRead) => of.lists.filter(({ listed }) => listed === null);
    expect(desk(await read('lead'))).toMatchObject([
      { kind: 'counselling', shown: { waiting: { value: 1 } } },
    ]);
    expect(desk(await read('coordinator'))).toEqual([]);
  });

  it('P10 counts an instant that has passed by the history of requests, however late it is counted', async () => {
    const at = '2026-03-31T23:00:00Z';
    const requestId = await accepted();
    await instance().setNow(at);
    const counted = () =>
      instance().workerWork.run({ kind: 'service', process: 'timers' }, (tx) =>
        tx.waitingReleases.countedAt(instant(at)),
      );
    const live = willow(await read('lead'));
    const then = (await counted()).find(({ serviceId }) => serviceId === WILLOW_ISVA)?.figures;
    expect(live).toMatchObject({
      waiting: { value: then?.waiting },
      caseload: { value: then?.caseload },
    });
    expect(then?.waiting).toBeGreaterThan(0);
    await instance().setNow('2026-05-20T10:00:00Z');
    await acts.withdraw(await acts.now(requestId));
    const later = (await counted()).find(({ serviceId }) => serviceId === WILLOW_ISVA)?.figures;
    expect(later).toEqual(then);
  });

  it('P7 is told to a commissioner as it stood when the month began, and changes for nobody within it', async () => {
    await accepted();
    await instance().setNow('2026-04-02T10:00:00Z');
    expect(await read('commissioner')).toEqual({ lists: [], published: true, asAt: null, rule: null });
    await release();
    const published = await read('commissioner');
    expect(published.asAt).toBe(instant('2026-03-31T23:00:00Z'));
    expect(willow(published)).toMatchObject({ waiting: { kind: 'hidden' }, longest: { kind: 'hidden' } });
    await accepted();
    await release();
    expect(await read('commissioner')).toEqual(published);
    const [lines] = await instance().admin<{ n: string }>('select count(*) as n from app.waiting_release');
    expect(lines?.n).toBe('1');
  });

  it('P7 has no table and no function with a small number in it for a commissioner', async () => {
    await accepted();
    const { web, persona } = instance();
    const { userId, agencyId, teamId } = persona('commissioner');
    const rows = await web.transaction(async (manager) => {
      await manager.query('select app.begin_work($1, $2, $3, $4)', [
        'commissioner',
        userId,
        agencyId,
        teamId,
      ]);
      return manager.query<unknown[]>('select 1 from app.waiting_figures()');
    });
    expect(rows).toEqual([]);
    await instance().admin(
      `insert into app.waiting_release (as_at, rule_id, rule_version, made_at)
       values ('2026-01-01Z', 'small-counts', '2026-1', '2026-01-02Z')`,
    );
    const line = (waiting: number, weeks: number | null) =>
      instance().admin(
        `insert into app.waiting_release_line (as_at, service_id, kind, waiting, longest_weeks)
         values ('2026-01-01Z', $1, 'isva', $2, $3)`,
        [WILLOW_ISVA, waiting, weeks],
      );
    await expect(line(5, null)).rejects.toThrow('waiting_release_line_rounded');
    await expect(line(12, null)).rejects.toThrow('waiting_release_line_rounded');
    await expect(line(10, 3)).rejects.toThrow('waiting_release_line_of_enough');
  });
});
