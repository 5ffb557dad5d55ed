import { FireDeadlines, LeaveWalledHands, OfferHandover, SetWall, StepUrgentPages } from '#libs/casework';
import type { CaseId } from '#libs/domain';
import { MessageStore } from '#libs/persistence';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const MONDAY = '2026-03-02T10:05:30Z';
const REPORTED = '2026-03-02T10:00:00Z';

describe('a case in the hands of somebody whom a wall keeps from it', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  beforeEach(() => instance().setNow(MONDAY));

  const admin = <Row>(sql: string, values: unknown[] = []) => instance().admin<Row>(sql, values);
  const idOf = (key: string) => instance().persona(key).userId;
  const leave = () => new LeaveWalledHands(instance().workerWork).execute({ limit: 50 });

  async function owned(by: string, change: Parameters<PromiseActs['refer']>[1] = {}): Promise<ReferredCase> {
    const found = await promise.refer(REPORTED, change);
    await admin('update app.case_file set owner_user_id = $2 where case_id = $1', [found.caseId, idOf(by)]);
    return found;
  }
  /** A wall that came about behind every page's back: at intake, by another lead, by a decided conflict. */
  const wallBefore = (caseId: CaseId, key: string) =>
    admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by,
         set_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, 'declared-at-intake', $2, app.service_now()
       from app.case_file where case_id = $1`,
      [caseId, idOf(key)],
    );
  const ownerOf = async ({ caseId }: ReferredCase) => {
    const [row] = await admin<{ owner: string | null; next: Date | null }>(
      'select owner_user_id as owner, next_due_at as next from app.case_file where case_id = $1',
      [caseId],
    );
    return row;
  };
  const toldOf = (sql: string, caseId: CaseId) => admin<{ role: string }>(sql, [caseId]);
  const ALERTED = `select distinct u.role from app.alert a join app.alert_notice n using (alert_id)
    join app.staff_user u on u.user_id = n.recipient_user_id
    where a.case_id = $1 and a.state = 'raised' and not app.user_is_behind_wall(a.case_id, u.user_id)`;
  const PAGED = `select distinct u.role from app.urgent_page p join app.urgent_page_notice n using (page_id)
    join app.staff_user u on u.user_id = n.recipient_user_id
    where p.case_id = $1 and not app.user_is_behind_wall(p.case_id, u.user_id)`;

  it('P1 P15 goes back to the team with its clocks, its offer is withdrawn, and nobody holds it for a call', async () => {
    const found = await owned('responder');
    const offered = await new OfferHandover(instance().webWork, instance().ids).execute(
      instance().persona('responder'),
      { toUserId: idOf('responder-two') },
      onlyOnce(),
    );
    expect(offered).toMatchObject({ result: { kind: 'decided' } });
    await admin(
      `insert into app.case_claim (case_id, handling_agency_id, user_id, claimed_at, until_at)
       select case_id, handling_agency_id, $2, now(), now() + interval '15 minutes' from app.case_file where case_id = $1`,
      [found.caseId, idOf('responder')],
    );
    await wallBefore(found.caseId, 'responder');
    await Promise.all([leave(), leave()]);
    expect(await leave()).toBe(0);
    expect(await ownerOf(found)).toMatchObject({ owner: null, next: expect.any(Date) });
    expect(
      await admin(
        `select h.state, (select count(*)::integer from app.case_claim k where k.case_id = h.case_id) as claims,
           (select count(*)::integer from app.journal j where j.case_id = h.case_id and j.event_type = 'case.released')
             as released
         from app.handover h where h.case_id = $1`,
        [found.caseId],
      ),
    ).toEqual([{ state: 'withdrawn', claims: 0, released: 1 }]);
  });

  it('P7 is not offered to somebody behind the wall any longer', async () => {
    const found = await owned('responder');
    await new OfferHandover(instance().webWork, instance().ids).execute(
      instance().persona('responder'),
      { toUserId: idOf('responder-two') },
      onlyOnce(),
    );
    await wallBefore(found.caseId, 'responder-two');
    await leave();
    expect(await ownerOf(found)).toMatchObject({ owner: idOf('responder') });
    expect(await admin('select state from app.handover where case_id = $1', [found.caseId])).toEqual([
      { state: 'withdrawn' },
    ]);
  });

  it('leaves those hands when its owner moves to a walled team', async () => {
    const found = await owned('responder');
    const { agencyId } = instance().persona('responder');
    const [team] = await admin<{ team_id: string }>(
      `insert into app.team (team_id, agency_id, name) values (uuidv7(), $1, 'Sample night team') returning team_id`,
      [agencyId],
    );
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_team_id, basis, set_by,
         set_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, 'person-said', $3, app.service_now()
       from app.case_file where case_id = $1`,
      [found.caseId, team?.team_id, idOf('lead')],
    );
    await leave();
    expect(await ownerOf(found)).toMatchObject({ owner: idOf('responder') });
    const before = instance().persona('responder').teamId;
    await admin('update app.staff_user set team_id = $2 where user_id = $1', [
      idOf('responder'),
      team?.team_id,
    ]);
    await leave();
    expect(await ownerOf(found)).toMatchObject({ owner: null });
    await admin('update app.staff_user set team_id = $2 where user_id = $1', [idOf('responder'), before]);
  });

  it('P3 P7 an alert of it is told to somebody who may look, also one that was raised before the wall', async () => {
    const [before, after] = [await owned('responder'), await owned('responder')];
    await wallBefore(after.caseId, 'lead');
    await instance().setNow('2026-03-03T17:00:05Z');
    await new FireDeadlines(instance().workerWork, instance().ids).execute({
      wakeUps: null,
      via: 'sweep',
      limit: 500,
      graceMilliseconds: 0,
    });
    expect(await toldOf(ALERTED, before.caseId)).toEqual([{ role: 'duty-lead' }]);
    expect(await toldOf(ALERTED, after.caseId)).toEqual([{ role: 'service-manager' }]);

    await wallBefore(before.caseId, 'lead');
    expect(await toldOf(ALERTED, before.caseId)).toEqual([]);
    await leave();
    expect(await toldOf(ALERTED, before.caseId)).toEqual([{ role: 'service-manager' }]);
    expect(await leave()).toBe(0);

    const store = new MessageStore(instance().worker, instance().vault);
    await store.claim({ limit: 100 });
    const written = (await store.take({ limit: 100 })).flatMap(({ references, recipientUserId }) =>
      references.map((reference) => ({ reference, recipientUserId })),
    );
    const manager = idOf('manager');
    for (const { reference } of [before, after]) {
      expect(written.filter((one) => one.reference === reference)).toEqual([
        { reference, recipientUserId: manager },
      ]);
    }
  });

  it('P7 an urgent page of it steps at once to somebody who may look', async () => {
    const found = await owned('responder', { dangers: ['danger-now'] });
    const step = () => new StepUrgentPages(instance().workerWork).execute({ limit: 50 });
    await step();
    const paged = await admin<{ user_id: string }>(
      `select n.recipient_user_id as user_id from app.urgent_page p join app.urgent_page_notice n using (page_id)
       where p.case_id = $1`,
      [found.caseId],
    );
    expect(paged.length).toBeGreaterThan(0);
    for (const { user_id } of paged) {
      await admin(
        `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis,
           set_by, set_at)
         select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, 'person-said', $2, app.service_now()
         from app.case_file where case_id = $1`,
        [found.caseId, user_id],
      );
    }
    expect(await toldOf(PAGED, found.caseId)).toEqual([]);
    await leave();
    await step();
    expect((await toldOf(PAGED, found.caseId)).length).toBeGreaterThan(0);
    expect(await leave()).toBe(0);
  });

  it('P1 every case of the person moves with the wall itself, and a case of nobody behind it stays', async () => {
    const [first, second, other] = [
      await owned('responder'),
      await owned('responder'),
      await owned('responder-two'),
    ];
    for (const { caseId } of [second, other]) {
      await admin(
        `update app.case_file set person_id = (select person_id from app.case_file where case_id = $1) where case_id = $2`,
        [first.caseId, caseId],
      );
    }
    const [row] = await admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
      first.caseId,
    ]);
    const { webWork, ids, persona } = instance();
    const set = await new SetWall(webWork, ids).execute(
      persona('lead'),
      {
        caseId: first.caseId,
        revision: row!.revision,
        kind: 'staff',
        target: { kind: 'user', userId: idOf('responder') },
        spareReferrer: false,
        sparesLeads: false,
        basis: 'colleague-said',
      },
      onlyOnce(),
    );
    expect(set).toMatchObject({ result: { kind: 'set' } });
    const owners = [];
    for (const one of [first, second, other]) owners.push((await ownerOf(one))?.owner);
    expect(owners).toEqual([idOf('lead'), idOf('lead'), idOf('responder-two')]);
  });
});
