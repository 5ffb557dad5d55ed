import { ReleaseCasesOf, SetWall } from '#libs/casework';
import type { CaseId, WallTarget } from '#libs/domain';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { MONDAY, WILLOW } from '../consent/support';
import { REPORTED, RequestActs } from './support';

describe('whoever holds a request', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const acts = new RequestActs(instance);

  beforeEach(() => instance().setNow(MONDAY));

  async function held() {
    const { caseId } = await promise.refer(REPORTED);
    const requestId = await acts.sent(caseId);
    await acts.accept(await acts.now(requestId), 'coordinator', instance().persona('adviser').userId);
    await acts.start(await acts.now(requestId));
    return { caseId, requestId };
  }

  async function wall(caseId: CaseId, target: Exclude<WallTarget, { kind: 'apart' }>) {
    const { webWork, ids, persona } = instance();
    const revision = await acts.consent.revisionOf(caseId);
    const input = {
      caseId,
      revision,
      kind: 'staff' as const,
      target,
      spareReferrer: false,
      sparesLeads: false,
      basis: 'person-said' as const,
    };
    const once = await new SetWall(webWork, ids).execute(persona('lead'), input, onlyOnce());
    expect(once).toMatchObject({ kind: 'done', result: { kind: 'set' } });
  }

  /** As one that comes with a comparison of suspects: nobody at the desk had a hand in it. */
  const wallInTheDark = (
    caseId: CaseId,
    { user = null, agency = null }: { user?: string | null; agency?: string | null },
  ) =>
    instance().admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id,
         walled_agency_id, basis, set_by, set_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, $3, 'person-said', $4, now()
       from app.case_file where case_id = $1`,
      [caseId, user, agency, instance().persona('lead').userId],
    );

  it('and leaves gives it back to whoever coordinates, with a time of its own (P1, P15)', async () => {
    const { requestId } = await held();
    const left = instance().persona('adviser').userId;
    await new ReleaseCasesOf(instance().workerWork).execute({ kind: 'service', process: 'timers' }, left);
    expect(await acts.row(requestId)).toMatchObject({
      state: 'active',
      step: 'allocate',
      allocated_to: null,
    });
    const again = instance().persona('coordinator').userId;
    expect(await acts.allocate(await acts.now(requestId), again)).toMatchObject({ state: 'active' });
    expect(await acts.row(requestId)).toMatchObject({ step: 'review' });
  });

  it('and whose account is closed loses it though nobody thinks of it (P15)', async () => {
    const { requestId } = await held();
    const { userId } = instance().persona('adviser');
    await instance().admin(
      `update app.staff_user set state = 'disabled', disabled_at = now() where user_id = $1`,
      [userId],
    );
    await acts.timersAt('2026-03-02T10:10:00Z');
    expect(await acts.row(requestId)).toMatchObject({
      state: 'active',
      allocated_to: null,
      step: 'allocate',
    });
    await instance().admin(
      `update app.staff_user set state = 'active', disabled_at = null where user_id = $1`,
      [userId],
    );
  });

  it('and must not see the person loses it, and from then on it is not there for them (P7)', async () => {
    const { caseId, requestId } = await held();
    await wallInTheDark(caseId, { user: instance().persona('adviser').userId });
    await acts.timersAt('2026-03-02T10:10:00Z');
    expect(await acts.row(requestId)).toMatchObject({ allocated_to: null, step: 'allocate' });
    expect(await acts.review(await acts.now(requestId), 'adviser')).toEqual({ kind: 'not-found' });
    expect(await acts.allocate(await acts.now(requestId), instance().persona('adviser').userId)).toEqual({
      kind: 'refused',
      reason: 'not-a-worker-here',
    });
  });

  it('that works for a walled agency is told it was taken back, and the need begins again (P1, P7)', async () => {
    const { caseId, requestId } = await held();
    await wall(caseId, { kind: 'agency', agencyId: WILLOW });
    expect(await acts.row(requestId)).toMatchObject({ state: 'withdrawn', withdraw_reason: 'not-possible' });
    expect(await acts.following(requestId)).toMatchObject({ state: 'proposed', step: 'choose' });
    expect(await acts.end(await acts.now(requestId), 'coordinator')).toEqual({ kind: 'not-found' });
    expect(await acts.propose(caseId, {}, 'lead')).toEqual({ kind: 'refused', reason: 'not-possible' });
  });

  it('is moved by the timer where a wall came up without anybody at the desk', async () => {
    const { caseId, requestId } = await held();
    await wallInTheDark(caseId, { agency: WILLOW });
    await acts.timersAt('2026-03-02T10:10:00Z');
    expect(await acts.row(requestId)).toMatchObject({ state: 'withdrawn', withdraw_reason: 'not-possible' });
    expect(await acts.following(requestId)).toMatchObject({ step: 'choose' });
  });
});
