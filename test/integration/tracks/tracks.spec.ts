import { instant, nextCourtDate, positionOf, trialMoves, type CaseId, type TrackId } from '#libs/domain';
import { boardPage, trackView } from '#libs/persistence';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { ConsentActs } from '../consent/support';
import { facts, REPORTED, TrackActs } from './support';

const NOW = '2026-03-09T10:00:00Z';
const TIMEZONE = 'Europe/London';

const instance = useInstance();
const promise = new PromiseActs(instance);
const consent = new ConsentActs(instance);
const acts = new TrackActs(instance);

const as = (trackId: TrackId, by: string) =>
  instance().webWork.read(instance().persona(by), async (manager) => {
    const [track] = await manager.query<{ track_id: TrackId; case_id: CaseId }[]>(
      'select track_id, case_id from app.track where track_id = $1',
      [trackId],
    );
    if (!track) return null;
    return trackView(manager, { id: track.track_id, caseId: track.case_id } as Parameters<
      typeof trackView
    >[1]);
  });

async function referred() {
  await instance().setNow('2026-03-02T10:05:30Z');
  const referred = await promise.refer(REPORTED);
  await instance().setNow(NOW);
  return referred;
}

async function charged(by = 'responder') {
  const { caseId, referralId, personId } = await referred();
  const trackId = await acts.openedOf(caseId);
  await acts.recorded(trackId, facts('suspect-identified', '2026-03-03T09:00:00Z'), { by });
  await acts.recorded(trackId, facts('suspect-charged', '2026-03-04T09:00:00Z'), { by });
  return { caseId, referralId, personId, trackId };
}

const journalOf = (caseId: CaseId, prefix: string) =>
  instance().admin<{ event_type: string; transaction_id: string; reason: string | null }>(
    `select event_type, transaction_id::text, reason from app.journal
     where case_id = $1 and event_type like $2 order by position`,
    [caseId, `${prefix}%`],
  );

describe('the life of a track', () => {
  it('keeps what happened, moves the trial, and knows the next day in court', async () => {
    const { trackId } = await charged();
    const court = (at: string) => ({ courtAt: instant(at) });
    await acts.recorded(trackId, facts('trial-set', '2026-03-05T09:00:00Z', court('2027-02-01T10:00:00Z')));
    await acts.recorded(
      trackId,
      facts('trial-moved', '2026-03-06T09:00:00Z', {
        detail: 'court-time',
        ...court('2027-06-07T09:00:00Z'),
      }),
    );
    const view = await as(trackId, 'responder');
    const milestones = view?.milestones ?? [];
    expect(trialMoves(milestones)).toBe(1);
    const next = nextCourtDate(milestones, { now: instant(NOW), timezone: TIMEZONE });
    expect(next).toMatchObject({ family: 'trial', at: instant('2027-06-07T09:00:00Z') });
  });

  it('is one for one investigation, and another one for another', async () => {
    const { caseId, referralId } = await referred();
    const first = await acts.openedOf(caseId);
    expect(await acts.openedByPolice(referralId)).toBe(first);
    expect(await acts.openedOf(caseId)).toBe(first);
    const other = await acts.open({ kind: 'case', caseId }, 'responder', true);
    expect(other).toMatchObject({ kind: 'opened' });
    expect(other).not.toMatchObject({ trackId: first });
    const seen = await instance().webWork.read(instance().persona('officer'), (manager) =>
      manager.query('select track_id from app.track where referral_id = $1', [referralId]),
    );
    expect(seen).toEqual([{ track_id: first }]);
  });

  it('writes a correction beside what it corrects, and keeps both times', async () => {
    const { caseId, trackId } = await charged();
    const wrong = await acts.recorded(
      trackId,
      facts('hearing-held', '2026-03-05T09:00:00Z', { detail: 'first-hearing' }),
    );
    const right = await acts.correct(
      trackId,
      wrong,
      facts('hearing-held', '2026-03-06T09:00:00Z', { detail: 'first-hearing' }),
    );
    expect(right).toMatchObject({ kind: 'recorded' });
    const rows = await instance().admin(
      `select state, ended_reason, happened_at::text like '2026-03-05%' as first, supersedes is not null as corrects
       from app.milestone where track_id = $1 and kind = 'hearing-held' order by happened_at`,
      [trackId],
    );
    expect(rows).toEqual([
      { state: 'superseded', ended_reason: 'wrong-date', first: true, corrects: false },
      { state: 'standing', ended_reason: null, first: false, corrects: true },
    ]);
    expect((await acts.correct(trackId, wrong, facts('hearing-held', '2026-03-07T09:00:00Z'))).kind).toBe(
      'refused',
    );
    const events = await journalOf(caseId, 'milestone.');
    expect(events.map(({ event_type }) => event_type).slice(-2)).toEqual([
      'milestone.superseded',
      'milestone.corrected',
    ]);
  });

  it('keeps a milestone that never was, as withdrawn', async () => {
    const { trackId } = await charged();
    const wrong = await acts.recorded(trackId, facts('early-advice-asked', '2026-03-05T09:00:00Z'));
    expect(await acts.withdraw(trackId, wrong)).toEqual({ kind: 'withdrawn' });
    expect(await acts.withdraw(trackId, wrong)).toEqual({ kind: 'refused', reason: 'no-longer-stands' });
  });

  it('has one officer in charge at a time', async () => {
    const { trackId } = await charged();
    expect(await acts.takeOver(trackId, '4417', '2026-03-02T10:00:00Z')).toMatchObject({
      kind: 'handed-over',
    });
    expect(await acts.takeOver(trackId, '4417', '2026-03-05T10:00:00Z')).toMatchObject({
      reason: 'same-officer',
    });
    expect(await acts.takeOver(trackId, '9001', '2026-03-01T10:00:00Z')).toMatchObject({
      reason: 'before-the-last-officer',
    });
    expect(await acts.takeOver(trackId, '9001', '2026-03-06T10:00:00Z')).toMatchObject({
      kind: 'handed-over',
    });
  });
});

