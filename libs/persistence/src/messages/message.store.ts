import type { Vault } from '#libs/casework';
import type { TemplateId, UserId } from '#libs/domain';
import type { DataSource } from 'typeorm';

/** One message to one member of staff, with the references it is about and nothing else. */
export interface OutgoingMessage {
  readonly id: string;
  readonly recipientUserId: UserId;
  readonly template: TemplateId;
  /** References of the alerts or pages that still need somebody; empty when nobody is needed any more. */
  readonly references: readonly string[];
  /** Which attempt this is, from 1. */
  readonly attempt: number;
}

/** Seconds after the claim at which each attempt may start. A message whose last attempt failed is given up. */
const ATTEMPT_AFTER_SECONDS = [0, 30, 120, 600, 3_600];
export const MOST_ATTEMPTS = ATTEMPT_AFTER_SECONDS.length;

/**
 * A notice nobody could be told of for a week tells nothing new: repeats of its alert have notices of their own.
 * Whoever was written to a moment ago waits a little, so that a storm of alerts is a few messages and not hundreds.
 */
const CLAIM = `
  with recent as (
    select distinct recipient_user_id from app.sent_message where claimed_at > now() - interval '10 seconds'
  ), due as (
    select n.alert_id, n.recipient_user_id
    from app.alert_notice n
    join app.alert a on a.alert_id = n.alert_id and a.state = 'raised'
    where n.message_id is null and n.recipient_user_id not in (select recipient_user_id from recent)
      and n.notify_at <= app.service_now() and n.notify_at > app.service_now() - interval '7 days'
    order by n.notify_at limit $1
    for update of n skip locked
  ), message as (
    insert into app.sent_message (message_id, recipient_user_id, template, alert_ids, state, claimed_at)
    select uuidv7(), recipient_user_id, 'alerts-waiting', array_agg(alert_id order by alert_id), 'claimed', now()
    from due group by recipient_user_id
    returning message_id, recipient_user_id
  )
  update app.alert_notice n set message_id = m.message_id
  from due d join message m using (recipient_user_id)
  where n.alert_id = d.alert_id and n.recipient_user_id = d.recipient_user_id`;

/** Pages wait for nothing: whoever was written to a moment ago is written to again. */
const CLAIM_PAGES = `
  with due as (
    select n.page_id, n.step, n.recipient_user_id
    from app.urgent_page_notice n
    join app.urgent_page p on p.page_id = n.page_id and p.state = 'open'
    where n.message_id is null and n.notify_at > app.service_now() - interval '1 day'
    order by n.notify_at limit $1
    for update of n skip locked
  ), message as (
    insert into app.sent_message (message_id, recipient_user_id, template, alert_ids, page_ids, state, claimed_at)
    select uuidv7(), recipient_user_id, 'urgent-page', '{}', array_agg(distinct page_id), 'claimed', now()
    from due group by recipient_user_id
    returning message_id, recipient_user_id
  )
  update app.urgent_page_notice n set message_id = m.message_id
  from due d join message m using (recipient_user_id)
  where n.page_id = d.page_id and n.step = d.step and n.recipient_user_id = d.recipient_user_id`;

/** Emergency openings are told at once, to each of those whom the opening itself named. */
const CLAIM_OPENINGS = `
  with due as (
    select n.grant_id, n.recipient_user_id from app.break_glass_notice n
    where n.message_id is null order by n.notify_at limit $1 for update of n skip locked
  ), message as (
    insert into app.sent_message (message_id, recipient_user_id, template, alert_ids, glass_ids, state, claimed_at)
    select uuidv7(), recipient_user_id, 'opened-in-emergency', '{}', array_agg(grant_id), 'claimed', now()
    from due group by recipient_user_id
    returning message_id, recipient_user_id
  )
  update app.break_glass_notice n set message_id = m.message_id
  from due d join message m using (recipient_user_id)
  where n.grant_id = d.grant_id and n.recipient_user_id = d.recipient_user_id`;

/** Overdue safeguarding tasks are told at once, to the safeguarding lead and the duty leads. */
const CLAIM_SAFEGUARDING = `
  with due as (
    select n.task_id, n.noted_at, n.recipient_user_id from app.safeguarding_notice n
    where n.message_id is null and n.noted_at > app.service_now() - interval '7 days'
    order by n.noted_at limit $1 for update of n skip locked
  ), message as (
    insert into app.sent_message (message_id, recipient_user_id, template, alert_ids, safeguarding_ids, state,
      claimed_at)
    select uuidv7(), recipient_user_id, 'work-overdue', '{}', array_agg(distinct task_id), 'claimed', now()
    from due group by recipient_user_id
    returning message_id, recipient_user_id
  )
  update app.safeguarding_notice n set message_id = m.message_id
  from due d join message m using (recipient_user_id)
  where n.task_id = d.task_id and n.noted_at = d.noted_at and n.recipient_user_id = d.recipient_user_id`;

/** Whatever else waits for somebody: one message for each recipient and text. */
const CLAIM_NOTICES = `
  with due as (
    select n.notice_id, n.recipient_user_id, n.template from app.staff_notice n
    where n.message_id is null and n.noted_at > app.service_now() - interval '7 days'
    order by n.noted_at limit $1 for update of n skip locked
  ), message as (
    insert into app.sent_message (message_id, recipient_user_id, template, alert_ids, notice_ids, state, claimed_at)
    select uuidv7(), recipient_user_id, template, '{}', array_agg(notice_id), 'claimed', now()
    from due group by recipient_user_id, template
    returning message_id, recipient_user_id, template
  )
  update app.staff_notice n set message_id = m.message_id
  from due d join message m using (recipient_user_id, template)
  where n.notice_id = d.notice_id`;

