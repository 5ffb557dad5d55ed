import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSeen } from './allow-codes';

/**
 * What a provider's worker reads: the classes of an open share, while consent or an override stands for each of them.
 * The ground is looked at on every read, so that withdrawal and expiry close it though nobody acts (P6).
 */
export class ShareWithProviders1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.share (
        share_id uuid primary key,
        case_id uuid not null,
        person_id uuid not null,
        handling_agency_id uuid not null,
        reference text not null,
        agency_id uuid not null,
        purpose text not null,
        data_classes text[] not null,
        state text not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        opened_by uuid,
        opened_at timestamptz,
        closed_at timestamptz,
        closing text,
        revision integer not null default 1,
        constraint share_of_case foreign key (case_id) references app.case_file,
        constraint share_of_person foreign key (person_id) references app.person,
        constraint share_with_agency foreign key (agency_id) references app.agency,
        constraint share_proposed_by_user foreign key (proposed_by) references app.staff_user,
        constraint share_opened_by_user foreign key (opened_by) references app.staff_user,
        constraint share_goes_elsewhere check (agency_id <> handling_agency_id),
        constraint share_state_known check (state in ('proposed', 'open', 'closed')),
        constraint share_purpose_known check (purpose in ('support', 'health-care', 'safeguarding')),
        constraint share_classes_known check (cardinality(data_classes) > 0 and data_classes <@ array[
          'identity', 'safe-contact', 'incident', 'investigation', 'needs', 'support-fact'
        ]),
        constraint share_opened_by_somebody check ((opened_by is null) = (opened_at is null)),
        constraint share_open_was_opened check (state <> 'open' or opened_at is not null),
        constraint share_closed_has_time check ((state = 'closed') = (closed_at is not null)),
        constraint share_closed_says_why check ((state = 'closed') = (closing is not null)),
        constraint share_closing_known check (closing in (
          'consent-withdrawn', 'consent-expired', 'override-ended', 'not-needed'
        ))
      );
      create unique index share_one_live on app.share (case_id, agency_id, purpose) where state <> 'closed';
      create index share_by_person on app.share (person_id);
      create index share_of_agency on app.share (agency_id, opened_at desc, share_id) where state = 'open';

      create table app.share_notice (
        notice_id uuid primary key,
        share_id uuid not null,
        agency_id uuid not null,
        handling_agency_id uuid not null,
        kind text not null,
        reference text not null,
        raised_at timestamptz not null,
        seen_by uuid,
        seen_at timestamptz,
        constraint share_notice_of_share foreign key (share_id) references app.share,
        constraint share_notice_to_agency foreign key (agency_id) references app.agency,
        constraint share_notice_kind_known check (kind in ('opened', 'narrowed', 'recalled')),
        constraint share_notice_seen_by_somebody check ((seen_by is null) = (seen_at is null))
      );
      create index share_notice_unseen on app.share_notice (agency_id, raised_at) where seen_at is null;
      create index share_notice_by_share on app.share_notice (share_id);

      ${allowSeen('incident', 'investigation', 'needs', 'support-fact', 'consent-note')}
    `);
    await runner.query(POLICIES);
  }

  async down(runner: QueryRunner): Promise<void> {
    const reads = SHARED_TABLES.map(({ table }) => `drop policy share_reads on ${table};`).join('\n');
    await runner.query(`
      ${reads}
      drop policy sharer_reads on app.access_log;
      drop table app.share_notice;
      drop function app.shared_with_me(uuid, text);
      drop table app.share;
    `);
  }
}

const HANDLER = `(select app.handles_cases()) and handling_agency_id = (select app.claim_agency())`;
const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead')`;
const PROVIDER = `(select app.claim_role()) = 'provider-worker'`;
const sharedWith = (table: string, what: string) => `app.shared_with_me(${table}.person_id, '${what}')`;

