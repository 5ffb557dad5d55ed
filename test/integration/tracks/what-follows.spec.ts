import { NoteOverdue } from '#libs/casework';
import { instant, mayContact, MILESTONE_KINDS, type CaseId } from '#libs/domain';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { facts, REPORTED, TrackActs } from './support';

const NOW = '2026-03-09T10:00:00Z';

const instance = useInstance();
const promise = new PromiseActs(instance);
const acts = new TrackActs(instance);

async function followed() {
  await instance().setNow('2026-03-02T10:05:30Z');
  const referred = await promise.refer(REPORTED);
  await instance().setNow(NOW);
  return { ...referred, trackId: await acts.openedOf(referred.caseId) };
}

const ARREST = facts('suspect-arrested', '2026-03-09T08:00:00Z');

describe('what follows from an arrest', () => {
  it('P5 nothing is sent on a way that was safe before, until the person has been asked again', async () => {
    const { caseId, personId, routeId, trackId } = await followed();
    await instance().admin(
      `update app.contact_route set permissions = permissions || '{"voicemail": "yes", "call": "yes"}' where person_id = $1`,
      [personId],
    );
    const decided = (channel: 'call' | 'voicemail') =>
      instance().webWork.run(instance().persona('responder'), async (tx) => {
        const card = await tx.safeContact.cardOf(personId);
        return mayContact({ card, routeId: routeId!, channel, now: instant(NOW) });
      });
    expect((await decided('voicemail')).kind).toBe('may');
    await acts.recorded(trackId, ARREST);
    expect(await decided('voicemail')).toEqual({ kind: 'may-not', reason: 'check-expired' });
    expect(await decided('call')).toEqual({ kind: 'may', checkAgain: true });
    const [open] = await instance().admin<{ id: Parameters<TrackActs['settle']>[0] }>(
      `select recheck_id as id from app.contact_recheck where case_id = $1 and state = 'open'`,
      [caseId],
    );
    await acts.settle(open!.id, 'find-still-safe');
    expect((await decided('voicemail')).kind).toBe('may');
  });

  it('the duty lead is told when nobody has asked within the hour, and once', async () => {
    const { caseId, trackId } = await followed();
    await acts.recorded(trackId, ARREST);
    const noted = async () => {
      const overdue = new NoteOverdue(instance().workerWork);
      while ((await overdue.execute({ limit: 100 })) > 0);
      return instance().admin<{ step: number }>(
        `select step from app.overdue_work where case_id = $1 and kind = 'contact-recheck' order by step`,
        [caseId],
      );
    };
    await instance().setNow('2026-03-09T10:59:30Z');
    expect(await noted()).toEqual([]);
    await instance().setNow('2026-03-09T11:01:00Z');
    expect(await noted()).toEqual([{ step: 1 }]);
    expect(await noted()).toEqual([{ step: 1 }]);
  });
});

describe('walls', () => {
  it('P7 keep an investigation from everybody whom they keep from the case', async () => {
    const { caseId, trackId } = await followed();
    await acts.recorded(trackId, ARREST);
    const seenBy = (by: string) =>
      instance().webWork.read(instance().persona(by), (manager) =>
        manager.query(
          `select (select count(*)::integer from app.track where track_id = $1) as tracks,
             (select count(*)::integer from app.milestone where track_id = $1) as milestones,
             (select count(*)::integer from app.contact_recheck where track_id = $1) as rechecks`,
          [trackId],
        ),
      );
    expect(await seenBy('responder-two')).toEqual([{ tracks: 1, milestones: 1, rechecks: 1 }]);
    await wallOff(caseId);
    expect(await seenBy('responder-two')).toEqual([{ tracks: 0, milestones: 0, rechecks: 0 }]);
    expect((await acts.read(trackId, 'responder-two')).kind).toBe('not-found');
    expect(await seenBy('responder')).toEqual([{ tracks: 1, milestones: 1, rechecks: 1 }]);
  });
});

async function wallOff(caseId: CaseId): Promise<void> {
  const { admin, persona } = instance();
  await admin(
    `insert into app.case_wall (wall_id, person_id, case_id, handling_agency_id, kind, walled_user_id, basis, set_by, set_at)
     select gen_random_uuid(), person_id, case_id, handling_agency_id, 'staff', $2, 'person-said', $3, app.service_now()
     from app.case_file where case_id = $1`,
    [caseId, persona('responder-two').userId, persona('lead').userId],
  );
}

describe('what the journal and the access log keep', () => {
  it('P8 has one row for each who opened it, by what they were to the case', async () => {
    const { caseId, referralId, personId, trackId } = await followed();
    await acts.openedByPolice(referralId);
    for (const by of ['responder', 'manager', 'officer']) await acts.read(trackId, by);
    const rows = await instance().admin(
      `select basis, case_id is not null as of_case from app.access_log
       where person_id = $1 and what = 'investigation' order by basis, access_id`,
      [personId],
    );
    expect(rows).toEqual([
      { basis: 'case', of_case: true },
      { basis: 'case', of_case: true },
      { basis: 'own-referral', of_case: false },
    ]);
    expect(caseId).toBeDefined();
  });

  it('P12 tells of milestones, positions and officers in codes, with both times', async () => {
    const { caseId, trackId } = await followed();
    const at = '2026-03-04T09:00:00Z';
    await acts.recorded(trackId, facts('measure-granted', at, { detail: 'screens' }));
    await acts.position(trackId, { position: 'undecided', saidAt: at });
    await acts.takeOver(trackId, '4417', at);
    const rows = await instance().admin(
      `select subject_kind, event_type, happened_at = $2::timestamptz as then, abs(extract(epoch from recorded_at - $3::timestamptz)) < 60 as now
       from app.journal where case_id = $1 and subject_kind in ('milestone', 'track-position', 'track-officer')
       order by position`,
      [caseId, at, NOW],
    );
    expect(rows).toEqual([
      { subject_kind: 'milestone', event_type: 'milestone.recorded', then: true, now: true },
      { subject_kind: 'track-position', event_type: 'position.recorded', then: true, now: true },
      { subject_kind: 'track-officer', event_type: 'officer.took-over', then: true, now: true },
    ]);
  });
});

describe('codes', () => {
  it.each(['milestone_kind_known', 'contact_recheck_cause_known'])(
    'of %s are the kinds that there are',
    async (name) => {
      const [row] = await instance().admin<{ words: string }>(
        'select pg_get_constraintdef(oid) as words from pg_constraint where conname = $1',
        [name],
      );
      const known = [...(row?.words.matchAll(/'([^']+)'/g) ?? [])].map(([, code]) => code);
      expect(known.toSorted()).toEqual([...MILESTONE_KINDS].toSorted());
    },
  );
});
