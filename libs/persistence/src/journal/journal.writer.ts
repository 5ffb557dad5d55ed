import type { Journal } from '#libs/casework';
import { isoOf, type Actor, type DomainEvent, type Instant } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { leafHash, type LeafContent } from './leaf';

const APPEND = `
  insert into app.journal (era, subject_kind, subject_id, sequence, case_id, event_type, event_version, happened_at,
    recorded_at, actor_kind, actor_id, actor_process, agency_id, reason, payload, leaf_hash)
  select (select era from app.instance), x.subject_kind, x.subject_id, x.sequence, x.case_id, x.event_type,
    x.event_version, x.happened_at, x.recorded_at, x.actor_kind, x.actor_id, x.actor_process, x.agency_id, x.reason,
    x.payload, decode(x.leaf_hash, 'hex')
  from jsonb_to_recordset($1::jsonb) as x(n integer, subject_kind text, subject_id uuid, sequence integer,
    case_id uuid, event_type text, event_version integer, happened_at timestamptz, recorded_at timestamptz,
    actor_kind text, actor_id uuid, actor_process text, agency_id uuid, reason text, payload jsonb, leaf_hash text)
  order by n`;

/** One look into the unique key for each subject: grouped, PostgreSQL may read the whole journal instead. */
const SEQUENCES = `
  select s.kind, s.id,
    (select max(j.sequence) from app.journal j where j.subject_kind = s.kind and j.subject_id = s.id) as last
  from unnest($1::text[], $2::uuid[]) as s(kind, id)`;

/** The last sequence of each subject by `keyOf`; a subject without one is new. The map is the journal's to count on. */
export type LastSequences = (
  subjects: readonly DomainEvent['subject'][],
  manager: EntityManager,
) => Promise<Map<string, number>>;

/** Appends events in one statement. The unique key on subject and sequence catches a writer that held no lock. */
export class PostgresJournal implements Journal {
  constructor(
    private readonly manager: EntityManager,
    private readonly actor: Actor,
    private readonly now: Instant,
    private readonly lastSequences: LastSequences = readLastSequences,
  ) {}

  async append(events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    const subjects = [...new Map(events.map(({ subject }) => [keyOf(subject), subject])).values()];
    const next = await this.lastSequences(subjects, this.manager);
    const rows = events.map((event, n) => ({ n, ...this.row(event, next) }));
    await this.manager.query(APPEND, [JSON.stringify(rows)]);
  }

  private row(event: DomainEvent, last: Map<string, number>) {
    const key = keyOf(event.subject);
    const sequence = (last.get(key) ?? 0) + 1;
    last.set(key, sequence);
    const { actor } = this;
    const staff = actor.kind === 'staff';
    const content: LeafContent = {
      subject: event.subject,
      sequence,
      caseId: event.caseId,
      type: event.type,
      version: event.version,
      happenedAt: isoOf(event.happenedAt),
      recordedAt: isoOf(this.now),
      actor: { kind: actor.kind, id: staff ? actor.userId : null, process: staff ? null : actor.process },
      agencyId: staff ? actor.agencyId : null,
      reason: event.reason,
      payload: event.payload,
    };
    return {
      subject_kind: content.subject.kind,
      subject_id: content.subject.id,
      sequence,
      case_id: content.caseId,
      event_type: content.type,
      event_version: content.version,
      happened_at: content.happenedAt,
      recorded_at: content.recordedAt,
      actor_kind: content.actor.kind,
      actor_id: content.actor.id,
      actor_process: content.actor.process,
      agency_id: content.agencyId,
      reason: content.reason,
      payload: content.payload,
      leaf_hash: leafHash(content).toString('hex'),
    };
  }
}

function keyOf(subject: { readonly kind: string; readonly id: string }): string {
  return `${subject.kind} ${subject.id}`;
}

const readLastSequences: LastSequences = async (subjects, manager) => {
  const rows = await manager.query<{ kind: string; id: string; last: number | null }[]>(SEQUENCES, [
    subjects.map(({ kind }) => kind),
    subjects.map(({ id }) => id),
  ]);
  return new Map(rows.map(({ kind, id, last }) => [keyOf({ kind, id }), last ?? 0]));
};
