import { isoOf } from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf, isoOrNull, maybeInstantOf } from '../columns';
import { JournalConsumer, type JournalEntry } from '../journal-tail';
import { projectFact } from './project-fact';
import type { PromiseFact } from './promise-fact';

export const PROMISE_FACTS = 'promise-facts';

/** Builds the facts behind the commissioner's figure from the journal and from nothing else (P10). */
export class PromiseFactProjector {
  private readonly consumer: JournalConsumer;

  constructor(source: DataSource, { limit }: { readonly limit?: number } = {}) {
    this.consumer = new JournalConsumer(source, {
      consumer: PROMISE_FACTS,
      ...(limit === undefined ? {} : { limit }),
      handle: project,
    });
  }

  step(): Promise<number> {
    return this.consumer.step();
  }

  catchUp(): Promise<number> {
    return this.consumer.catchUp();
  }

  /** Forgets every fact and reads the journal from its beginning. Figures are incomplete until it returns. */
  async rebuild(): Promise<number> {
    await this.consumer.startAgain(async (manager) => {
      await manager.query('delete from report.promise_fact');
    });
    return this.consumer.catchUp();
  }
}

async function project(manager: EntityManager, entries: readonly JournalEntry[]): Promise<void> {
  const told = entries.filter(
    ({ subject, type }) => subject.kind === 'deadline' && type.startsWith('deadline.'),
  );
  if (told.length === 0) return;
  const facts = await factsOf(manager, [...new Set(told.map(({ subject }) => subject.id))]);
  for (const entry of told) {
    const { id } = entry.subject;
    facts.set(id, projectFact(facts.get(id) ?? null, entry));
  }
  await saveFacts(manager, [...facts.values()]);
}

type Raw = Omit<PromiseFact, 'dueAt' | 'adjustedDueAt' | 'metAt'> & {
  readonly dueAt: Date;
  readonly adjustedDueAt: Date | null;
  readonly metAt: Date | null;
};

async function factsOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, PromiseFact>> {
  const rows = await manager.query<Raw[]>(
    `select deadline_id as "deadlineId", referral_id as "referralId", month_on::text as "monthOn", source, limb,
       binding, policy_id as "policyId", policy_version as "policyVersion", calendar_id as "calendarId",
       calendar_version as "calendarVersion", due_at as "dueAt", adjusted_due_at as "adjustedDueAt",
       met_at as "metAt", basis, cancelled, cancelled_because as "cancelledBecause"
     from report.promise_fact where deadline_id = any($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map((row) => [
      row.deadlineId,
      {
        ...row,
        dueAt: instantOf(row.dueAt),
        adjustedDueAt: maybeInstantOf(row.adjustedDueAt),
        metAt: maybeInstantOf(row.metAt),
      },
    ]),
  );
}

async function saveFacts(manager: EntityManager, facts: readonly PromiseFact[]): Promise<void> {
  const rows = facts.map((fact) => ({
    deadline_id: fact.deadlineId,
    referral_id: fact.referralId,
    month_on: fact.monthOn,
    source: fact.source,
    limb: fact.limb,
    binding: fact.binding,
    policy_id: fact.policyId,
    policy_version: fact.policyVersion,
    calendar_id: fact.calendarId,
    calendar_version: fact.calendarVersion,
    due_at: isoOf(fact.dueAt),
    adjusted_due_at: isoOrNull(fact.adjustedDueAt),
    met_at: isoOrNull(fact.metAt),
    basis: fact.basis,
    cancelled: fact.cancelled,
    cancelled_because: fact.cancelledBecause,
  }));
  await manager.query(
    `insert into report.promise_fact (deadline_id, referral_id, month_on, source, limb, binding, policy_id,
       policy_version, calendar_id, calendar_version, due_at, adjusted_due_at, met_at, basis, cancelled,
       cancelled_because)
     select x.* from jsonb_to_recordset($1::jsonb) as x(
       deadline_id uuid, referral_id uuid, month_on date, source text, limb text, binding boolean, policy_id text,
       policy_version integer, calendar_id text, calendar_version integer, due_at timestamptz,
       adjusted_due_at timestamptz, met_at timestamptz, basis text, cancelled boolean,
       cancelled_because text)
     on conflict (deadline_id) do update set month_on = excluded.month_on, due_at = excluded.due_at,
       adjusted_due_at = excluded.adjusted_due_at, met_at = excluded.met_at, basis = excluded.basis,
       cancelled = excluded.cancelled, cancelled_because = excluded.cancelled_because`,
    [JSON.stringify(rows)],
  );
}
