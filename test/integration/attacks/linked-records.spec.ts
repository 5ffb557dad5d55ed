import {
  CloseCasesOfTheDead,
  DecideMatch,
  HandOverMessages,
  MatchReferrals,
  SettleLinkedRecords,
  StopContact,
  WithdrawConsent,
  type PersonTransport,
} from '#libs/casework';
import type { CaseId, MatchReviewId, StopCause } from '#libs/domain';
import { MatchQueue } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';
import { messagesOf, NOW, queueMail, TIMEZONE, withEmail } from '../person-messages/support';

const instance = useInstance();
const acts = new PromiseActs(instance);
let serial = 10;

beforeEach(() => instance().setNow(NOW));

/** Two referrals of one person with one number; the second has an e-mail route of its own. */
async function twoRecords() {
  serial += 1;
  const route = {
    kind: 'mobile',
    value: `+4477009001${serial}`,
    whose: null,
    call: 'yes',
    text: 'yes',
    voicemail: 'no',
    email: 'unknown',
  } as const;
  const who = {
    nameToAskFor: 'Sample Wren',
    fullName: 'Sarah Wren',
    age: { kind: 'born', bornOn: `1990-04-${serial}` } as const,
    route,
    crimeReference: null,
  };
  const one = await acts.refer('2026-03-02T09:00:00Z', who);
  const other = await acts.refer('2026-03-02T09:30:00Z', who, 'officer-south');
  return { one, other };
}

async function reviewOf({ caseId }: ReferredCase): Promise<{ review_id: MatchReviewId; revision: number }> {
  const { worker, workerWork, vault, ids, admin } = instance();
  await caughtUp(instance(), new MatchQueue(worker));
  const matching = new MatchReferrals(workerWork, vault, ids);
  while ((await matching.execute({ limit: 20 })) > 0);
  const [row] = await admin<{ review_id: MatchReviewId; revision: number }>(
    `select review_id, revision from app.match_review
     where $1 in (case_id, other_case_id) and 'same-birth' = any (evidence) order by found_at desc`,
    [caseId],
  );
  if (!row) throw new Error('the two records look alike');
  return row;
}

async function link(record: ReferredCase) {
  const { review_id: reviewId, revision } = await reviewOf(record);
  const { webWork, vault, ids, persona } = instance();
  const input = { reviewId, revision, decision: 'same-person', reason: 'details-agree', note: null } as const;
  const once = await new DecideMatch(webWork, vault, ids).execute(persona('responder'), input, onlyOnce());
  expect(once).toMatchObject({ result: { kind: 'decided' } });
}

const revisionOf = async (caseId: CaseId) =>
  (
    await instance().admin<{ revision: number }>('select revision from app.case_file where case_id = $1', [
      caseId,
    ])
  )[0]?.revision ?? 0;

async function stop({ caseId }: ReferredCase, cause: StopCause) {
  const { webWork, ids, persona } = instance();
  const input = { caseId, revision: await revisionOf(caseId), cause };
  return new StopContact(webWork, ids).execute(persona('responder'), input, onlyOnce());
}

const cardOf = async ({ personId }: ReferredCase) => {
  const [row] = await instance().admin<{ stopped: boolean; states: string[]; call: string[] }>(
    `select c.stopped, array(select r.state from app.contact_route r where r.person_id = $1 order by r.rank) as states,
       array(select r.permissions ->> 'call' from app.contact_route r where r.person_id = $1 order by r.rank) as call
     from app.safe_contact_card c where c.person_id = $1 order by c.version desc limit 1`,
    [personId],
  );
  return row;
};

const caseOf = async ({ caseId }: ReferredCase) => {
  const [row] = await instance().admin<{ contact_state: string; close_reason: string | null; stops: number }>(
    `select c.contact_state,
       (select j.reason from app.journal j where j.case_id = c.case_id and j.event_type = 'case.closed') as close_reason,
       (select count(*)::integer from app.journal j where j.case_id = c.case_id and j.event_type = 'contact.stopped')
         as stops
     from app.case_file c where c.case_id = $1`,
    [caseId],
  );
  return row;
};

async function settled() {
  const { workerWork } = instance();
  const linked = new SettleLinkedRecords(workerWork);
  for (let round = 0; round < 5 && (await linked.execute({ limit: 20 })) > 0; round += 1);
  expect(await linked.execute({ limit: 20 })).toBe(0);
}

/** Sends what may be sent now and answers how much left. */
async function sent(): Promise<number> {
  const { workerWork, vault, ids } = instance();
  let left = 0;
  const transport: PersonTransport = {
    channels: ['email', 'text'],
    handOver: () => {
      left += 1;
      return Promise.resolve('accepted');
    },
  };
  const handOver = new HandOverMessages(workerWork, vault, transport, { ids, timezone: TIMEZONE });
  while ((await handOver.execute({ limit: 20 })).claimed > 0);
  return left;
}