/** Which class opens which rows to the agency it is shared with. */
const SHARED_TABLES = [
  {
    table: 'vault.person_record',
    which: `case kind
      when 'identity' then ${sharedWith('person_record', 'identity')}
      when 'contact-route' then ${sharedWith('person_record', 'safe-contact')}
      when 'safe-contact-words' then ${sharedWith('person_record', 'safe-contact')}
      when 'crime-reference' then ${sharedWith('person_record', 'investigation')}
      else false
    end`,
  },
  { table: 'app.safe_contact_card', which: sharedWith('safe_contact_card', 'safe-contact') },
  { table: 'app.contact_route', which: sharedWith('contact_route', 'safe-contact') },
  { table: 'app.incident', which: sharedWith('incident', 'incident') },
  { table: 'app.report', which: sharedWith('report', 'investigation') },
  { table: 'app.person', which: sharedWith('person', 'needs') },
] as const;

const POLICIES = `
  ${['share', 'share_notice']
    .map(
      (table) => `
    alter table app.${table} enable row level security;
    alter table app.${table} force row level security;
    create policy service_works on app.${table} to waymark_worker using (true) with check (true);
    create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
    create policy auditor_sees on app.${table} for select to waymark_web
      using ((select app.claim_role()) = 'auditor');
    grant select, insert on app.${table} to waymark_web, waymark_worker;`,
    )
    .join('\n')}

  -- A proposal is nobody's business yet but the proposer's; a closed share is gone.
  create policy receiver_sees on app.share for select to waymark_web using (
    ${PROVIDER} and agency_id = (select app.claim_agency()) and state = 'open'
  );
  create policy handler_proposes on app.share for insert to waymark_web with check (
    ${CALLER} and ${HANDLER} and state = 'proposed' and proposed_by = (select app.claim_user()) and exists (
      select 1 from app.case_file c where c.case_id = share.case_id and c.person_id = share.person_id
        and c.handling_agency_id = share.handling_agency_id
    )
  );
  create policy handler_changes on app.share for update to waymark_web using (
    (select app.handles_cases()) and ${HANDLER}
  );
  grant update (data_classes, state, opened_by, opened_at, closed_at, closing, revision) on app.share
    to waymark_web, waymark_worker;

  create policy receiver_sees on app.share_notice for select to waymark_web using (
    ${PROVIDER} and agency_id = (select app.claim_agency())
  );
  create policy handler_tells on app.share_notice for insert to waymark_web with check (
    (select app.handles_cases()) and ${HANDLER} and exists (
      select 1 from app.share s where s.share_id = share_notice.share_id and s.agency_id = share_notice.agency_id
        and s.reference = share_notice.reference
    )
  );
  create policy receiver_notes on app.share_notice for update to waymark_web using (
    ${PROVIDER} and agency_id = (select app.claim_agency())
  ) with check (seen_by = (select app.claim_user()));
  grant update (seen_by, seen_at) on app.share_notice to waymark_web;

  create function app.shared_with_me(person uuid, what text) returns boolean language sql stable as $$
    select app.claim_role() = 'provider-worker' and exists (
      select 1 from app.share s
      where s.person_id = person and s.agency_id = app.claim_agency() and s.state = 'open'
        and what = any (s.data_classes)
        and (app.consent_stands(person, 'agency:' || s.agency_id::text, s.purpose, what)
          or app.override_covers(person, 'agency:' || s.agency_id::text, s.purpose, what))
    )
  $$;

  ${SHARED_TABLES.map(
    ({ table, which }) =>
      `create policy share_reads on ${table} for select to waymark_web using (${PROVIDER} and ${which});`,
  ).join('\n')}

  -- What another agency has seen of a case goes back to the people who shared it: which class, when, and no name.
  create policy sharer_reads on app.access_log for select to waymark_web using (
    (select app.handles_cases()) and basis = 'share' and exists (
      select 1 from app.case_file c where c.case_id = access_log.case_id
    )
  );
`;
