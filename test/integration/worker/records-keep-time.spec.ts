import { ChangeCard, FireDeadlines, type ReferralInput } from '#libs/casework';
import type { CaseId } from '#libs/domain';
import { boardCounts, CallHours, MessageStore, PromiseFactProjector } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ErasureActs } from '../erasure/support';

const MONDAY = '2026-03-02T10:05:30Z';
const REPORTED = '2026-03-02T10:00:00Z';

describe('clocks of records that are not like the others', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const erasing = new ErasureActs(instance);
  const admin = <Row>(sql: string, values: unknown[] = []) => instance().admin<Row>(sql, values);
  beforeEach(() => instance().setNow(MONDAY));

  const sweep = () =>
    new FireDeadlines(instance().workerWork, instance().ids).execute({
      wakeUps: null,
      via: 'sweep',
      limit: 500,
      graceMilliseconds: 0,
    });
  const standing = async (caseId: CaseId) => {
    const [row] = await admin<Record<string, unknown>>(
      `select owner_team_id is not null as owned, contact_state, next_due_at, act_by_at,
         (select array_agg(d.state order by d.due_at) from app.deadline d where d.case_id = c.case_id) as clocks
       from app.case_file c where c.case_id = $1`,
      [caseId],
    );
    return row;
  };

  it.each<Partial<ReferralInput>>([
    { agreement: 'not-asked-yet' },
    { agreement: 'not-asked-yet', route: null },
  ])(
    'P1 P3 a referral of somebody whose name waits for their agreement has an owner, a clock and a due time: %j',
    async (change) => {
      const { caseId } = await promise.refer(REPORTED, change);
      expect(await standing(caseId)).toMatchObject({
        owned: true,
        next_due_at: expect.any(Date),
        act_by_at: expect.any(Date),
        clocks: ['running', 'running'],
      });
      await instance().setNow('2026-03-03T17:00:05Z');
      await sweep();
      expect(await standing(caseId)).toMatchObject({ clocks: ['breached', 'breached'] });
      expect(
        await admin(`select level from app.alert where case_id = $1 and state = 'raised'`, [caseId]),
      ).toEqual([{ level: 'duty-lead' }]);
    },
  );

  it('P3 P13 an erased person leaves their misses as they were: no timer fires, no alert and no mail follows', async () => {
    const { caseId, reference } = await promise.refer(REPORTED);
    await instance().setNow('2026-03-03T10:00:05Z');
    await sweep();
    await erasing.end(caseId);
    const facts = new PromiseFactProjector(instance().worker);
    const counted = async () => {
      await caughtUp(instance(), facts);
      return admin(
        `select (select json_agg(json_build_array(b.due_at, b.via) order by b.due_at) from app.deadline_breach b
             where b.case_id = $1) as breaches,
           (select json_agg(json_build_array(d.limb, d.state, d.next_fire_at) order by d.limb) from app.deadline d
             where d.case_id = $1) as deadlines,
           (select json_agg(f order by f.limb) from report.promise_fact f join app.deadline d using (deadline_id)
             where d.case_id = $1) as facts,
           (select count(*)::integer from app.alert a where a.case_id = $1) as alerts`,
        [caseId],
      );
    };
    const before = await counted();
    await erasing.approved(reference);
    expect(await erasing.carryOut()).toBe(1);
    expect(await counted()).toEqual(before);

    await instance().setNow('2026-03-10T10:00:00Z');
    await sweep();
    expect(await counted()).toEqual(before);
    const store = new MessageStore(instance().worker, instance().vault);
    await store.claim({ limit: 500 });
    const written = await store.take({ limit: 500 });
    expect(written.flatMap(({ references }) => references)).not.toContain(reference);
    expect(JSON.stringify(before)).toContain('breached');
  });

  it('P5 a single safe date counts when it comes, for the board and for the last safe time, with no act of anybody', async () => {
    const { caseId } = await promise.refer(REPORTED);
    const { webWork, vault, ids, persona } = instance();
    const change = async (part: Parameters<ChangeCard['execute']>[1]['change']) => {
      const [row] = await admin<{ revision: number }>(
        'select revision from app.case_file where case_id = $1',
        [caseId],
      );
      const once = await new ChangeCard(webWork, vault, ids).execute(
        persona('responder'),
        { caseId, revision: row!.revision, change: part, timezone: 'Europe/London' },
        onlyOnce(),
      );
      expect(once).toMatchObject({ result: { kind: 'changed' } });
    };
    const fridays = {
      timezone: 'Europe/London',
      schedule: { fri: [['18:00', '19:00']] },
      holidays: [],
    } as const;
    await change({ part: 'times', windows: fridays, never: null });
    await change({
      part: 'add-date',
      exception: {
        date: '2026-03-03',
        kind: 'open',
        spans: [
          ['08:00', '09:00'],
          ['14:00', '15:00'],
        ],
      },
    });
    const [card] = await admin<{ act_by_at: Date; act_by_safe: boolean }>(
      'select act_by_at, act_by_safe from app.case_file where case_id = $1',
      [caseId],
    );
    // The last safe second before the first clock runs out, on a Tuesday that is no day of the weekly hours.
    expect([card?.act_by_at.toISOString(), card?.act_by_safe]).toEqual(['2026-03-03T08:59:59.000Z', true]);

    const callHours = new CallHours();
    const openNow = async (iso: string) => {
      const now = await instance().setNow(iso);
      const actor = persona('responder');
      const { openHours } = await webWork.read(actor, (manager) =>
        boardCounts(manager, { userId: actor.userId, since: null, callHours }, now),
      );
      const [row] = await admin<{ open: boolean }>(
        'select call_hours = any($2::text[]) as open from app.case_file where case_id = $1',
        [caseId, openHours],
      );
      return row?.open;
    };
    expect(await openNow('2026-03-02T14:30:00Z')).toBe(false);
    expect(await openNow('2026-03-03T14:30:00Z')).toBe(true);
    expect(await openNow('2026-03-03T15:00:00Z')).toBe(false);
    expect(await openNow('2026-03-10T14:30:00Z')).toBe(false);
  });
});