describe('what cannot be, and what is only unusual', () => {
  it('refuses a verdict before a charge until somebody says why, and then shows it', async () => {
    const { caseId } = await referred();
    const trackId = await acts.openedOf(caseId);
    const verdict = facts('guilty-verdict', '2026-03-08T15:00:00Z');
    expect(await acts.record(trackId, verdict)).toEqual({
      kind: 'unusual',
      issues: ['earlier-step-missing'],
    });
    await acts.recorded(trackId, verdict, { issueReason: 'earlier-step-not-told' });
    const [row] = await instance().admin(
      `select issues, issue_reason from app.milestone where track_id = $1`,
      [trackId],
    );
    expect(row).toEqual({ issues: ['earlier-step-missing'], issue_reason: 'earlier-step-not-told' });
  });

  it('refuses what lies ahead, a trial without a day, and asks about a trial on a day that is over', async () => {
    const { trackId } = await charged();
    const set = (at: string, court: string | null) =>
      acts.record(trackId, facts('trial-set', at, { courtAt: court === null ? null : instant(court) }));
    expect(await set('2026-03-10T09:00:00Z', '2027-01-01T10:00:00Z')).toMatchObject({
      reason: 'in-the-future',
    });
    expect(await set('2026-03-05T09:00:00Z', null)).toMatchObject({ reason: 'court-date-missing' });
    expect(await set('2026-03-05T09:00:00Z', '2026-03-06T10:00:00Z')).toEqual({
      kind: 'unusual',
      issues: ['court-date-past'],
    });
  });
});

