import { AddRoute, DecideMatch, MatchReferrals, OpenMatch, UndoMatch } from '#libs/casework';
import type { CaseId, MatchReviewId } from '#libs/domain';
import { MatchQueue, PromiseFactProjector } from '#libs/persistence';
import { caughtUp } from '../../support/caught-up';
import { onlyOnce, useInstance } from '../../support/instance';
import { PromiseActs, type ReferredCase } from '../../support/promise';

const instance = useInstance();
const acts = new PromiseActs(instance);

const BORN = { kind: 'born', bornOn: '1991-03-07' } as const;
const WREN = { nameToAskFor: 'Sample Wren', fullName: 'Sarah Wren', age: BORN };

beforeEach(() => instance().setNow('2026-03-02T12:00:00Z'));

async function matched(): Promise<void> {
  const { worker, workerWork, vault, ids } = instance();
  await caughtUp(instance(), new MatchQueue(worker));
  const matching = new MatchReferrals(workerWork, vault, ids);
  while ((await matching.execute({ limit: 20 })) > 0);
}

interface Row {
  review_id: MatchReviewId;
  state: string;
  evidence: string[];
  revision: number;
  kept_case_id: CaseId | null;
}

const reviewsOf = ({ caseId }: ReferredCase) =>
  instance().admin<Row>(
    `select review_id, state, evidence, revision, kept_case_id from app.match_review
     where case_id = $1 or other_case_id = $1`,
    [caseId],
  );

const decide = (
  review: Row,
  decision: 'same-report' | 'same-person' | 'different-person',
  who = 'responder',
) => {
  const { webWork, vault, ids, persona } = instance();
  const input = {
    reviewId: review.review_id,
    revision: review.revision,
    decision,
    reason: decision === 'different-person' ? ('details-differ' as const) : ('details-agree' as const),
    note: 'The referrer told us that it is the same morning',
  };
  return new DecideMatch(webWork, vault, ids).execute(persona(who), input, onlyOnce());
};

const undo = (review: Row, who = 'lead') =>
  new UndoMatch(instance().webWork, instance().ids).execute(
    instance().persona(who),
    { reviewId: review.review_id, revision: review.revision, reason: 'chosen-by-mistake' },
    onlyOnce(),
  );

const caseOf = async ({ caseId }: ReferredCase) => {
  const [row] = await instance().admin<Record<string, unknown>>(
    `select c.contact_state, c.closed_at, c.danger, c.next_due_at, r.state, r.feedback from app.case_file c
     join app.referral r using (referral_id) where c.case_id = $1`,
    [caseId],
  );
  return row;
};

async function pair(serial: number, change: object = {}) {
  const number = `+4477009${String(serial).padStart(5, '0')}`;
  const route = {
    kind: 'mobile',
    value: number,
    whose: null,
    call: 'yes',
    text: 'no',
    voicemail: 'no',
    email: 'unknown',
  } as const;
  const bornOn = `1991-03-${String(serial + 10)}`;
  const first = await acts.refer('2026-03-02T09:00:00Z', {
    ...WREN,
    age: { kind: 'born', bornOn },
    route,
    crimeReference: `ZZ/${serial}/26`,
  });
  const second = await acts.refer(
    '2026-03-02T10:00:00Z',
    {
      ...WREN,
      fullName: 'WREN, Sally',
      age: { kind: 'born', bornOn },
      route,
      crimeReference: null,
      ...change,
    },
    'officer-south',
  );
  await matched();
  const review = (await reviewsOf(second)).find(({ evidence }) => evidence.includes('same-birth'));
  if (!review) throw new Error('no review');
  return { first, second, review };
}