const TAKE = `
  with ready as (
    select message_id from app.sent_message
    where state = 'claimed' and attempts < $1
      and claimed_at + make_interval(secs => ($2::integer[])[attempts + 1]) <= now()
    order by template = 'urgent-page' desc, claimed_at limit $3
    for update skip locked
  )
  update app.sent_message s set attempts = s.attempts + 1
  from ready r where s.message_id = r.message_id
  returning s.message_id as id, s.recipient_user_id as "recipientUserId", s.attempts as attempt,
    s.template, array(
      select a.reference from app.alert a where a.alert_id = any(s.alert_ids) and a.state = 'raised'
        and not app.user_is_behind_wall(a.case_id, s.recipient_user_id)
      union select p.reference from app.urgent_page p where p.page_id = any(s.page_ids) and p.state = 'open'
        and not app.user_is_behind_wall(p.case_id, s.recipient_user_id)
      union select g.reference from app.break_glass g where g.grant_id = any(s.glass_ids) and g.review is null
      union select t.reference from app.safeguarding_task t
        where t.task_id = any(s.safeguarding_ids) and t.settled_at is null
          and not app.user_is_behind_wall(t.case_id, s.recipient_user_id)
      union select n.reference from app.staff_notice n
        where n.notice_id = any(s.notice_ids) and app.notice_stands(n.kind, n.subject_id)
          and (n.case_id is null or not app.user_is_behind_wall(n.case_id, s.recipient_user_id))
      order by 1) as references`;

/**
 * Messages to staff. A message is claimed with a fixed id before anything is sent, so a crash can repeat a mail but
 * never make two messages of one alert. Times here are the system's: a demo clock that jumps resends nothing.
 */
export class MessageStore {
  constructor(
    private readonly source: DataSource,
    private readonly vault: Vault,
  ) {}

  /** Gathers the notices that are due into one message for each recipient. Returns how many notices there were. */
  async claim({ limit }: { readonly limit: number }): Promise<number> {
    const [, noticed] = await this.source.query<[unknown[], number]>(CLAIM, [limit]);
    return noticed;
  }

  /** Gathers what urgent pages have to tell each recipient. Returns how many notices there were. */
  async claimPages({ limit }: { readonly limit: number }): Promise<number> {
    const [, noticed] = await this.source.query<[unknown[], number]>(CLAIM_PAGES, [limit]);
    return noticed;
  }

  /** Gathers what emergency openings have to tell each recipient. Returns how many notices there were. */
  async claimOpenings({ limit }: { readonly limit: number }): Promise<number> {
    const [, noticed] = await this.source.query<[unknown[], number]>(CLAIM_OPENINGS, [limit]);
    return noticed;
  }

  /** Gathers what overdue safeguarding tasks have to tell each recipient. Returns how many notices there were. */
  async claimSafeguarding({ limit }: { readonly limit: number }): Promise<number> {
    const [, noticed] = await this.source.query<[unknown[], number]>(CLAIM_SAFEGUARDING, [limit]);
    return noticed;
  }

  /** Gathers what else waits for each recipient. Returns how many notices there were. */
  async claimNotices({ limit }: { readonly limit: number }): Promise<number> {
    const [, noticed] = await this.source.query<[unknown[], number]>(CLAIM_NOTICES, [limit]);
    return noticed;
  }

  /** Takes messages whose next attempt may start; taking one counts as the attempt. */
  async take({ limit }: { readonly limit: number }): Promise<readonly OutgoingMessage[]> {
    const [messages] = await this.source.query<[OutgoingMessage[], number]>(TAKE, [
      MOST_ATTEMPTS,
      ATTEMPT_AFTER_SECONDS,
      limit,
    ]);
    return messages;
  }

  async markSent(id: string): Promise<void> {
    await this.source.query(
      `update app.sent_message set state = 'sent', sent_at = now() where message_id = $1 and state = 'claimed'`,
      [id],
    );
  }

  async giveUp(id: string): Promise<void> {
    await this.source.query(
      `update app.sent_message set state = 'failed' where message_id = $1 and state = 'claimed'`,
      [id],
    );
  }

  /** Messages whose last attempt ended without an answer, because the process that made it died. */
  async giveUpUnanswered(): Promise<readonly string[]> {
    const [rows] = await this.source.query<[{ id: string }[], number]>(
      `update app.sent_message set state = 'failed'
       where state = 'claimed' and attempts >= $1 and claimed_at < now() - make_interval(secs => $2)
       returning message_id as id`,
      [MOST_ATTEMPTS, 2 * (ATTEMPT_AFTER_SECONDS.at(-1) ?? 0)],
    );
    return rows.map(({ id }) => id);
  }

  /** The work address of an active member of staff; null when there is none that can be read. */
  async addressOf(userId: UserId): Promise<string | null> {
    const [row] = await this.source.query<{ sealed: Buffer }[]>(
      `select p.sealed from vault.staff_profile p join app.staff_user u on u.user_id = p.user_id
       where p.user_id = $1 and u.state = 'active'`,
      [userId],
    );
    if (!row) return null;
    const subject = await this.vault.of(userId);
    if (subject.kind === 'unreadable') return null;
    return subject.vault.open({ recordId: userId, kind: 'staff-profile' }, row.sealed)?.email ?? null;
  }
}
