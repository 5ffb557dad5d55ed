import type { CalendarChange, ChangeProposalStore, HolidayAct, ProposalRecord } from '#libs/casework';
import type { CaseId, ChangeKindCode, Instant, ProposalId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { ChangeProposalRow } from './change-proposal.row';

/** First half of the key of an advisory lock: which kind of thing is locked. */
const ONE_CHANGE_AT_A_TIME = 7_391_219;

export class PostgresChangeProposalStore implements ChangeProposalStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(record: ProposalRecord): Promise<void> {
    await this.manager.insert(ChangeProposalRow, record);
  }

  /** One that is decided can be read, but not locked any more: row-level security keeps it as it is. */
  async lock(id: ProposalId): Promise<ProposalRecord | null> {
    const locked = await this.manager.findOne(ChangeProposalRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return locked ?? this.manager.findOne(ChangeProposalRow, { where: { id } });
  }

  async saveDecision(record: ProposalRecord): Promise<void> {
    const { id, state, decidedBy, decidedAt, decisionReason, effectiveFrom, revision } = record;
    await this.manager.update(
      ChangeProposalRow,
      { id },
      { state, decidedBy, decidedAt, decisionReason, effectiveFrom, revision: revision + 1 },
    );
  }

  async lockSubject({
    kind,
    subject,
  }: {
    kind: ChangeKindCode;
    subject: string;
  }): Promise<{ waiting: boolean }> {
    await this.manager.query('select pg_advisory_xact_lock($1, hashtext($2))', [
      ONE_CHANGE_AT_A_TIME,
      `${kind} ${subject}`,
    ]);
    const rows = await this.manager.query<unknown[]>(
      `select 1 from app.change_proposal where kind = $1 and subject = $2 and state = 'proposed'`,
      [kind, subject],
    );
    return { waiting: rows.length > 0 };
  }

  async lockHolidayAct(inEffectAt: Instant): Promise<HolidayAct | null> {
    const [row] = await this.manager.query<RawAct[]>(
      `select proposal_id, subject, based_on_version, body, moved_through, deadlines_moved from app.change_proposal
       where kind = 'calendar' and state = 'approved' and moves_done_at is null and effective_from <= $1
       order by effective_from limit 1 for update skip locked`,
      [dateOf(inEffectAt)],
    );
    return row
      ? {
          id: row.proposal_id,
          calendarId: row.subject,
          version: row.based_on_version + 1,
          dates: row.body.addedHolidays,
          movedThrough: row.moved_through,
          deadlinesMoved: row.deadlines_moved,
        }
      : null;
  }

  async casesWithRunningClocks({
    after,
    limit,
  }: {
    after: CaseId | null;
    limit: number;
  }): Promise<readonly CaseId[]> {
    const rows = await this.manager.query<{ case_id: CaseId }[]>(
      `select distinct case_id from app.deadline
       where state = 'running' and ($1::uuid is null or case_id > $1::uuid) order by case_id limit $2`,
      [after, limit],
    );
    return rows.map((row) => row.case_id);
  }

  async saveProgress({
    id,
    movedThrough,
    deadlinesMoved,
    doneAt,
  }: HolidayAct & { readonly doneAt: Instant | null }): Promise<void> {
    await this.manager.query(
      `update app.change_proposal set moved_through = $2, deadlines_moved = $3, moves_done_at = $4
       where proposal_id = $1`,
      [id, movedThrough, deadlinesMoved, doneAt === null ? null : dateOf(doneAt)],
    );
  }
}

interface RawAct {
  readonly proposal_id: ProposalId;
  readonly subject: string;
  readonly based_on_version: number;
  readonly body: CalendarChange;
  readonly moved_through: CaseId | null;
  readonly deadlines_moved: number;
}