describe('what makes contact unsafe on one record of a person', () => {
  it.each(['stop-word', 'asked-to-stop'] as const)(
    'P5 %s: nothing leaves for a linked record either, from the same commit on, and its case is held once',
    async (cause) => {
      const { one, other } = await twoRecords();
      await link(one);
      const mailed = await withEmail(instance(), other);
      await queueMail(instance(), mailed);
      expect(await stop(one, cause)).toMatchObject({ result: { kind: 'stopped' } });
      expect(await cardOf(other)).toMatchObject({ stopped: true });
      expect(await messagesOf(instance(), other.caseId)).toMatchObject([
        { state: 'cancelled', reason: cause },
      ]);
      expect(await sent()).toBe(0);
      await settled();
      expect(await caseOf(other)).toEqual({
        contact_state: 'no-safe-route',
        close_reason: null,
        stops: 1,
      });
      const told = await instance().admin(
        `select 1 from app.journal where event_type = 'message.cancelled' and case_id = $1 and reason = $2`,
        [other.caseId, cause],
      );
      expect(told).toHaveLength(1);
    },
  );

  it('P5 a death closes the linked record too, with its own reason, once', async () => {
    const { one, other } = await twoRecords();
    await link(one);
    await stop(one, 'asked-to-stop');
    await stop(one, 'died');
    expect(await cardOf(other)).toMatchObject({ stopped: true });
    await settled();
    await new CloseCasesOfTheDead(instance().workerWork).execute({ limit: 20 });
    expect(await caseOf(other)).toMatchObject({ contact_state: 'closed', close_reason: 'died' });
    expect(await caseOf(one)).toMatchObject({ contact_state: 'closed', close_reason: 'died' });
  });

  it('P5 P7 a linked record behind a wall is stopped as well, and its message told without the case', async () => {
    const { one, other } = await twoRecords();
    await link(one);
    const mailed = await withEmail(instance(), other);
    await queueMail(instance(), mailed);
    const { admin, persona } = instance();
    await admin(
      `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by,
         set_at) select uuidv7(), person_id, case_id, handling_agency_id, 'staff', $2, 'person-said', $3, now()
       from app.case_file where case_id = $1`,
      [other.caseId, persona('responder').userId, persona('lead').userId],
    );
    expect(await stop(one, 'stop-word')).toMatchObject({ result: { kind: 'stopped' } });
    expect(await cardOf(other)).toMatchObject({ stopped: true });
    expect(await messagesOf(instance(), other.caseId)).toMatchObject([{ state: 'cancelled' }]);
    const [told] = await admin<{ case_id: string | null }>(
      `select j.case_id from app.journal j join app.person_message m on m.message_id = j.subject_id
       where m.case_id = $1 and j.event_type = 'message.cancelled'`,
      [other.caseId],
    );
    expect(told).toEqual({ case_id: null });
    await settled();
    expect(await caseOf(other)).toMatchObject({ contact_state: 'no-safe-route', stops: 1 });
  });

  it('P5 linking two records stops the one that was not, whichever side it is on', async () => {
    for (const stopped of ['one', 'other'] as const) {
      const pair = await twoRecords();
      await stop(pair[stopped], 'stop-word');
      await link(pair.one);
      expect([await cardOf(pair.one), await cardOf(pair.other)]).toMatchObject([
        { stopped: true },
        { stopped: true },
      ]);
    }
    await settled();
  });

  it('P5 records that are not linked, or no longer, are left alone', async () => {
    const { one, other } = await twoRecords();
    await link(one);
    await instance().admin(
      'update app.person_link set unlinked_by = linked_by, unlinked_at = now() where person_id = any ($1::uuid[])',
      [[one.personId, other.personId]],
    );
    await stop(one, 'stop-word');
    expect(await cardOf(other)).toMatchObject({ stopped: false });
  });

  it('P5 somebody else answered: the number is on hold on the linked record too, and nothing else of it', async () => {
    const { one, other } = await twoRecords();
    await link(one);
    await withEmail(instance(), other);
    await acts.attempt(one, 'someone-else-answered', {
      happened: '2026-03-02T10:11:00Z',
      typedIn: '2026-03-02T10:12:00Z',
    });
    expect(await cardOf(one)).toMatchObject({ states: ['suspended'] });
    expect(await cardOf(other)).toMatchObject({ states: ['suspended', 'active'] });
    await settled();
    expect(await caseOf(other)).toMatchObject({ contact_state: 'no-safe-route' });
  });

  it('P6 no more calls, said on one record, takes back calls and messages of the other', async () => {
    const { one, other } = await twoRecords();
    await link(one);
    const mailed = await withEmail(instance(), other);
    await queueMail(instance(), mailed);
    const { webWork, ids, persona } = instance();
    const once = await new WithdrawConsent(webWork, ids).execute(
      persona('responder'),
      {
        caseId: one.caseId,
        revision: await revisionOf(one.caseId),
        recipient: 'this-service',
        purpose: 'be-called',
        dataClass: null,
        giver: 'person',
        how: 'by-phone',
      },
      onlyOnce(),
    );
    expect(once).toMatchObject({ result: { kind: 'withdrawn' } });
    expect(await cardOf(other)).toMatchObject({ call: ['no', 'no'] });
    expect(await messagesOf(instance(), other.caseId)).toMatchObject([
      { state: 'cancelled', reason: 'consent-withdrawn' },
    ]);
    expect(await sent()).toBe(0);
    await settled();
    expect(await caseOf(other)).toMatchObject({ contact_state: 'no-safe-route' });
  });

  it('nobody carries over what does not stand', async () => {
    const { one, other } = await twoRecords();
    await link(one);
    const asked = (sql: string, id: unknown) =>
      instance().webWork.read(instance().persona('responder'), (manager) => manager.query(sql, [id]));
    await asked('select app.stop_linked($1)', one.personId);
    await asked('select app.hold_linked_routes($1)', one.routeId);
    await expect(asked('select app.linked_people($1)', one.personId)).rejects.toThrow(/permission denied/);
    expect(await cardOf(other)).toMatchObject({ stopped: false, states: ['active'], call: ['yes'] });
  });
});