describe('what happens to the suspect', () => {
  it('opens an urgent question about contact in the same transaction, marks every way and the board', async () => {
    const { caseId, personId } = await referred();
    const trackId = await acts.openedOf(caseId);
    const arrest = facts('suspect-arrested', '2026-03-09T08:00:00Z');
    expect(await acts.record(trackId, arrest)).toMatchObject({ kind: 'recorded', recheck: true });
    const events = [
      ...(await journalOf(caseId, 'milestone.')),
      ...(await journalOf(caseId, 'contact-recheck.')),
    ];
    expect(new Set(events.map(({ transaction_id }) => transaction_id)).size).toBe(1);
    expect(events.map(({ event_type }) => event_type)).toEqual([
      'milestone.recorded',
      'contact-recheck.opened',
    ]);
    const routes = () =>
      instance().admin<{ asked: boolean }>(
        'select recheck_asked_at is not null as asked from app.contact_route where person_id = $1',
        [personId],
      );
    expect(await routes()).toEqual([{ asked: true }]);
    const board = async () => {
      const rows = await instance().webWork.read(instance().persona('responder'), (manager, now) =>
        boardPage(
          manager,
          { view: 'all', after: null, limit: 50, userId: instance().persona('responder').userId },
          now,
        ),
      );
      return rows.some((row) => row.caseId === caseId && row.recheck !== null);
    };
    expect(await board()).toBe(true);
    const open = (await as(trackId, 'responder'))?.recheck;
    if (!open) throw new Error('no question is open');
    expect(await acts.settle(open.id, 'judge-not-needed')).toMatchObject({ reason: 'reason-missing' });
    expect(await acts.settle(open.id, 'find-still-safe')).toMatchObject({ kind: 'settled' });
    expect(await acts.settle(open.id, 'find-changed')).toMatchObject({ kind: 'refused' });
    expect(await routes()).toEqual([{ asked: false }]);
    expect(await board()).toBe(false);
  });

  it('does so too when an officer says it, who learns nothing of it', async () => {
    const { caseId, referralId } = await referred();
    const trackId = await acts.openedByPolice(referralId);
    const arrest = facts('suspect-arrested', '2026-03-09T08:00:00Z');
    expect(await acts.record(trackId, arrest, { by: 'officer' })).toMatchObject({ recheck: true });
    expect(
      await acts.record(trackId, facts('released-on-bail', '2026-03-09T09:00:00Z'), { by: 'officer' }),
    ).toMatchObject({ recheck: false });
    const [row] = await instance().admin(
      'select count(*)::integer as open from app.contact_recheck where case_id = $1 and state = $2',
      [caseId, 'open'],
    );
    expect(row).toEqual({ open: 1 });
    expect((await as(trackId, 'officer'))?.recheck).toBeNull();
  });
});

describe('who reads and writes', () => {
  it('P7 the police read what the police entered and nothing of support', async () => {
    const { caseId, referralId, trackId } = await charged();
    await acts.position(trackId, { position: 'undecided', saidAt: '2026-03-05T09:00:00Z' });
    await acts.takeOver(trackId, '4417', '2026-03-02T10:00:00Z');
    expect(await acts.openedByPolice(referralId)).toBe(trackId);
    await acts.recorded(trackId, facts('crime-recorded', '2026-03-02T12:00:00Z'), { by: 'officer' });
    const police = await as(trackId, 'officer');
    expect(police?.milestones.map(({ kind }) => kind)).toEqual(['crime-recorded']);
    expect([police?.positions, police?.officers]).toEqual([[], []]);
    const desk = await as(trackId, 'responder');
    expect(desk?.milestones).toHaveLength(3);
    const journal = await instance().webWork.read(instance().persona('officer'), (manager) =>
      manager.query<{ event_type: string }[]>(
        `select event_type from app.journal
         where case_id = $1 and (event_type like 'milestone.%' or event_type like 'position.%')`,
        [caseId],
      ),
    );
    expect(journal.map(({ event_type }) => event_type)).toEqual(['milestone.recorded']);
  });

  it('P7 another team, and a service that nothing is shared with, find nothing', async () => {
    const { referralId, trackId } = await charged();
    expect(await acts.open({ kind: 'referral', referralId }, 'officer-south')).toEqual({ kind: 'not-found' });
    for (const by of ['officer-south', 'adviser', 'coordinator']) {
      expect(await as(trackId, by)).toBeNull();
      expect((await acts.read(trackId, by)).kind).toBe('not-found');
      expect(await acts.record(trackId, facts('crime-recorded', '2026-03-02T12:00:00Z'), { by })).toEqual({
        kind: 'not-found',
      });
    }
  });

  it('P6 a service writes and reads with consent for the investigation, and not with less', async () => {
    const { caseId, trackId } = await charged();
    await consent.shared(caseId, ['identity']);
    expect(await as(trackId, 'adviser')).toBeNull();
    const other = await charged();
    await consent.shared(other.caseId, ['identity', 'investigation']);
    expect((await as(other.trackId, 'adviser'))?.milestones).toHaveLength(2);
    expect((await acts.read(other.trackId, 'adviser')).kind).toBe('read');
    await acts.recorded(other.trackId, facts('statement-wanted', '2026-03-08T12:00:00Z'), { by: 'adviser' });
    expect(
      await acts.record(
        other.trackId,
        facts('court-bail-decided', '2026-03-08T12:00:00Z', { detail: 'bail-given' }),
        {
          by: 'adviser',
        },
      ),
    ).toMatchObject({ recheck: true });
    const seen = await instance().admin(
      `select basis from app.access_log where case_id = $1 and what = 'investigation'`,
      [other.caseId],
    );
    expect(seen).toContainEqual({ basis: 'share' });
  });

  it('leaves what somebody else entered to them', async () => {
    const { referralId, caseId } = await referred();
    const trackId = await acts.openedByPolice(referralId);
    const theirs = await acts.recorded(trackId, facts('crime-recorded', '2026-03-02T12:00:00Z'), {
      by: 'officer',
    });
    expect(await acts.openedOf(caseId)).toBe(trackId);
    expect(await acts.withdraw(trackId, theirs)).toEqual({ kind: 'refused', reason: 'not-yours' });
  });
});

