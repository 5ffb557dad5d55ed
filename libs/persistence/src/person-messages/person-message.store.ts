import type { CancelledMessage, PersonMessageStore } from '#libs/casework';
import type {
  AgencyId,
  CaseId,
  MessageChannel,
  MessageEnd,
  MessageKind,
  PersonId,
  PersonMessage,
  PersonMessageId,
  PersonMessageState,
  PersonTemplate,
  PersonTemplateBody,
  PersonTemplateId,
  RouteId,
  UserId,
} from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

/** A claim older than this is of a process that died: a hand-over takes seconds. By the system's clock. */
const LOST_AFTER_SECONDS = 60;
const LOST = `m.state = 'queued' and m.claimed_at < now() - interval '${LOST_AFTER_SECONDS} seconds'`;

export const MESSAGE_COLUMNS = `m.message_id, m.case_id, m.person_id, m.handling_agency_id, m.route_id, m.channel,
  m.kind, m.template_id, m.template_version, m.about_at, m.state, m.reason, m.tries, m.next_try_at, m.queued_by,
  m.queued_at, m.handed_over_at`;

export class PostgresPersonMessageStore implements PersonMessageStore {
  constructor(private readonly manager: EntityManager) {}

  async insert(message: PersonMessage): Promise<void> {
    await this.manager.query(
      `insert into app.person_message (message_id, case_id, person_id, handling_agency_id, route_id, channel, kind,
         template_id, template_version, about_at, next_try_at, queued_by, queued_at, kept_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
         case when app.works_at_provider() then app.claim_agency() end)`,
      [
        message.id,
        message.caseId,
        message.personId,
        message.handlingAgencyId,
        message.routeId,
        message.channel,
        message.kind,
        message.templateId,
        message.templateVersion,
        dateOf(message.aboutAt),
        message.nextTryAt === null ? null : dateOf(message.nextTryAt),
        message.queuedBy,
        dateOf(message.queuedAt),
      ],
    );
  }

  find(id: PersonMessageId): Promise<PersonMessage | null> {
    return this.one(`select ${MESSAGE_COLUMNS} from app.person_message m where m.message_id = $1`, id);
  }

  lock(id: PersonMessageId): Promise<PersonMessage | null> {
    return this.one(
      `select ${MESSAGE_COLUMNS} from app.person_message m where m.message_id = $1 for update`,
      id,
    );
  }

  async save(message: PersonMessage): Promise<void> {
    const { id, state, reason, tries, nextTryAt, handedOverAt } = message;
    await this.manager.query(
      `update app.person_message set state = $2, reason = $3, tries = $4, next_try_at = $5, handed_over_at = $6,
         claimed_at = null,
         ended_at = case when $2 in ('failed', 'withheld', 'cancelled') then coalesce(ended_at, app.service_now()) end
       where message_id = $1`,
      [
        id,
        state,
        reason,
        tries,
        nextTryAt === null ? null : dateOf(nextTryAt),
        handedOverAt === null ? null : dateOf(handedOverAt),
      ],
    );
  }

  async cancel(cancelled: Parameters<PersonMessageStore['cancel']>[0]): Promise<readonly CancelledMessage[]> {
    const { personId, because, routeId, messageId } = cancelled;
    return this.manager.query<CancelledMessage[]>(
      `select c.message_id as "messageId", c.case_id as "caseId"
       from app.cancel_person_messages($1, $2, $3, $4) c order by 1`,
      [personId, because, routeId, messageId],
    );
  }

  async lockCard(personId: PersonId): Promise<void> {
    await this.manager.query('select app.lock_card($1)', [personId]);
  }

  async claimDue({ limit }: { limit: number }): Promise<readonly PersonMessage[]> {
    const [rows] = await this.manager.query<[RawMessage[], number]>(
      `with due as (
         select message_id from app.person_message
         where state = 'queued' and claimed_at is null and next_try_at <= app.service_now()
         order by next_try_at limit $1 for update skip locked
       )
       update app.person_message m set claimed_at = now() from due where m.message_id = due.message_id
       returning ${MESSAGE_COLUMNS}`,
      [limit],
    );
    return rows.map(messageOf);
  }

