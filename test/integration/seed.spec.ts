import { ReleaseCodeFigures, ReleaseCoverage, ReleaseWaitingFigures } from '#libs/casework';
import { instant, type PersonId } from '#libs/domain';
import {
  exportLines,
  openInstance,
  publishedFigures,
  verifyLines,
  withJournal,
  type ExportLine,
} from '#libs/persistence';
import { seedInstance } from '../../apps/cli/src/seed/seed-instance';
import { YEAR } from '../../apps/cli/src/seed/year-settings';
import { disclosureOf } from '../support/disclosure';
import { useInstance } from '../support/instance';
import { suspectsCompared } from '../support/suspects-compared';

/** An instance is told its whole story first. */
jest.setTimeout(240_000);

const instance = useInstance();
const NOW = instant('2026-11-20T11:00:00Z');
const COUNT = 60;

describe('the synthetic instance', () => {
  beforeAll(async () => {
    const { database, vault, pack } = instance();
    await seedInstance({
      migratorUrl: database.adminUrl,
      vault,
      pack,
      settings: YEAR,
      count: COUNT,
      days: 40,
      seed: 7,
      now: NOW,
      progress: () => undefined,
    });
  });

  it('tells every story through the real use cases, in many states', async () => {
    const states = await instance().admin<{ contact_state: string }>(
      'select distinct contact_state from app.case_file',
    );
    expect(states.length).toBeGreaterThanOrEqual(4);
    const deadlines = await instance().admin<{ state: string; n: number }>(
      'select state, count(*)::integer as n from app.deadline group by 1',
    );
    expect(deadlines.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(2 * COUNT);
    expect(deadlines.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['running', 'met', 'breached', 'done-late', 'met-on-confirmation']),
    );
  });

  it('P1 every live case has an owner, a state and a next-due instant', async () => {
    const without = await instance().admin(
      'select 1 from app.case_file where closed_at is null and (next_due_at is null or owner_team_id is null)',
    );
    expect(without).toEqual([]);
  });

  it('P1 asks services for support in many states, and every live request is due some time', async () => {
    const states = await instance().admin<{ state: string }>(
      'select distinct state from app.service_request order by 1',
    );
    expect(states.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['proposed', 'sent', 'waiting', 'declined', 'withdrawn']),
    );
    const landed = await instance().admin('select 1 from app.service_request where landed_at is not null');
    expect(landed.length).toBeGreaterThan(0);
  });

  it('has recorded offences of two years, all of them invented, for referrals to stand beside', async () => {
    const [held] = await instance().admin<{ n: number; sources: string[] }>(
      `select count(distinct first_month)::integer as n, array_agg(distinct source) as sources
       from app.offence_count join app.offence_set using (set_id)`,
    );
    expect(held!.n).toBe(24);
    expect(held!.sources).toEqual([expect.stringMatching(/^Invented/)]);
  });

  it('leaves a journal without gaps, recorded in the order of time', async () => {
    const gaps = await instance().admin(
      `select subject_id from app.journal group by subject_kind, subject_id
       having count(*) <> max(sequence) or min(sequence) <> 1`,
    );
    expect(gaps).toEqual([]);
    const backwards = await instance().admin(
      `select 1 from (select recorded_at, lag(recorded_at) over (order by position) as before from app.journal) j
       where recorded_at < before`,
    );
    expect(backwards).toEqual([]);
  });

  it('P9 leaves a journal that the verifier finds whole and unaltered', async () => {
    const lines = await withJournal(instance().database.url('worker'), async (run) => {
      const read: ExportLine[] = [];
      for await (const batch of exportLines(run)) read.push(...batch);
      return read;
    });
    const { rows, faults } = verifyLines(lines);
    expect(rows).toBeGreaterThan(10 * COUNT);
    expect(faults).toEqual([]);
  });

  it('misses no timer: whatever was due before now has fired', async () => {
    const late = await instance().admin('select 1 from app.deadline where next_fire_at < $1', [
      new Date(NOW - 60_000),
    ]);
    expect(late).toEqual([]);
  });

  it('leaves something for every view: open alerts apart, each kind of unfinished work', async () => {
    const [open] = await instance().admin<Record<string, number>>(
      `select (select count(*)::integer from app.call_back where ended_at is null) as "callBacks",
         (select count(*)::integer from app.second_person_check where state = 'waiting') as checks,
         (select count(*)::integer from app.police_task where state = 'open') as tasks,
         (select count(*)::integer from app.referral_draft where state = 'open') as drafts,
         (select count(*)::integer from app.handover where state = 'offered') as offers,
         (select count(*)::integer from app.change_proposal where state = 'proposed') as proposals,
         (select count(*)::integer from app.declined_offer) as declined,
         (select count(*)::integer from app.on_call_shift where to_at > $1) as shifts`,
      [new Date(NOW)],
    );
    expect(Object.entries(open ?? {}).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('leaves matches, messages, walls and emergencies in the states that their pages tell of', async () => {
    const [told] = await instance().admin<Record<string, unknown>>(
      `select (select array_agg(distinct state order by state) from app.match_review) as matches,
         (select count(*)::integer from app.person_link where unlinked_at is null) as links,
         (select count(*)::integer from app.journal where event_type = 'match.undone') as undone,
         (select array_agg(distinct state order by state) from app.person_message) as messages,
         (select count(*)::integer from app.safety_review where state = 'open') as reviews,
         (select array_agg(distinct kind order by kind) from app.case_wall) as walls,
         (select array_agg(review order by granted_at) from app.break_glass) as emergencies,
         (select count(*)::integer from wall.suspect) as suspects,
         (select array_agg(distinct state order by state) from app.erasure) as erasures,
         (select count(*)::integer from app.journal where event_type = 'case.told-again') as "toldAgain"`,
    );
    expect(told).toEqual({
      matches: ['different-person', 'same-person', 'waiting'],
      links: 2,
      undone: 1,
      messages: ['cancelled', 'delivered', 'failed', 'handed-over', 'queued'],
      reviews: 1,
      walls: ['police-family', 'staff'],
      emergencies: ['justified', null],
      suspects: 1,
      erasures: expect.arrayContaining(['proposed']) as unknown,
      toldAgain: 1,
    });
  });

  it('follows investigations to court, leaves one question of contact open, and says what became of entitlements', async () => {
    const [told] = await instance().admin<Record<string, unknown>>(
      `select (select count(*)::integer from app.track) as tracks,
         (select count(distinct kind)::integer > 10 from app.milestone) as milestones,
         (select array_agg(distinct position) from app.track_position) as positions,
         (select array_agg(distinct state order by state) from app.contact_recheck) as rechecks,
         (select array_agg(distinct state order by state) from app.duty) as duties,
         (select count(*)::integer from app.code_event where answered_at is null and recorded_at < $1) as unanswered`,
      [new Date(NOW - 2 * 60 * 60_000)],
    );
    expect(told).toEqual({
      tracks: 6,
      milestones: true,
      positions: ['withdrew'],
      rechecks: expect.arrayContaining(['open', 'still-safe']) as unknown,
      duties: expect.arrayContaining(['declined', 'delivered', 'due', 'not-known']) as unknown,
      unanswered: 0,
    });
  });

  it('tells how support goes on: needs, reviews, scores, appointments, complaints, notes and endings in their states', async () => {
    const [told] = await instance().admin<Record<string, unknown>>(
      `select (select count(*)::integer from app.needs_assessment) as needs,
         (select array_agg(distinct state order by state) from app.risk_flag) as risks,
         (select array_agg(distinct state order by state) from app.support_task where kind = 'case-review') as reviews,
         (select array_agg(distinct state order by state) from app.support_task where kind = 'plan-task') as "planTasks",
         (select array_agg(distinct answer order by answer) from app.outcome_score) as scores,
         (select count(*)::integer from app.outcome_score where supersedes is not null) as corrected,
         (select array_agg(distinct about order by about) from app.person_feedback) as feedback,
         (select count(distinct answer)::integer > 5 from app.equality_answer) as equality,
         (select array_agg(distinct state order by state) from app.appointment) as appointments,
         (select array_agg(distinct state order by state) from app.complaint) as complaints,
         (select array_agg(state order by starts_at) from app.appointment
          where booked_by = (select user_id from app.staff_user where role = 'provider-worker'
            and agency_id = (select agency_id from app.staff_user where role = 'provider-coordinator'))) as service`,
    );
    expect(told).toEqual({
      needs: 4,
      risks: ['closed', 'standing'],
      reviews: ['done', 'open', 'planned', 'withdrawn'],
      planTasks: ['done', 'open'],
      scores: ['declined', 'scored'],
      corrected: 1,
      feedback: ['another-service', 'our-service', 'police'],
      equality: true,
      appointments: ['attended', 'booked', 'cancelled', 'confirmed', 'moved', 'not-attended'],
      complaints: ['answered', 'closed', 'received', 'reopened'],
      service: ['attended', 'booked'],
    });
    const [written] = await instance().admin<Record<string, unknown>>(
      `select (select array_agg(distinct state || ' ' || kind order by state || ' ' || kind) from contact_notes.note) as contact,
         (select array_agg(distinct state || ' ' || kind order by state || ' ' || kind) from advocacy_notes.note) as advocacy,
         (select array_agg(distinct moved_from order by moved_from) from supervision_notes.note) as supervision,
         (select array_agg(distinct reason order by reason) from app.case_ending) as endings,
         (select count(*)::integer from app.journal where event_type = 'case.restart-begun') as "cameBack",
         (select count(*)::integer from app.death_record) as deaths`,
    );
    expect(written).toEqual({
      contact: ['moved note', 'written disclosure', 'written note'],
      advocacy: ['moved note', 'written disclosure', 'written note'],
      supervision: ['advocacy', 'contact', null],
      endings: expect.arrayContaining(['died', 'moved', 'needs-met', 'person-ended']) as unknown,
      cameBack: 1,
      deaths: 1,
    });
  });

  it('leaves a suspect whom the worker finds to be like one person, and like nobody else', async () => {
    await suspectsCompared(instance());
    expect(await instance().admin('select state from wall.conflict')).toEqual([{ state: 'held' }]);
  });

  it('takes back the right to act as the processes that it played', async () => {
    const granted = await instance().admin(
      `select 1 from pg_auth_members m join pg_roles r on r.oid = m.roleid
       where r.rolname like 'waymark%' and r.rolname not in ('waymark_keys', 'waymark_queue') and m.set_option`,
    );
    expect(granted).toEqual([]);
  });

  it('invents people whose numbers nobody has', async () => {
    const { admin, vault } = instance();
    const sealed = await admin<{ record_id: string; person_id: PersonId; sealed: Buffer }>(
      `select record_id, person_id, sealed from vault.person_record where kind = 'contact-route'`,
    );
    const numbers: (string | undefined)[] = [];
    for (const { record_id: recordId, person_id: personId, sealed: box } of sealed) {
      const subject = await vault.of(personId);
      if (subject.kind === 'open')
        numbers.push(subject.vault.open({ recordId, kind: 'contact-route' }, box)?.value);
    }
    expect(numbers.length).toBeGreaterThan(COUNT / 2);
    for (const number of numbers)
      expect(number).toMatch(/^\+44(7700900|1632960)\d{3}$|\bSample\b|@people\.example$/);
  });

  it('notices each breach within seconds of its due instant, or of the referral that came later', async () => {
    const late = await instance().admin(
      `select 1 from app.deadline_breach b join app.deadline d using (deadline_id)
       where b.recorded_at - greatest(b.due_at, d.set_at) > interval '1 minute'`,
    );
    expect(late).toEqual([]);
  });

  it('publishes figures of the quarter in which the attacker finds nothing, however much they hide', async () => {
    const { worker, workerWork, pack, setNow } = instance();
    await setNow('2027-02-02T10:00:00Z');
    const disclosure = disclosureOf(pack);
    const refused = [
      ...(await new ReleaseCodeFigures(workerWork, pack.timezone, disclosure).execute()),
      ...(await new ReleaseCoverage(workerWork, pack, disclosure).execute()),
      ...(await new ReleaseWaitingFigures(workerWork, pack.timezone, disclosure).execute()),
    ];
    expect(refused).toEqual([]);
    const releases = await publishedFigures(worker.manager);
    const cells = releases.flatMap(({ tables }) => tables.flatMap((table) => table.cells.flat()));
    expect(cells.filter(({ kind }) => kind === 'hidden').length).toBeGreaterThan(10);
    expect(cells.some((cell) => cell.kind === 'rounded' && cell.value > 0)).toBe(true);
    for (const release of releases) expect(await disclosure.attacker.attack(release)).toEqual([]);
  });

  it('keeps its clock from going back once it has been opened', async () => {
    const { database, admin } = instance();
    await openInstance(database.adminUrl);
    await expect(admin('update app.instance set offset_seconds = -1')).rejects.toThrow(/offset_never_back/);
    await expect(admin('update app.instance set opened_at = null')).rejects.toThrow(/stays open/);
    await expect(admin('update app.instance set synthetic = false')).rejects.toThrow(/keeps its kind/);
  });
});
