import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * Investigations of a case: what happened, where the person stands, who is in charge; dates and codes, never words. The
 * police read what the police entered and nothing of the rest (P7); a service reads with consent for the investigation,
 * asked afresh on every read (P6). What happened to the suspect opens an urgent question whether contact is still safe.
 */
export class FollowInvestigations1790000000084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GROUND);
    await runner.query(POLICIES);
    await runner.query(RECHECKS);
    await runner.query(JOURNAL);
    await runner.query(NOTICES);
    await runner.query(
      allowCodes({
        table: 'app.overdue_work',
        constraint: 'overdue_work_kind_known',
        column: 'kind',
        codes: ['contact-recheck'],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.notice_stands(text, uuid);
      alter function app.notice_stands_besides_rechecks(text, uuid) rename to notice_stands;
      drop policy track_keeper_appends on app.journal;
      ${SUBJECTS.map(({ table }) => `drop policy ${table}_reads_back on app.journal;`).join(' ')}
      drop function app.track_may_journal(text, uuid, uuid, uuid);
      drop function app.ask_contact_again(uuid, uuid, timestamptz), app.counterpart_of(uuid);
      drop table app.contact_recheck, app.track_officer, app.track_position, app.milestone, app.track;
      drop function app.track_ground(uuid, uuid), app.track_side(), app.keeps_tracks();
      alter table app.contact_route drop column recheck_asked_at;
    `);
  }
}

const OF_TRACK = (table: string) => `
    track_id uuid not null,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    side text not null,
    agency_id uuid not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint ${table}_on_track foreign key (track_id) references app.track,
    constraint ${table}_of_case foreign key (case_id) references app.case_file,
    constraint ${table}_of_person foreign key (person_id) references app.person,
    constraint ${table}_by_agency foreign key (agency_id) references app.agency,
    constraint ${table}_by_user foreign key (recorded_by) references app.staff_user,
    constraint ${table}_side_known check (side in ('police', 'desk', 'service')),`;

const ENTRY_STATE = (table: string) => `
    state text not null default 'standing',
    ended_at timestamptz,
    revision integer not null default 1,
    constraint ${table}_state_known check (state in ('standing', 'superseded', 'withdrawn')),
    constraint ${table}_ended_has_time check ((state = 'standing') = (ended_at is null)),`;

/** `MILESTONE_KINDS` of domain/tracks. */
const KINDS = [
  'crime-reported',
  'crime-recorded',
  'written-confirmation',
  'needs-assessed',
  'needs-changed',
  'not-investigated',
  'investigation-opened',
  'interview-planned',
  'interview-recorded',
  'examination-planned',
  'device-asked-for',
  'device-returned',
  'third-party-material-asked-for',
  'suspect-identified',
  'voluntary-interview',
  'suspect-arrested',
  'interviewed-under-caution',
  'released-without-charge',
  'released-on-bail',
  'released-under-investigation',
  'police-bail-changed',
  'police-bail-ended',
  'early-advice-asked',
  'goes-on-without-person',
  'file-to-prosecutor',
  'out-of-court-considered',
  'out-of-court-given',
  'no-further-action',
  'prosecutor-decided-no-charge',
  'told-of-decision',
  'review-asked',
  'review-decided',
  'suspect-charged',
  'charge-stopped-or-changed',
  'hearing-listed',
  'hearing-held',
  'not-guilty-plea',
  'guilty-plea',
  'court-bail-decided',
  'warrant-issued',
  'rearrest-hearing',
  'unit-heard-from-court',
  'unit-heard-from-prosecutor',
  'evidence-asked-of-person',
  'measure-asked-for',
  'measure-granted',
  'measure-refused',
  'section-28-listed',
  'section-28-recorded',
  'court-visited',
  'trial-set',
  'trial-moved',
  'trial-began',
  'guilty-verdict',
  'not-guilty-verdict',
  'no-verdict',
  'case-discontinued',
  'expenses-claimed',
  'expenses-paid',
  'statement-offered',
  'statement-wanted',
  'statement-declined',
  'statement-taken',
  'statement-copy-asked-for',
  'statement-read',
  'sentence-listed',
  'sentence-passed',
  'asked-about-sentence',
  'court-compensation',
  'compensation-claimed',
  'compensation-decided',
  'property-no-longer-needed',
  'property-returned',
  'appeal-lodged',
  'appeal-listed',
  'appeal-bail-given',
  'appeal-decided',
  'contact-scheme-referred',
  'contact-scheme-offered',
  'contact-scheme-joined',
  'contact-scheme-left',
  'offender-key-stage',
  'parole-review-began',
  'release-considered',
  'offender-released',
];
const KIND_LIST = KINDS.map((kind) => `'${kind}'`).join(', ');

const TABLES = `
  create table app.track (
    track_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    referral_id uuid not null,
    reference text not null,
    handling_agency_id uuid not null,
    police_agency_id uuid,
    police_team_id uuid,
    number integer not null,
    opened_by uuid not null,
    opened_at timestamptz not null,
    revision integer not null default 1,
    constraint track_of_case foreign key (case_id) references app.case_file,
    constraint track_of_person foreign key (person_id) references app.person,
    constraint track_of_referral foreign key (referral_id) references app.referral,
    constraint track_of_agency foreign key (handling_agency_id) references app.agency,
    constraint track_opened_by_user foreign key (opened_by) references app.staff_user,
    constraint track_one_per_number unique (case_id, number),
    constraint track_number_positive check (number between 1 and 20),
    constraint track_police_whole check ((police_agency_id is null) = (police_team_id is null))
  );
  create unique index track_one_of_police on app.track (referral_id) where police_agency_id is not null;
  create index track_of_team on app.track (police_team_id) where police_team_id is not null;

  create table app.milestone (
    milestone_id uuid primary key,
    ${OF_TRACK('milestone')}
    kind text not null,
    detail text,
    happened_at timestamptz not null,
    precision text not null,
    court_at timestamptz,
    decided_by text,
    told_at timestamptz,
    issues text[] not null,
    issue_reason text,
    supersedes uuid,
    ended_reason text,
    ${ENTRY_STATE('milestone')}
    constraint milestone_kind_known check (kind in (${KIND_LIST})),
    constraint milestone_detail_is_code check (detail ~ '^[a-z0-9-]{1,40}$'),
    constraint milestone_precision_known check (precision in ('minute', 'day', 'month', 'year')),
    constraint milestone_decider_known check (decided_by in ('police', 'prosecutor', 'court')),
    constraint milestone_not_ahead check (happened_at <= recorded_at),
    constraint milestone_court_after_set check (court_at >= happened_at - interval '1 day'),
    constraint milestone_told_after_decided check (told_at >= happened_at - interval '1 day'),
    constraint milestone_issues_known check (issues <@ array[
      'earlier-step-missing', 'before-earlier-step', 'after-later-step', 'before-the-report', 'court-date-past',
      'after-the-limit'
    ]),
    constraint milestone_unusual_says_why check ((cardinality(issues) > 0) = (issue_reason is not null)),
    constraint milestone_issue_reason_known check (issue_reason in (
      'learnt-late', 'earlier-step-not-told', 'another-force-or-court', 'court-allowed-it', 'date-not-certain'
    )),
    constraint milestone_ended_says_why check ((state = 'standing') = (ended_reason is null)),
    constraint milestone_ended_reason_known check (ended_reason in (
      'wrong-date', 'wrong-detail', 'now-more-exact', 'told-since', 'court-or-police-put-it-right',
      'did-not-happen', 'entered-twice', 'wrong-case', 'wrong-kind'
    )),
    constraint milestone_supersedes_milestone foreign key (supersedes) references app.milestone
  );
  create unique index milestone_superseded_once on app.milestone (supersedes) where supersedes is not null;
  create index milestone_by_track on app.milestone (track_id, happened_at, milestone_id);
  create index milestone_by_case on app.milestone (case_id);
  create index milestone_in_court on app.milestone (case_id, court_at) where court_at is not null and state = 'standing';

  create table app.track_position (
    position_id uuid primary key,
    ${OF_TRACK('track_position')}
    position text not null,
    said_at timestamptz not null,
    reason text not null,
    told_in_person text not null,
    supersedes uuid,
    ${ENTRY_STATE('track_position')}
    constraint track_position_known check (position in ('supports', 'undecided', 'does-not-support', 'withdrew')),
    constraint track_position_reason_known check (reason in (
      'not-said', 'own-decision', 'health-and-wellbeing', 'fear-of-consequences', 'time-it-takes',
      'how-it-was-handled', 'family-or-relationship', 'wants-to-move-on', 'wants-justice'
    )),
    constraint track_position_told_known check (told_in_person in ('yes', 'no', 'not-known')),
    constraint track_position_not_ahead check (said_at <= recorded_at),
    constraint track_position_supersedes_position foreign key (supersedes) references app.track_position
  );
  create unique index track_position_superseded_once on app.track_position (supersedes) where supersedes is not null;
  create index track_position_by_track on app.track_position (track_id, said_at);
  create index track_position_by_case on app.track_position (case_id);

  create table app.track_officer (
    term_id uuid primary key,
    ${OF_TRACK('track_officer')}
    officer text not null,
    from_at timestamptz not null,
    reason text not null,
    person_told text not null,
    constraint track_officer_is_a_number check (officer ~ '^[A-Z0-9]{1,10}$'),
    constraint track_officer_reason_known check (reason in (
      'first-officer', 'moved-post', 'long-leave', 'specialist-team', 'person-asked', 'left-the-force', 'not-said'
    )),
    constraint track_officer_told_known check (person_told in ('yes', 'not-yet', 'not-known')),
    constraint track_officer_not_ahead check (from_at <= recorded_at)
  );
  create index track_officer_by_track on app.track_officer (track_id, from_at);
  create index track_officer_by_case on app.track_officer (case_id);

  create table app.contact_recheck (
    recheck_id uuid primary key,
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    reference text not null,
    track_id uuid not null,
    milestone_id uuid not null,
    cause text not null,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    state text not null default 'open',
    settled_by uuid,
    settled_at timestamptz,
    reason text,
    revision integer not null default 1,
    constraint contact_recheck_of_case foreign key (case_id) references app.case_file,
    constraint contact_recheck_of_person foreign key (person_id) references app.person,
    constraint contact_recheck_on_track foreign key (track_id) references app.track,
    constraint contact_recheck_for_milestone foreign key (milestone_id) references app.milestone,
    constraint contact_recheck_settled_by_user foreign key (settled_by) references app.staff_user,
    constraint contact_recheck_cause_known check (cause in (${KIND_LIST})),
    constraint contact_recheck_state_known check (state in ('open', 'still-safe', 'changed', 'not-needed')),
    constraint contact_recheck_reason_known check (
      reason in ('entered-by-mistake', 'person-asked-already', 'no-contact-wanted')
    ),
    constraint contact_recheck_due_after_opening check (due_at > opened_at),
    constraint contact_recheck_settled_by_someone check (
      (state = 'open') = (settled_at is null) and (state = 'open') = (settled_by is null)
    ),
    constraint contact_recheck_not_needed_says_why check ((state = 'not-needed') = (reason is not null))
  );
  create unique index contact_recheck_one_open on app.contact_recheck (case_id) where state = 'open';
  create index contact_recheck_by_case on app.contact_recheck (case_id, opened_at);
  create index contact_recheck_due on app.contact_recheck (handling_agency_id, due_at) where state = 'open';

  alter table app.contact_route add column recheck_asked_at timestamptz;
  grant update (recheck_asked_at) on app.contact_route to waymark_web, waymark_worker;
`;

const GROUND = `
  create function app.track_side() returns text language sql stable as $$
    select case when app.claim_role() = 'officer' then 'police'
      when app.claim_role() = 'provider-worker' then 'service'
      when app.claim_role() in ('first-responder', 'duty-lead') then 'desk' end
  $$;
  create function app.keeps_tracks() returns boolean language sql stable as $$
    select app.track_side() is not null
  $$;

  -- What a track of a case is opened on: for the desk its own case, for a service one of which the investigation is shared with it,
  -- for an officer the case behind a referral of their own team, of which they learn nothing else.
  create function app.track_ground(of_case uuid, of_referral uuid)
    returns table (case_id uuid, person_id uuid, referral_id uuid, reference text, handling_agency_id uuid,
      police_agency_id uuid, police_team_id uuid, closed boolean, next_number integer)
    language sql stable security definer set search_path = '' as $$
    select c.case_id, c.person_id, c.referral_id, c.reference, c.handling_agency_id,
      case when r.source = 'police' and r.referring_team_id is not null and r.referring_agency_id <> c.handling_agency_id
        then r.referring_agency_id end,
      case when r.source = 'police' and r.referring_agency_id <> c.handling_agency_id then r.referring_team_id end,
      case when app.claim_role() = 'officer' then false else c.closed_at is not null end,
      (select coalesce(max(t.number), 0) + 1 from app.track t where t.case_id = c.case_id)
    from app.case_file c join app.referral r on r.referral_id = c.referral_id
    where (c.case_id = of_case or r.referral_id = of_referral)
      and c.case_id not in (select b.case_id from app.behind_wall() b)
      and (
        (app.handles_cases() and c.case_id = of_case and c.handling_agency_id = app.claim_agency())
        or (app.works_at_provider() and c.case_id = of_case and app.case_shared_with_me(c.case_id)
          and app.shared_with_me(c.person_id, 'investigation'))
        or (app.claim_role() = 'officer' and r.referral_id = of_referral and r.source = 'police'
          and r.referring_agency_id = app.claim_agency() and r.referring_team_id = app.claim_team()
          and r.referring_agency_id <> c.handling_agency_id)
      )
  $$;
  revoke execute on function app.track_ground from public;
  grant execute on function app.track_ground to waymark_web;
`;

const ME = '(select app.claim_user())';
const MINE = 'agency_id = (select app.claim_agency())';
const HANDLER = `(select app.handles_cases()) and handling_agency_id = (select app.claim_agency())`;
const KEEPER = '(select app.keeps_tracks())';
const SERVICE = `(select app.works_at_provider())`;
const OFFICER = `(select app.claim_role()) = 'officer'`;
const ON_TRACK = (table: string) => `exists (
  select 1 from app.track t where t.track_id = ${table}.track_id and t.case_id = ${table}.case_id
    and t.person_id = ${table}.person_id and t.handling_agency_id = ${table}.handling_agency_id)`;

const forced = (table: string) => `
  alter table app.${table} enable row level security;
  alter table app.${table} force row level security;
  create policy service_works on app.${table} to waymark_worker using (true) with check (true);
  create policy handler_sees on app.${table} for select to waymark_web using (${HANDLER});
  create policy auditor_sees on app.${table} for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  grant select on app.${table} to waymark_web, waymark_worker;
  select app.put_behind_walls('app.${table}');
  select app.open_to_subject_packs('app.${table}');`;

/** What is entered on a track: in the name of whoever enters it, where they may read the track. */
const entries = (table: string) => `
  ${forced(table)}
  create policy service_sees on app.${table} for select to waymark_web using (${SERVICE} and ${ON_TRACK(table)});
  create policy police_sees on app.${table} for select to waymark_web using (
    ${OFFICER} and side = 'police' and ${MINE} and ${ON_TRACK(table)}
  );
  create policy keeper_adds on app.${table} for insert to waymark_web with check (
    ${KEEPER} and side = (select app.track_side()) and ${MINE} and recorded_by = ${ME} and ${ON_TRACK(table)}
  );
  grant insert on app.${table} to waymark_web;`;

const ends = (table: string, columns: string) => `
  create policy keeper_ends on app.${table} for update to waymark_web using (
    ${KEEPER} and side = (select app.track_side()) and ${MINE} and state = 'standing' and ${ON_TRACK(table)}
  ) with check (state in ('superseded', 'withdrawn'));
  grant update (${columns}) on app.${table} to waymark_web;`;

const POLICIES = `
  ${forced('track')}
  create policy service_sees on app.track for select to waymark_web using (
    ${SERVICE} and app.case_shared_with_me(track.case_id) and app.shared_with_me(track.person_id, 'investigation')
  );
  create policy police_sees on app.track for select to waymark_web using (
    ${OFFICER} and police_agency_id = (select app.claim_agency()) and police_team_id = (select app.claim_team())
  );
  create policy keeper_opens on app.track for insert to waymark_web with check (
    ${KEEPER} and opened_by = ${ME} and exists (
      select 1 from app.track_ground(track.case_id, track.referral_id) g
      where g.case_id = track.case_id and g.person_id = track.person_id and g.referral_id = track.referral_id
        and g.reference = track.reference and g.handling_agency_id = track.handling_agency_id
        and (track.police_agency_id is null or (g.police_agency_id = track.police_agency_id
          and g.police_team_id = track.police_team_id))
    )
  );
  create policy keeper_locks on app.track for update to waymark_web using (${KEEPER});
  grant insert on app.track to waymark_web;
  grant update (revision) on app.track to waymark_web;

  ${entries('milestone')}
  ${ends('milestone', 'state, ended_reason, ended_at, revision')}
  ${entries('track_position')}
  ${ends('track_position', 'state, ended_at, revision')}
  ${entries('track_officer')}
`;

const RECHECKS = `
  ${forced('contact_recheck')}
  create policy recheck_keeper on app.contact_recheck for insert to current_user with check (true);
  create policy caller_settles on app.contact_recheck for update to waymark_web using (
    (select app.claim_role()) in ('first-responder', 'duty-lead') and ${HANDLER} and state = 'open'
  ) with check (settled_by = ${ME} and state <> 'open');
  grant update (state, settled_by, settled_at, reason, revision) on app.contact_recheck to waymark_web;

  -- For a milestone that the asker entered in this very transaction: neither the police nor a service reads the card or
  -- whether somebody asked before. False when the same question is open already; the ways to reach the person are asked
  -- about again either way.
  create function app.ask_contact_again(recheck uuid, of_milestone uuid, due timestamptz) returns boolean
    language plpgsql security definer set search_path = '' as $$
  declare
    told app.milestone;
    opened integer;
  begin
    select m.* into told from app.milestone m
    where m.milestone_id = of_milestone and m.recorded_by = app.claim_user() and m.agency_id = app.claim_agency()
      and m.xmin = pg_current_xact_id()::xid;
    if not found or due <= app.service_now() or due > app.service_now() + interval '1 day' then
      return false;
    end if;
    insert into app.contact_recheck (recheck_id, case_id, person_id, handling_agency_id, reference, track_id,
      milestone_id, cause, opened_at, due_at)
    select recheck, told.case_id, told.person_id, told.handling_agency_id, c.reference, told.track_id,
      told.milestone_id, told.kind, app.service_now(), due
    from app.case_file c where c.case_id = told.case_id and c.closed_at is null
    on conflict (case_id) where state = 'open' do nothing;
    get diagnostics opened = row_count;
    update app.contact_route set recheck_asked_at = app.service_now()
    where person_id = told.person_id and state <> 'quarantined';
    return opened > 0;
  end $$;

  -- The same step as somebody else told it: what it entitles the person to is planned from one of the two, never twice.
  create function app.counterpart_of(of_milestone uuid) returns uuid
    language sql stable security definer set search_path = '' as $$
    select o.milestone_id from app.milestone m
    join app.milestone o on o.track_id = m.track_id and o.kind = m.kind and o.milestone_id <> m.milestone_id
      and o.detail is not distinct from m.detail and o.state = 'standing' and o.side <> m.side
      and o.court_at is not distinct from m.court_at
      and abs(extract(epoch from o.happened_at - m.happened_at)) <= 86400
    where m.milestone_id = of_milestone and m.recorded_by = app.claim_user() and m.agency_id = app.claim_agency()
      and m.xmin = pg_current_xact_id()::xid
    order by o.recorded_at desc, o.milestone_id limit 1
  $$;
  revoke execute on function app.ask_contact_again, app.counterpart_of from public;
  grant execute on function app.ask_contact_again, app.counterpart_of to waymark_web;
`;

const THEMSELVES = `actor_kind = 'staff' and actor_id = ${ME} and ${MINE}`;

const SUBJECTS = [
  { kind: 'track', table: 'track', key: 'track_id' },
  { kind: 'milestone', table: 'milestone', key: 'milestone_id' },
  { kind: 'track-position', table: 'track_position', key: 'position_id' },
  { kind: 'track-officer', table: 'track_officer', key: 'term_id' },
  { kind: 'contact-recheck', table: 'contact_recheck', key: 'recheck_id' },
] as const;

const OF_ROW = SUBJECTS.map(
  ({ kind, table, key }) => `
      when '${kind}' then exists (
        select 1 from app.${table} t where t.${key} = subject and t.case_id = of_case)`,
).slice(0, 4);

const JOURNAL = `
  -- As the writer, under their own policies: a record that they may not see is none that they write about.
  create function app.track_may_journal(kind text, subject uuid, of_case uuid, of_milestone uuid) returns boolean
    language sql stable as $$
    select app.keeps_tracks() and case kind ${OF_ROW.join('')}
      when 'contact-recheck' then exists (
        select 1 from app.milestone m where m.milestone_id = of_milestone and m.case_id = of_case)
      else false end
  $$;
  create policy track_keeper_appends on app.journal for insert to waymark_web with check (
    ${THEMSELVES} and ${KEEPER} and subject_kind in ('track', 'milestone', 'track-position', 'track-officer', 'contact-recheck')
    and app.track_may_journal(subject_kind, subject_id, case_id,
      case when subject_kind = 'contact-recheck' then (payload->>'milestoneId')::uuid end)
  );
  ${SUBJECTS.map(
    ({ kind, table, key }) => `
  create policy ${table}_reads_back on app.journal for select to waymark_web using (
    subject_kind = '${kind}' and exists (select 1 from app.${table} t where t.${key} = journal.subject_id)
  );`,
  ).join('')}
`;

/** What other work there is, the function knew before; this adds one kind and asks it about the rest. */
const NOTICES = `
  alter function app.notice_stands(text, uuid) rename to notice_stands_besides_rechecks;
  create function app.notice_stands(kind text, subject uuid) returns boolean language sql stable as $$
    select case kind
      when 'contact-recheck' then exists (
        select 1 from app.contact_recheck r where r.recheck_id = subject and r.state = 'open')
      else app.notice_stands_besides_rechecks(kind, subject) end
  $$;
`;