describe('matching after a referral is in', () => {
  it('asks a responder about two referrals of one person, once, with the evidence', async () => {
    const { first, second, review } = await pair(1);
    expect(review).toMatchObject({
      state: 'waiting',
      evidence: expect.arrayContaining(['same-birth', 'same-number']),
    });
    await matched();
    expect([await reviewsOf(first), await reviewsOf(second)]).toEqual([[review], [review]]);
  });

  it('looks again once something new is learnt of a person, from what was learnt', async () => {
    const route = {
      kind: 'mobile',
      value: '+447700955555',
      whose: null,
      call: 'yes',
      text: 'no',
      voicemail: 'no',
      email: 'unknown',
    } as const;
    const named = { nameToAskFor: 'Yaffle', fullName: 'Yaffle Moorhen', crimeReference: null };
    const first = await acts.refer('2026-03-02T09:00:00Z', { ...named, route });
    const second = await acts.refer('2026-03-02T09:30:00Z', { ...named, route: null });
    await matched();
    expect(await reviewsOf(second)).toEqual([]);
    const { webWork, vault, ids, persona } = instance();
    const added = { caseId: second.caseId, route, saidBy: 'person' as const };
    await new AddRoute(webWork, vault, ids).execute(persona('responder'), added, onlyOnce());
    await matched();
    expect(await reviewsOf(first)).toMatchObject([
      { state: 'waiting', evidence: ['same-name', 'same-number', 'same-age-band'] },
    ]);
  });

  it('asks nobody about two people who share a first name', async () => {
    const other = await acts.refer('2026-03-02T10:00:00Z', {
      nameToAskFor: 'Sarah Merlin',
      fullName: null,
      age: { kind: 'born', bornOn: '1970-12-30' },
      route: null,
      crimeReference: null,
    });
    await matched();
    expect(await reviewsOf(other)).toEqual([]);
  });

  it('P8 shows both people side by side only after an access row for each', async () => {
    const { first, second, review } = await pair(2);
    const { webWork, vault, persona, admin } = instance();
    const opened = await new OpenMatch(webWork, vault).execute(persona('responder'), review.review_id);
    expect(opened).toMatchObject({
      kind: 'opened',
      sides: [{ facts: { names: ['Sample Wren', 'WREN, Sally'] } }, {}],
    });
    const rows = await admin<{ person_id: string }>(
      `select person_id from app.access_log where basis = 'match-review' and person_id = any($1::uuid[])`,
      [[first.personId, second.personId]],
    );
    expect(rows).toHaveLength(2);
  });

  it.each(['officer', 'commissioner', 'auditor', 'manager', 'sarc', 'administrator'])(
    'P7 %s can neither read a review nor decide it, and reads and probes no marks',
    async (who) => {
      const { review } = await pair(3).catch(async () => ({
        review: (await instance().admin<Row>('select * from app.match_review limit 1'))[0]!,
      }));
      const { webWork, vault, persona } = instance();
      expect(await new OpenMatch(webWork, vault).execute(persona(who), review.review_id)).toEqual({
        kind: 'not-found',
      });
      expect(await decide(review, 'same-person', who)).toMatchObject({ result: { kind: 'not-found' } });
      const seen = await webWork.read(persona(who), async (manager) => [
        await manager.query('select 1 from vault.search_mark'),
        await manager.query('select 1 from app.match_review'),
        await manager.query('select 1 from app.person_link'),
        await manager.query(`select 1 from app.journal where subject_kind = 'match'`),
      ]);
      expect(seen.slice(0, 3)).toEqual([[], [], []]);
      if (who !== 'auditor') expect(seen[3]).toEqual([]);
    },
  );

  it('P7 an officer marks the own referral and nobody else’s person', async () => {
    const { first } = await pair(4);
    const south = instance().persona('officer-south');
    const forged = instance().webWork.read(south, (manager) =>
      manager.query(
        `insert into vault.search_mark (person_id, kind, mark, handling_agency_id)
         select $1, 'birth', 1, handling_agency_id from app.referral limit 1`,
        [first.personId],
      ),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('deciding and taking back', () => {
  it('P4 one report: the later promise closes as a duplicate with its own reason, danger stays, and undo restores it', async () => {
    const { first, second, review } = await pair(5, { dangers: ['suicide-risk'] });
    const before = await caseOf(second);
    expect(await decide(review, 'same-report')).toMatchObject({
      result: { kind: 'decided', keptCaseId: first.caseId },
    });
    expect(await caseOf(second)).toMatchObject({
      contact_state: 'closed',
      state: 'linked-duplicate',
      feedback: 'received',
    });
    expect(await caseOf(first)).toMatchObject({ contact_state: 'ready', danger: true, closed_at: null });
    const { admin, worker } = instance();
    const facts = new PromiseFactProjector(worker);
    await caughtUp(instance(), facts);
    const standing = () =>
      admin<{ cancelled: boolean; cancelled_because: string | null }>(
        'select distinct cancelled, cancelled_because from report.promise_fact where referral_id = $1',
        [second.referralId],
      );
    expect(await standing()).toEqual([{ cancelled: true, cancelled_because: 'duplicate' }]);
    const decided = (await reviewsOf(second)).find(({ review_id }) => review_id === review.review_id);
    expect(await undo(decided!)).toMatchObject({ result: { kind: 'undone', openedAgain: second.caseId } });
    expect(await caseOf(second)).toEqual(before);
    await caughtUp(instance(), facts);
    expect(await standing()).toEqual([{ cancelled: false, cancelled_because: null }]);
    const deadlines = await admin<{ state: string; next_fire_at: Date | null }>(
      'select state, next_fire_at from app.deadline where referral_id = $1',
      [second.referralId],
    );
    expect(deadlines.every(({ state, next_fire_at }) => state === 'running' && next_fire_at !== null)).toBe(
      true,
    );
    const links = await admin<{ unlinked_at: Date | null }>(
      'select unlinked_at from app.person_link where review_id = $1',
      [review.review_id],
    );
    expect(links.map(({ unlinked_at }) => unlinked_at !== null)).toEqual([true]);
    const events = await admin<{ event_type: string }>(
      `select event_type from app.journal where subject_id = $1 order by sequence`,
      [review.review_id],
    );
    expect(events.map(({ event_type }) => event_type)).toEqual([
      'match.found',
      'match.decided',
      'match.undone',
    ]);
  });

  it('P7 whoever sent the duplicate hears of the one contact task what they would hear of their own', async () => {
    const { first, second, review } = await pair(6);
    await decide(review, 'same-report');
    await acts.attempt(first, 'no-answer', {
      happened: '2026-03-02T12:10:00Z',
      typedIn: '2026-03-02T12:11:00Z',
    });
    expect(await caseOf(second)).toMatchObject({ feedback: 'not-yet' });
  });

  it('two reports of one person go on side by side, linked', async () => {
    const { first, second, review } = await pair(7);
    expect(await decide(review, 'same-person')).toMatchObject({
      result: { kind: 'decided', keptCaseId: null },
    });
    expect([(await caseOf(first))?.['closed_at'], (await caseOf(second))?.['closed_at']]).toEqual([
      null,
      null,
    ]);
    const links = await instance().admin(
      'select 1 from app.person_link where review_id = $1 and unlinked_at is null',
      [review.review_id],
    );
    expect(links).toHaveLength(1);
  });

  it('refuses a second decision, a stale one, and an undo of nothing', async () => {
    const { review } = await pair(8);
    expect(await undo(review)).toMatchObject({ result: { kind: 'refused', reason: 'nothing-to-undo' } });
    expect(await decide({ ...review, revision: 9 }, 'same-person')).toMatchObject({
      result: { kind: 'stale' },
    });
    await decide(review, 'different-person');
    expect(await decide(review, 'same-person')).toMatchObject({
      result: { kind: 'refused', reason: 'already-decided' },
    });
  });

  it('keeps the words of a decision sealed', async () => {
    const { second, review } = await pair(9);
    await decide(review, 'different-person');
    const { webWork, vault, persona, admin } = instance();
    const opened = await new OpenMatch(webWork, vault).execute(persona('lead'), review.review_id);
    expect(opened).toMatchObject({ note: 'The referrer told us that it is the same morning' });
    const [sealed] = await admin<{ sealed: Buffer }>(
      `select sealed from vault.person_record where kind = 'match-note' and person_id = $1`,
      [second.personId],
    );
    expect(sealed?.sealed.toString('latin1')).not.toContain('morning');
  });
});
