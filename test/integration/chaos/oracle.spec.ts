import { randomUUID } from 'node:crypto';
import { FireDeadlines } from '#libs/casework';
import { instant, type CaseId } from '#libs/domain';
import { JournalSealer } from '#libs/persistence';
import type { LedgerLine } from '../../chaos/ledger';
import { readFinalTables } from '../../chaos/oracle/final-tables';
import { judge, type Judgement, type Wrongs } from '../../chaos/oracle/judge';
import { useInstance } from '../../support/instance';
import { newSealSigner } from '../../support/seal-keys';
import { sealedUp } from '../../support/sealed-up';
import { attempt, refer, REPORTED } from '../../timers/support/promises';

const ZEROS: Wrongs = {
  missed: 0,
  double: 0,
  early: 0,
  wrongDue: 0,
  lostAcknowledgedWrites: 0,
  doubledWrites: 0,
  unanswered: 0,
  journalGaps: 0,
};

const AT = '2026-03-02T10:05:30Z';

describe('the oracle of the chaos run', () => {
  const instance = useInstance();
  const lines: LedgerLine[] = [];

  /** Three people: one is spoken to in time, one is tried, one is forgotten. Both limbs of the last two pass. */
  beforeAll(async () => {
    await instance().setNow('2026-03-02T10:05:00Z');
    const cases = [await referred(), await referred(), await referred()];
    await tried(cases[0]!, 'spoke');
    await tried(cases[1]!, 'no-answer');
    for (const later of ['2026-03-03T10:00:30Z', '2026-03-03T17:00:30Z']) {
      await instance().setNow(later);
      await fireAll();
    }
    const sealer = new JournalSealer(instance().worker, {
      signer: newSealSigner(),
      before: null,
      outside: null,
    });
    await sealedUp(instance(), sealer);
  });

  it('finds nothing in a run that nothing went wrong in', async () => {
    const verdict = await verdictOf(lines);
    expect(verdict).toMatchObject({ wrongs: ZEROS, clocks: 6, due: 4, via: { sweep: 4 }, examples: {} });
    expect(verdict.lateness).toHaveLength(4);
  });

  it('finds an acknowledged act that is not there', async () => {
    const phantom: LedgerLine = {
      kind: 'acknowledged',
      key: 'k',
      at: AT,
      act: 'attempt',
      ids: [randomUUID()],
    };
    expect((await verdictOf([...lines, phantom])).wrongs.lostAcknowledgedWrites).toBeGreaterThan(0);
    const { wrongs } = await verdictOf(lines, `delete from app.contact_attempt where outcome = 'no-answer'`);
    expect(wrongs).toEqual({ ...ZEROS, lostAcknowledgedWrites: 1 });
  });

  it('finds an act that was done twice, and one that was never answered', async () => {
    const [first, ...others] = lines;
    expect((await verdictOf(others)).wrongs).toEqual({ ...ZEROS, doubledWrites: 1 });
    const begun: LedgerLine = { kind: 'begun', key: 'open', act: first!.act };
    expect((await verdictOf([...lines, begun])).wrongs).toEqual({ ...ZEROS, unanswered: 1 });
  });

  it('finds a clock that never rang', async () => {
    const { wrongs } = await verdictOf(
      lines,
      `delete from app.deadline_breach where deadline_id = (select min(deadline_id::text)::uuid from app.deadline_breach)`,
    );
    expect(wrongs).toMatchObject({ missed: 1 });
    const timer = `update app.deadline set next_fire_at = app.service_now() - interval '1 minute'
      where deadline_id = (select min(deadline_id::text)::uuid from app.deadline where next_fire_at is not null)`;
    expect((await verdictOf(lines, timer)).wrongs).toEqual({ ...ZEROS, missed: 1 });
  });

  it('finds a clock that rang twice', async () => {
    const again = `insert into app.journal (era, subject_kind, subject_id, sequence, case_id, event_type, event_version,
        happened_at, recorded_at, actor_kind, actor_id, actor_process, agency_id, reason, payload, leaf_hash)
      select era, subject_kind, subject_id, (select max(sequence) + 1 from app.journal o where o.subject_id = j.subject_id),
        case_id, event_type, event_version, happened_at, recorded_at, actor_kind, actor_id, actor_process, agency_id,
        reason, payload, leaf_hash
      from app.journal j where event_type = 'deadline.breached' order by position limit 1`;
    expect((await verdictOf(lines, again)).wrongs).toMatchObject({ double: 1 });
  });

  it('finds a clock that rang early, and one that rang although it was stopped', async () => {
    const early = `alter table app.deadline_breach drop constraint deadline_breach_never_early;
      update app.deadline_breach set recorded_at = due_at - interval '1 second'
      where deadline_id = (select min(deadline_id::text)::uuid from app.deadline_breach)`;
    expect((await verdictOf(lines, early)).wrongs).toEqual({ ...ZEROS, early: 1 });
    const stopped = `insert into app.deadline_breach (deadline_id, case_id, due_at, recorded_at, via)
      select deadline_id, case_id, due_at, due_at + interval '1 second', 'sweep' from app.deadline
      where state = 'met' and limb = '24h'`;
    expect((await verdictOf(lines, stopped)).wrongs).toEqual({ ...ZEROS, early: 1 });
  });

  it('finds a clock that was set to another instant', async () => {
    const moved = `update app.deadline set due_at = due_at + interval '1 second' where limb = '1wd'`;
    expect((await verdictOf(lines, moved)).wrongs).toEqual({ ...ZEROS, wrongDue: 3 });
  });

  it('finds a row that is missing from the journal, and one under no seal', async () => {
    const gap = `delete from app.journal where position =
      (select min(position) from app.journal j where sequence = 1
        and exists (select 1 from app.journal o where o.subject_id = j.subject_id and o.sequence = 2)
        and event_type not in ('referral.submitted', 'attempt.recorded', 'deadline.breached'))`;
    expect((await verdictOf(lines, gap)).wrongs).toEqual({ ...ZEROS, journalGaps: 1 });
    const unsealed =
      'delete from app.sealed_leaf where leaf_index = (select max(leaf_index) from app.sealed_leaf)';
    expect((await verdictOf(lines, unsealed)).wrongs).toMatchObject({ journalGaps: 1 });
  });

  /** What the oracle says of the tables as they would be after such harm, which is then undone. */
  async function verdictOf(ledger: readonly LedgerLine[], harm = 'select 1'): Promise<Judgement> {
    const { admin } = instance();
    await admin('begin');
    try {
      await admin('set local session_replication_role = replica');
      await admin(harm);
      return judge(ledger, await readFinalTables(admin));
    } finally {
      await admin('rollback');
    }
  }

  async function referred(): Promise<CaseId> {
    const caseId = await refer(instance());
    const [row] = await instance().admin<{ referral_id: string }>(
      'select referral_id from app.case_file where case_id = $1',
      [caseId],
    );
    const ids = [row?.referral_id ?? ''];
    lines.push({
      kind: 'acknowledged',
      key: randomUUID(),
      at: AT,
      act: 'referral',
      ids,
      reportedAt: REPORTED,
    });
    return caseId;
  }

  async function tried(caseId: CaseId, outcome: 'spoke' | 'no-answer'): Promise<void> {
    const happenedAt = '2026-03-02T10:02:00Z';
    const once = await attempt(instance(), { caseId, outcome, happenedAt: instant(happenedAt) });
    if (once.kind !== 'done' || once.result.kind !== 'recorded') throw new Error('not recorded');
    const ids = [once.result.attemptId];
    const conversation = outcome === 'spoke';
    lines.unshift({
      kind: 'acknowledged',
      key: randomUUID(),
      at: AT,
      act: 'attempt',
      ids,
      caseId,
      happenedAt,
      conversation,
    });
  }

  async function fireAll(): Promise<void> {
    const fire = new FireDeadlines(instance().workerWork, instance().ids);
    const batch = { wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 } as const;
    while ((await fire.execute(batch)) > 0);
  }
});
