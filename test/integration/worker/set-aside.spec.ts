import { CloseCasesOfTheDead, MatchReferrals, SweepConsent } from '#libs/casework';
import { countSetAside, MatchQueue, takeUntoldFailures } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { ConsentActs } from '../consent/support';

const MONDAY = '2026-03-02T10:05:30Z';
const REPORTED = '2026-03-02T10:00:00Z';

describe('work that fails', () => {
  const instance = useInstance();
  const promise = new PromiseActs(instance);
  const consent = new ConsentActs(instance);
  const admin = <Row>(sql: string, values: unknown[] = []) => instance().admin<Row>(sql, values);
  beforeEach(() => instance().setNow(MONDAY));

  /** From here on no statement of this kind may touch the row: a bug, a damaged row, a check that no longer holds. */
  async function poison(table: string, act: string, { column, id }: { column: string; id: string }) {
    await admin(
      `create function app.poisoned() returns trigger language plpgsql as $$ begin
         if old.${column} = '${id}'::uuid then raise exception 'poisoned by the test'; end if;
         return case tg_op when 'DELETE' then old else new end;
       end $$`,
    );
    await admin(
      `create trigger poisoned before ${act} on ${table} for each row execute function app.poisoned()`,
    );
    return () => admin(`drop function app.poisoned() cascade`);
  }
  const rest = () =>
    admin("update app.set_aside_work set failed_at = failed_at - interval '1 day', retry_at = now()");
  const setAside = () =>
    admin<{ kind: string; row_id: string; tries: number; fault: string }>(
      'select kind, row_id, tries, fault from app.set_aside_work',
    );

  /** Somebody who died, with a case at another agency that whoever recorded it could not close. */
  async function dead(): Promise<ReferredCase> {
    const found = await promise.refer(REPORTED);
    await admin(
      `insert into app.contact_stop (stop_id, person_id, case_id, handling_agency_id, cause, stopped_by, stopped_at)
       select uuidv7(), person_id, case_id, handling_agency_id, 'died', $2, app.service_now()
       from app.case_file where case_id = $1`,
      [found.caseId, instance().persona('lead').userId],
    );
    return found;
  }
  const closings = async (cases: readonly ReferredCase[]) => {
    const rows = await admin<{ case_id: string; n: number }>(
      `select c.case_id, count(j.*)::integer as n from app.case_file c
       left join app.journal j on j.case_id = c.case_id and j.event_type = 'case.closed'
       where c.case_id = any($1) group by 1`,
      [cases.map(({ caseId }) => caseId)],
    );
    return cases.map(({ caseId }) => rows.find(({ case_id }) => case_id === caseId)?.n);
  };

  it('closes the cases of the dead with the call that was promised and the offer that was open, each once', async () => {
    const { caseId } = await dead();
    const { userId } = instance().persona('responder');
    await admin(
      `insert into app.call_back (call_back_id, case_id, handling_agency_id, at, made_by, made_at, flags)
       select uuidv7(), case_id, handling_agency_id, '2026-03-09T10:00:00Z', $2, '2026-03-02T10:00:00Z', '{}'
       from app.case_file where case_id = $1`,
      [caseId, userId],
    );
    await admin(
      `insert into app.handover (handover_id, case_id, handling_agency_id, reference, kind, to_user_id, offered_by,
         offered_at)
       select uuidv7(), case_id, handling_agency_id, reference, 'assign', $2, $2, app.service_now()
       from app.case_file where case_id = $1`,
      [caseId, userId],
    );
    const close = new CloseCasesOfTheDead(instance().workerWork);
    await Promise.all([close.execute({ limit: 20 }), close.execute({ limit: 20 })]);
    await close.execute({ limit: 20 });

    expect(await setAside()).toEqual([]);
    expect(
      await admin(
        `select c.contact_state, b.ended, h.state from app.case_file c join app.call_back b using (case_id)
         join app.handover h using (case_id) where c.case_id = $1`,
        [caseId],
      ),
    ).toEqual([{ contact_state: 'closed', ended: 'case-closed', state: 'withdrawn' }]);
    expect(await closings([{ caseId } as ReferredCase])).toEqual([1]);
  });

  it('is set aside, holds up nothing else, is told once a try, and is done when it can be', async () => {
    const cases = [await dead(), await dead(), await dead()];
    const [, broken] = cases as [ReferredCase, ReferredCase, ReferredCase];
    const mend = await poison('app.case_file', 'update', { column: 'case_id', id: broken.caseId });
    const close = new CloseCasesOfTheDead(instance().workerWork);

    await close.execute({ limit: 20 });
    expect(await closings(cases)).toEqual([1, 0, 1]);
    expect(await setAside()).toEqual([
      { kind: 'case-of-the-dead', row_id: broken.caseId, tries: 1, fault: 'P0001' },
    ]);
    const { worker, webWork, persona } = instance();
    expect(await takeUntoldFailures(worker.manager)).toEqual([
      { kind: 'case-of-the-dead', id: broken.caseId, tries: 1, fault: 'P0001' },
    ]);
    expect(await takeUntoldFailures(worker.manager)).toEqual([]);
    expect(await webWork.read(persona('manager'), countSetAside)).toBe(1);
    expect(await webWork.read(persona('officer'), countSetAside)).toBe(0);

    expect(await close.execute({ limit: 20 })).toBe(0);
    await rest();
    await close.execute({ limit: 20 });
    const [again] = await admin<{ tries: number; longer: boolean }>(
      `select tries, retry_at > now() + interval '31 seconds' as longer from app.set_aside_work`,
    );
    expect(again).toEqual({ tries: 2, longer: true });

    await mend();
    await rest();
    await close.execute({ limit: 20 });
    expect(await closings(cases)).toEqual([1, 1, 1]);
    expect(await setAside()).toEqual([]);
  });

  it('of one referral leaves the matching of the others to go on', async () => {
    const [broken, other] = [await promise.refer(REPORTED), await promise.refer(REPORTED)];
    const { worker, workerWork, vault, ids } = instance();
    await caughtUp(instance(), new MatchQueue(worker));
    const mend = await poison('app.match_task', 'delete', { column: 'referral_id', id: broken.referralId });
    await new MatchReferrals(workerWork, vault, ids).execute({ limit: 50 });
    const waiting = await admin<{ referral_id: string }>(
      'select referral_id from app.match_task where referral_id = any($1)',
      [[broken.referralId, other.referralId]],
    );
    expect(waiting).toEqual([{ referral_id: broken.referralId }]);
    await mend();
    await rest();
    await new MatchReferrals(workerWork, vault, ids).execute({ limit: 50 });
    expect(await setAside()).toEqual([]);
  });

  it('of one override leaves the others to end at their limits, each once', async () => {
    const overrides: string[] = [];
    for (let number = 0; number < 2; number += 1) {
      const { caseId } = await promise.refer(REPORTED);
      const asked = await consent.askOverride(caseId, { purpose: 'support' });
      if (asked.kind !== 'asked') throw new Error(asked.kind);
      await consent.decide(asked.overrideId, { kind: 'confirm' });
      overrides.push(asked.overrideId);
    }
    const [broken = '', other = ''] = overrides;
    const mend = await poison('app.consent_override', 'update', { column: 'override_id', id: broken });
    await instance().setNow('2026-05-04T10:00:00Z');
    const sweep = new SweepConsent(instance().workerWork);
    await Promise.all([sweep.execute({ limit: 50 }), sweep.execute({ limit: 50 })]);
    const ended = () =>
      admin<{ subject_id: string }>(
        `select subject_id from app.journal where subject_id = any($1) and event_type = 'override.reached-limit'
         order by position`,
        [overrides],
      );
    expect(await ended()).toEqual([{ subject_id: other }]);
    await mend();
    await rest();
    await sweep.execute({ limit: 50 });
    await sweep.execute({ limit: 50 });
    expect((await ended()).map(({ subject_id }) => subject_id)).toEqual([other, broken]);
  });
});