  async lostClaims({ limit }: { limit: number }): Promise<readonly PersonMessageId[]> {
    const rows = await this.manager.query<{ id: PersonMessageId }[]>(
      `select message_id as id from app.person_message m where ${LOST} and not app.is_set_aside('message', m.message_id)
       order by m.claimed_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  lockLost(id: PersonMessageId): Promise<PersonMessage | null> {
    return this.one(
      `select ${MESSAGE_COLUMNS} from app.person_message m where m.message_id = $1 and ${LOST} for update skip locked`,
      id,
    );
  }

  async failedWithoutReview({ limit }: { limit: number }): Promise<readonly PersonMessageId[]> {
    const rows = await this.manager.query<{ id: PersonMessageId }[]>(
      `select message_id as id from app.person_message m
       where m.state = 'failed' and not app.is_set_aside('failed-message', m.message_id) and not exists (
         select 1 from app.safety_review v where v.message_id = m.message_id
       ) order by m.ended_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  templateVersion({
    id,
    version,
  }: {
    id: PersonTemplateId;
    version: number;
  }): Promise<PersonTemplate | null> {
    return this.template('version = $2', [id, version]);
  }

  async groundOf(id: PersonMessageId): Promise<boolean | null> {
    const [row] = await this.manager.query<{ ground: boolean | null }[]>(
      'select app.reminder_ground($1) as ground',
      [id],
    );
    return row?.ground ?? null;
  }

  templateInForce(id: PersonTemplateId): Promise<PersonTemplate | null> {
    return this.template('effective_from <= app.service_now()', [id]);
  }

  async reportsWaiting({ limit }: { limit: number }): Promise<readonly string[]> {
    const rows = await this.manager.query<{ id: string }[]>(
      `select report_id as id from app.delivery_report
       where taken_at is null and not app.is_set_aside('delivery-report', report_id)
       order by reported_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async takeReport(id: string): ReturnType<PersonMessageStore['takeReport']> {
    const [rows] = await this.manager.query<
      [{ messageId: PersonMessageId; outcome: 'delivered' | 'failed' }[], number]
    >(
      `update app.delivery_report r set taken_at = now() where r.report_id = $1 and r.taken_at is null
       returning r.message_id as "messageId", r.outcome`,
      [id],
    );
    return rows[0] ?? null;
  }

  async report({ messageId, outcome }: Parameters<PersonMessageStore['report']>[0]): Promise<void> {
    await this.manager.query('insert into app.delivery_report (message_id, outcome) values ($1, $2)', [
      messageId,
      outcome,
    ]);
  }

  private async one(sql: string, id: PersonMessageId): Promise<PersonMessage | null> {
    const [row] = await this.manager.query<RawMessage[]>(sql, [id]);
    return row ? messageOf(row) : null;
  }

  private async template(condition: string, values: readonly unknown[]): Promise<PersonTemplate | null> {
    const [row] = await this.manager.query<
      { template_id: PersonTemplateId; version: number; body: PersonTemplateBody }[]
    >(
      `select template_id, version, body from app.message_template_version
       where template_id = $1 and ${condition} order by version desc limit 1`,
      [...values],
    );
    return row ? { id: row.template_id, version: row.version, ...row.body } : null;
  }
}

export interface RawMessage {
  readonly message_id: PersonMessageId;
  readonly case_id: CaseId;
  readonly person_id: PersonId;
  readonly handling_agency_id: AgencyId;
  readonly route_id: RouteId;
  readonly channel: MessageChannel;
  readonly kind: MessageKind;
  readonly template_id: PersonTemplateId;
  readonly template_version: number;
  readonly about_at: Date;
  readonly state: PersonMessageState;
  readonly reason: MessageEnd | null;
  readonly tries: number;
  readonly next_try_at: Date | null;
  readonly queued_by: UserId;
  readonly queued_at: Date;
  readonly handed_over_at: Date | null;
}

export function messageOf(row: RawMessage): PersonMessage {
  return {
    id: row.message_id,
    caseId: row.case_id,
    personId: row.person_id,
    handlingAgencyId: row.handling_agency_id,
    routeId: row.route_id,
    channel: row.channel,
    kind: row.kind,
    templateId: row.template_id,
    templateVersion: row.template_version,
    aboutAt: instantOf(row.about_at),
    state: row.state,
    reason: row.reason,
    tries: row.tries,
    nextTryAt: row.next_try_at && instantOf(row.next_try_at),
    queuedBy: row.queued_by,
    queuedAt: instantOf(row.queued_at),
    handedOverAt: row.handed_over_at && instantOf(row.handed_over_at),
  };
}
