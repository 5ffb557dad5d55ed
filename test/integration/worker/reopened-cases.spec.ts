import { AskPolice, DecideMatch, MatchReferrals, UndoMatch } from '#libs/casework';
import type { CaseId, MatchReviewId } from '#libs/domain';
import { MatchQueue, PromiseFactProjector } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

const MONDAY_NOON = '2026-03-02T12:00:00Z';
/** Of the later case: 24h on Tuesday 10:00, 1wd on Tuesday 17:00, which binds. */
const REPORTED = '2026-03-02T10:00:00Z';
const DUE = ['2026-03-03T10:00:00.000Z', '2026-03-03T17:00:00.000Z'];
const TUESDAY_EVENING = '2026-03-03T18:00:00Z';
const WEDNESDAY_AT_NINE = '2026-03-04T09:00:00Z';

interface Review {
  readonly review_id: MatchReviewId;
  readonly revision: number;
}

/** Two referrals that look like one person; the second is the one that closes as a duplicate. */
async function pair(serial: number): Promise<{ second: ReferredCase; review: Review }> {
  const { setNow, worker, workerWork, vault, ids, admin } = instance();
  await setNow(MONDAY_NOON);
  const wren = {
    nameToAskFor: 'Sample Wren',
    fullName: 'Sarah Wren',
    age: { kind: 'born', bornOn: `1991-03-${10 + serial}` },
    route: {
      kind: 'mobile',
      value: `+4477009${String(serial).padStart(5, '0')}`,
      whose: null,
      call: 'yes',
      text: 'no',
      voicemail: 'no',
      email: 'unknown',
    },
  } as const;
  await acts.refer('2026-03-02T09:00:00Z', { ...wren, crimeReference: `ZZ/${serial}/26` });
  const second = await acts.refer(REPORTED, { ...wren, crimeReference: null }, 'officer-south');
  await caughtUp(instance(), new MatchQueue(worker));
  const matching = new MatchReferrals(workerWork, vault, ids);
  while ((await matching.execute({ limit: 20 })) > 0);
  const [review] = await admin<Review>(
    'select review_id, revision from app.match_review where case_id = $1 and other_case_id <> $1',
    [second.caseId],
  );
  if (!review) throw new Error('no review');
  return { second, review };
}

async function linkAt(iso: string, review: Review): Promise<void> {
  const { setNow, webWork, vault, ids, persona } = instance();
  await setNow(iso);
  const once = await new DecideMatch(webWork, vault, ids).execute(
    persona('responder'),
    {
      reviewId: review.review_id,
      revision: review.revision,
      decision: 'same-report',
      reason: 'details-agree',
      note: null,
    },
    onlyOnce(),
  );
  expect(once).toMatchObject({ result: { kind: 'decided' } });
}

async function undoAt(iso: string, { review_id: reviewId }: Review): Promise<void> {
  const { setNow, webWork, persona, ids, admin } = instance();
  await setNow(iso);
  const [row] = await admin<{ revision: number }>(
    'select revision from app.match_review where review_id = $1',
    [reviewId],
  );
  const once = await new UndoMatch(webWork, ids).execute(
    persona('lead'),
    { reviewId, revision: row!.revision, reason: 'chosen-by-mistake' },
    onlyOnce(),
  );
  expect(once).toMatchObject({ result: { kind: 'undone' } });
}

const breaches = async (caseId: CaseId) => {
  const rows = await instance().admin<{ due: Date; told: number }>(
    `select b.due_at as due, (select count(*)::integer from app.journal j
       where j.subject_id = b.deadline_id and j.event_type = 'deadline.breached') as told
     from app.deadline_breach b where b.case_id = $1 order by b.due_at`,
    [caseId],
  );
  return rows.map(({ due, told }) => [due.toISOString(), told]);
};

const openAlerts = (caseId: CaseId) =>
  instance().admin<{ level: string; limb: string }>(
    `select level, limb from app.alert where case_id = $1 and state = 'raised'`,
    [caseId],
  );

const MISSED_ONCE = DUE.map((due) => [due, 1]);

