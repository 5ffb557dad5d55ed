import {
  CellTally,
  complaintStanding,
  ofComplaint,
  type ComplaintFact,
  type ComplaintId,
  type Instant,
  type StandingComplaint,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, isoOrNull, maybeInstantOf } from '../columns';
import type { JournalEntry } from '../journal-tail';
import type { Side } from './figure-build';
import { PayloadReader } from './payload-reader';
import { monthOf } from './strand';
import { mergeCells } from './rollup';

const MOST_TURNED = 500;

/** Takes what the journal tells of complaints into their facts and the rollups of one side. */
export async function projectComplaints(
  manager: EntityManager,
  side: Side,
  { entries, now }: { readonly entries: readonly JournalEntry[]; readonly now: Instant },
): Promise<void> {
  const told = entries.filter(({ subject }) => subject.kind === 'complaint');
  if (told.length === 0) return;
  const before = await complaintFacts(manager, 'side = $1 and complaint_id = any($2::uuid[])', [
    side,
    [...new Set(told.map(({ subject }) => subject.id))],
  ]);
  const after = new Map<string, ComplaintFact>(before);
  for (const entry of told) {
    const fact = complaintAfter(after.get(entry.subject.id), entry);
    if (fact !== null) after.set(entry.subject.id, fact);
  }
  await keep(manager, side, { before, after: [...after.values()], now });
}

/** Lets complaints whose limit has passed since stand as they do now. Returns how many there were. */
export async function turnComplaints(manager: EntityManager, side: Side, now: Instant): Promise<number> {
  const before = await complaintFacts(
    manager,
    `side = $1 and turns_at < $2 order by turns_at limit ${MOST_TURNED}`,
    [side, new Date(now)],
  );
  await keep(manager, side, { before, after: [...before.values()], now });
  return before.size;
}

function complaintAfter(held: ComplaintFact | undefined, told: JournalEntry): ComplaintFact | null {
  const { type, subject, payload, happenedAt } = told;
  if (type === 'complaint.received')
    return {
      id: subject.id as ComplaintId,
      monthOn: monthOf(happenedAt),
      replyDueAt: new PayloadReader(type, payload).at('replyDueAt'),
      answeredAt: null,
      withdrawn: false,
    };
  if (held === undefined) return null;
  if (type === 'complaint.answer') return { ...held, answeredAt: held.answeredAt ?? happenedAt };
  return type === 'complaint.withdraw' ? { ...held, withdrawn: true } : held;
}

type Held = ReadonlyMap<string, StandingComplaint>;

async function keep(
  manager: EntityManager,
  side: Side,
  { before, after, now }: { before: Held; after: readonly ComplaintFact[]; now: Instant },
): Promise<void> {
  const standing = after.map((fact): StandingComplaint => ({ ...fact, ...complaintStanding(fact, now) }));
  const tally = new CellTally();
  tally.add([...before.values()].map(ofComplaint), -1);
  tally.add(standing.map(ofComplaint), 1);
  const rows = standing.map((fact) => ({
    complaint_id: fact.id,
    month_on: fact.monthOn,
    reply_due_at: isoOrNull(fact.replyDueAt),
    answered_at: isoOrNull(fact.answeredAt),
    withdrawn: fact.withdrawn,
    state: fact.state,
    turns_at: isoOrNull(fact.turnsAt),
  }));
  await manager.query(SAVE, [side, JSON.stringify(rows)]);
  await mergeCells(manager, side, tally.cells());
}

async function complaintFacts(
  manager: EntityManager,
  which: string,
  parameters: readonly unknown[],
): Promise<Map<string, StandingComplaint>> {
  const rows = await manager.query<Raw[]>(`${READ} where ${which}`, [...parameters]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        replyDueAt: instantOf(row.replyDueAt),
        answeredAt: maybeInstantOf(row.answeredAt),
        turnsAt: maybeInstantOf(row.turnsAt),
      },
    ]),
  );
}

type Moments = 'replyDueAt' | 'answeredAt' | 'turnsAt';
type Raw = Omit<StandingComplaint, Moments> & {
  readonly replyDueAt: Date;
  readonly answeredAt: Date | null;
  readonly turnsAt: Date | null;
};

const READ = `
  select complaint_id as id, month_on::text as "monthOn", reply_due_at as "replyDueAt", answered_at as "answeredAt",
    withdrawn, state, turns_at as "turnsAt"
  from report.complaint_fact`;

const SAVE = `
  insert into report.complaint_fact (side, complaint_id, month_on, reply_due_at, answered_at, withdrawn, state, turns_at)
  select $1, x.* from jsonb_to_recordset($2::jsonb) as x(complaint_id uuid, month_on date, reply_due_at timestamptz,
    answered_at timestamptz, withdrawn boolean, state text, turns_at timestamptz)
  on conflict (side, complaint_id) do update set month_on = excluded.month_on, reply_due_at = excluded.reply_due_at,
    answered_at = excluded.answered_at, withdrawn = excluded.withdrawn, state = excluded.state,
    turns_at = excluded.turns_at`;