describe('the person’s own position', () => {
  it('ends nothing but itself: no request, share, clock, task or case changes with it', async () => {
    const { caseId, trackId } = await charged();
    await consent.shared(caseId, ['identity', 'investigation']);
    const rest = () =>
      instance().admin(
        `select c.contact_state, c.closed_at, c.next_due_at, c.revision,
           (select json_agg(json_build_object('s', d.state, 'due', d.due_at) order by d.deadline_id)
            from app.deadline d where d.case_id = c.case_id) as deadlines,
           (select json_agg(s.state order by s.share_id) from app.share s where s.case_id = c.case_id) as shares,
           (select json_agg(r.state order by r.request_id) from app.service_request r where r.case_id = c.case_id) as requests,
           (select json_agg(t.state order by t.task_id) from app.support_task t where t.case_id = c.case_id) as tasks
         from app.case_file c where c.case_id = $1`,
        [caseId],
      );
    const before = await rest();
    await acts.position(trackId, { position: 'supports', saidAt: '2026-03-05T09:00:00Z' });
    const withdrew = {
      position: 'withdrew',
      reason: 'time-it-takes',
      saidAt: '2026-03-08T09:00:00Z',
    } as const;
    expect(await acts.position(trackId, withdrew)).toMatchObject({ kind: 'recorded' });
    expect(await acts.position(trackId, withdrew)).toMatchObject({ reason: 'same-position' });
    expect(await rest()).toEqual(before);
    const positions = (await as(trackId, 'responder'))?.positions ?? [];
    expect(positionOf(positions)?.position).toBe('withdrew');
  });

  it('and who goes on without them, why, and when they were told', async () => {
    const { trackId } = await charged();
    const on = facts('goes-on-without-person', '2026-03-08T10:00:00Z', { detail: 'risk-to-others' });
    expect(await acts.record(trackId, on)).toMatchObject({ reason: 'decider-missing' });
    const decided = { ...on, decidedBy: 'prosecutor' } as const;
    const early = { ...decided, toldAt: instant('2026-03-06T10:00:00Z') };
    expect(await acts.record(trackId, early)).toMatchObject({ reason: 'told-before-decided' });
    const id = await acts.recorded(trackId, decided);
    const told = { ...decided, toldAt: instant('2026-03-08T12:00:00Z') };
    expect(await acts.correct(trackId, id, told)).toMatchObject({ kind: 'recorded' });
  });
});