describe('a case that was closed as a duplicate by mistake', () => {
  it('P3 P4 misses what fell due meanwhile once, at its instant, and calls somebody', async () => {
    const { second, review } = await pair(1);
    await linkAt('2026-03-02T13:00:00Z', review);
    await acts.sweepAt(TUESDAY_EVENING);
    expect(await breaches(second.caseId)).toEqual([]);

    await undoAt(WEDNESDAY_AT_NINE, review);
    await acts.sweepAt('2026-03-04T09:01:00Z');
    await acts.sweepAt('2026-03-04T09:02:00Z');

    expect(await breaches(second.caseId)).toEqual(MISSED_ONCE);
    expect(await openAlerts(second.caseId)).toEqual([{ level: expect.any(String), limb: '1wd' }]);
    await caughtUp(instance(), new PromiseFactProjector(instance().worker));
    expect(
      await instance().admin(
        'select distinct cancelled, met_at from report.promise_fact where referral_id = $1',
        [second.referralId],
      ),
    ).toEqual([{ cancelled: false, met_at: null }]);
  });

  it('P3 P4 keeps a miss from before, and somebody is called about it anew', async () => {
    const { second, review } = await pair(2);
    await acts.sweepAt('2026-03-03T17:00:05Z');
    expect(await openAlerts(second.caseId)).toEqual([{ level: 'duty-lead', limb: '1wd' }]);
    await linkAt(TUESDAY_EVENING, review);
    expect(await openAlerts(second.caseId)).toEqual([]);

    await undoAt(WEDNESDAY_AT_NINE, review);
    await acts.sweepAt('2026-03-04T11:00:00Z');

    expect(await breaches(second.caseId)).toEqual(MISSED_ONCE);
    expect(await openAlerts(second.caseId)).toHaveLength(1);
  });

  it('P3 P4 was missed already when it closed although no timer had noticed, and is called about once open', async () => {
    const { second, review } = await pair(3);
    await linkAt(TUESDAY_EVENING, review);
    expect(await breaches(second.caseId)).toEqual(MISSED_ONCE);

    await undoAt(WEDNESDAY_AT_NINE, review);
    await acts.sweepAt('2026-03-04T11:00:00Z');

    expect(await breaches(second.caseId)).toEqual(MISSED_ONCE);
    expect(await openAlerts(second.caseId)).toHaveLength(1);
  });

  it('P1 has its owner, what is due next, the promised call and the questions to the police again', async () => {
    const { second, review } = await pair(4);
    const { admin, persona, webWork, ids } = instance();
    const { caseId } = second;
    const responder = persona('responder').userId;
    await admin('update app.case_file set owner_user_id = $2 where case_id = $1', [caseId, responder]);
    await admin(
      `insert into app.call_back (call_back_id, case_id, handling_agency_id, at, made_by, made_at, flags)
       select uuidv7(), case_id, handling_agency_id, '2026-03-05T16:00:00Z', $2, '2026-03-02T12:00:00Z', '{}'
       from app.case_file where case_id = $1`,
      [caseId, responder],
    );
    const asked = { caseId, kind: 'find-safe-route', cause: 'another-number-wanted' } as const;
    await new AskPolice(webWork, ids).execute(persona('responder'), asked, onlyOnce());
    const standing = async () => {
      const [row] = await admin(
        `select c.owner_user_id, c.next_due_at, c.act_by_at, c.contact_state,
           (select json_agg(b.at) from app.call_back b where b.case_id = c.case_id and b.ended is null) as calls,
           (select json_agg(t.kind order by t.kind) from app.police_task t
            where t.case_id = c.case_id and t.state = 'open') as questions
         from app.case_file c where c.case_id = $1`,
        [caseId],
      );
      return row;
    };
    const before = await standing();
    await linkAt('2026-03-02T13:00:00Z', review);
    expect(await standing()).toMatchObject({ next_due_at: null, calls: null, questions: null });

    await undoAt('2026-03-02T14:00:00Z', review);

    expect(await standing()).toEqual(before);
    expect(before).toMatchObject({ owner_user_id: responder, calls: [expect.anything()] });
  });

  it('P5 of somebody who is not to be contacted any more is open again with nobody to call', async () => {
    const { second, review } = await pair(5);
    const { admin, persona } = instance();
    await linkAt('2026-03-02T13:00:00Z', review);
    await admin(
      `insert into app.safe_contact_card
       select (jsonb_populate_record(null::app.safe_contact_card,
         to_jsonb(c) || jsonb_build_object('version', c.version + 1, 'stopped', true))).*
       from app.safe_contact_card c where c.person_id = $1 order by c.version desc limit 1`,
      [second.personId],
    );

    await undoAt('2026-03-02T14:00:00Z', review);

    const [row] = await admin('select contact_state from app.case_file where case_id = $1', [second.caseId]);
    expect(row).toEqual({ contact_state: 'no-safe-route' });
    expect(persona('lead').role).toBe('duty-lead');
  });
});
