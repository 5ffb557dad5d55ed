import { AskAboutOneService } from '#libs/casework';
import type { CaseId, ServiceRequestId } from '#libs/domain';
import { PostgresWallWork, wallDataSourceOptions } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { MONDAY } from '../consent/support';
import { REPORTED, RequestActs } from './support';

const SOON = '2026-03-02T10:20:00Z';

describe('two people who are kept apart', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);
  const idOf = (key: string) => instance().persona(key).userId;
  let wallSource: DataSource;

  beforeAll(async () => {
    wallSource = await new DataSource(wallDataSourceOptions(instance().database.url('wall'))).initialize();
  });
  afterAll(() => wallSource.destroy());
  beforeEach(() => instance().setNow(MONDAY));

  const askLead = () =>
    new AskAboutOneService(instance().workerWork, new PostgresWallWork(wallSource)).execute();

  /** As when a comparison finds them after both were referred, and a duty lead separates the workers. */
  async function keptApart(one: ReferredCase, other: ReferredCase): Promise<string> {
    for (const [around, from] of [
      [one, other],
      [other, one],
    ] as const) {
      await instance().admin(
        `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, apart_from_person_id,
           spares_leads, basis, set_by, set_at)
         select uuidv7(), person_id, case_id, handling_agency_id, 'conflict', $2, true, 'suspect-compared', $3, now()
         from app.case_file where case_id = $1`,
        [around.caseId, from.personId, idOf('lead')],
      );
    }
    const [conflict] = await instance().admin<{ id: string }>(
      `with s as (
         insert into wall.suspect (suspect_id, case_id, person_id, handling_agency_id, sealed, birth_known, recorded_by,
           recorded_at, compared)
         select uuidv7(), case_id, person_id, handling_agency_id, '\\x00', false, $3, now(), true
         from app.case_file where case_id = $1 returning *
       )
       insert into wall.conflict (conflict_id, suspect_id, case_id, other_person_id, other_case_id, handling_agency_id,
         shared, state, found_at, decided_by, decided_at)
       select uuidv7(), s.suspect_id, s.case_id, o.person_id, o.case_id, s.handling_agency_id, '{}', 'separate-workers',
         app.service_now(), $3, app.service_now()
       from s join app.case_file o on o.case_id = $2 returning conflict_id as id`,
      [one.caseId, other.caseId, idOf('lead')],
    );
    if (conflict === undefined) throw new Error('no conflict was stored');
    return conflict.id;
  }

  async function sentFor(referred: ReferredCase): Promise<ServiceRequestId> {
    return acts.sent(referred.caseId);
  }

  async function both() {
    const victim = await promise.refer(REPORTED);
    const suspect = await promise.refer(REPORTED);
    const first = await sentFor(victim);
    await instance().setNow('2026-03-02T10:10:00Z');
    const second = await sentFor(suspect);
    return { victim, suspect, first, second };
  }

  const conflictOf = async (id: string) => {
    const [row] = await instance().admin<{ state: string; because: string | null; next: Date | null }>(
      `select state, asked_again_because as because, next_due_at as next from wall.conflict where conflict_id = $1`,
      [id],
    );
    return row;
  };

  it('do not come to one service when the wall goes up after both were sent: the second comes back (P7)', async () => {
    const { victim, suspect, first, second } = await both();
    await acts.accept(await acts.now(first), 'coordinator', idOf('adviser'));
    await keptApart(victim, suspect);
    const refused = { kind: 'refused', reason: 'not-at-present' };
    expect(await acts.accept(await acts.now(second))).toEqual(refused);
    expect(await acts.accept(await acts.now(second), 'adviser', idOf('adviser'))).toEqual(refused);
    expect(await acts.row(second)).toMatchObject({ state: 'sent', share_id: null });
    await acts.timersAt(SOON);
    expect(await acts.row(second)).toMatchObject({ state: 'withdrawn', withdraw_reason: 'not-possible' });
    expect(await acts.following(second)).toMatchObject({ state: 'proposed', step: 'choose' });
    expect(await acts.row(first)).toMatchObject({ state: 'allocated', allocated_to: idOf('adviser') });
  });

  it('are not both lost to it where neither was accepted: the one who was sent first stays (P1)', async () => {
    const { victim, suspect, first, second } = await both();
    await keptApart(victim, suspect);
    await acts.timersAt(SOON);
    expect(await acts.row(first)).toMatchObject({ state: 'sent' });
    expect(await acts.row(second)).toMatchObject({ state: 'withdrawn', withdraw_reason: 'not-possible' });
    expect(await acts.accept(await acts.now(first))).toMatchObject({ kind: 'changed' });
  });

  it('whom one service supports already stay there, and the duty lead alone is asked, once (P7)', async () => {
    const { victim, suspect, first, second } = await both();
    for (const requestId of [first, second]) await acts.accept(await acts.now(requestId));
    const conflict = await keptApart(victim, suspect);
    await acts.timersAt(SOON);
    expect(await acts.row(first)).toMatchObject({ state: 'waiting' });
    expect(await acts.row(second)).toMatchObject({ state: 'waiting' });
    await askLead();
    expect(await conflictOf(conflict)).toMatchObject({ state: 'held', because: 'one-service' });
    const told = await instance().admin<{ user: string; case_id: CaseId | null }>(
      `select recipient_user_id as user, case_id from app.staff_notice where subject_id = $1`,
      [conflict],
    );
    expect(told).toEqual([{ user: idOf('lead'), case_id: null }]);
    const events = await instance().admin<{ case_id: CaseId | null; reason: string }>(
      `select case_id, reason from app.journal where subject_id = $1`,
      [conflict],
    );
    expect(events).toEqual([{ case_id: null, reason: 'one-service' }]);
    await instance().admin(
      `update wall.conflict set state = 'separate-workers', next_due_at = null, decided_at = app.service_now()
       where conflict_id = $1`,
      [conflict],
    );
    await askLead();
    expect(await conflictOf(conflict)).toMatchObject({ state: 'separate-workers', next: null });
  });

  it('are told to the duty lead too when one of them was taken back for the other (P7)', async () => {
    const { victim, suspect, first } = await both();
    await acts.accept(await acts.now(first));
    const conflict = await keptApart(victim, suspect);
    await acts.timersAt(SOON);
    await askLead();
    expect(await conflictOf(conflict)).toMatchObject({ state: 'held', because: 'one-service' });
  });

  it('are not given to one adviser, whoever gives, and nobody is told why (P7)', async () => {
    const { victim, suspect, first, second } = await both();
    for (const requestId of [first, second]) await acts.accept(await acts.now(requestId));
    await keptApart(victim, suspect);
    await acts.allocate(await acts.now(first), idOf('adviser'));
    expect(await acts.allocate(await acts.now(second), idOf('adviser'))).toEqual({
      kind: 'refused',
      reason: 'not-a-worker-here',
    });
    expect(await acts.allocate(await acts.now(second), idOf('adviser'), 'adviser')).toEqual({
      kind: 'refused',
      reason: 'coordinator-allocates',
    });
    expect(await acts.allocate(await acts.now(second), idOf('coordinator'))).toMatchObject({
      kind: 'changed',
    });
  });

  it.each(['sarc', 'officer', 'commissioner', 'administrator'])(
    'are told to %s by none of the functions that decide it (P7)',
    async (key) => {
      const { victim, suspect, first, second } = await both();
      await acts.accept(await acts.now(first), 'coordinator', idOf('adviser'));
      await keptApart(victim, suspect);
      const told = await instance().webWork.read(instance().persona(key), (manager) =>
        manager.query<unknown[]>(
          'select app.not_at_present($1) as accept, app.holds_the_other($2, $3) as hold',
          [second, suspect.caseId, idOf('adviser')],
        ),
      );
      expect(told).toEqual([{ accept: false, hold: false }]);
    },
  );
});
