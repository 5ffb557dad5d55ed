import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSeen } from './allow-codes';

const NOTE_WALLS = ['contact', 'advocacy', 'supervision'] as const;
const WALLS = [...NOTE_WALLS, 'therapy'] as const;
type Wall = (typeof WALLS)[number];

const ROLE: Readonly<Record<Wall, string>> = {
  contact: 'waymark_contact_notes',
  advocacy: 'waymark_advocacy_notes',
  supervision: 'waymark_supervision_notes',
  therapy: 'waymark_therapy_notes',
};
const SCHEMA: Readonly<Record<Wall, string>> = {
  contact: 'contact_notes',
  advocacy: 'advocacy_notes',
  supervision: 'supervision_notes',
  therapy: 'therapy_notes',
};
const SUBJECT: Readonly<Record<Wall, string>> = {
  contact: 'contact-note',
  advocacy: 'advocacy-note',
  supervision: 'supervision-note',
  therapy: 'therapy-milestone',
};
const TABLE: Readonly<Record<Wall, string>> = {
  contact: 'contact_notes.note',
  advocacy: 'advocacy_notes.note',
  supervision: 'supervision_notes.note',
  therapy: 'therapy_notes.milestone',
};

/**
 * Notes, each kind behind a wall of its own: a schema that one database role reaches and no other, not the web process,
 * not the worker, not another wall. What a note says is sealed under a key that is the person's and the wall's. Behind
 * the therapy wall there are milestones and no column for words. What happened to notes stands in the journal under no
 * case, so that whoever reads a case's history learns nothing of them, not even how many there are (P7).
 */
export class KeepNotesInWalls1790000000088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WHO_MAY);
    for (const wall of WALLS) {
      await runner.query(wall === 'therapy' ? MILESTONES : notes(wall));
      await runner.query(shut(wall));
      await runner.query(surroundings(wall));
    }
    for (const wall of NOTE_WALLS) await runner.query(writing(wall));
    await runner.query(KEEPING_MILESTONES);
    for (const from of NOTE_WALLS)
      for (const to of NOTE_WALLS) if (from !== to) await runner.query(moving(from, to));
    await runner.query(
      allowSeen('contact-notes', 'advocacy-notes', 'supervision-notes', 'therapy-milestones'),
    );
    await runner.query(withNotes('app.rows_about(uuid)', { before: PACKED, after: PACKED_WITH_NOTES }));
    await runner.query(withNotes('app.erase_rows(uuid)', { before: ERASED, after: ERASED_WITH_NOTES }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(withNotes('app.erase_rows(uuid)', { before: ERASED_WITH_NOTES, after: ERASED }));
    await runner.query(withNotes('app.rows_about(uuid)', { before: PACKED_WITH_NOTES, after: PACKED }));
    await runner.query(`
      do $$ declare p record; begin
        for p in select schemaname, tablename, policyname from pg_policies
          where schemaname = 'app' and policyname like '%\\_notes\\_wall\\_%'
        loop
          execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
        end loop;
      end $$;
      ${WALLS.map((wall) => `drop schema ${SCHEMA[wall]} cascade;`).join('\n')}
      drop function app.case_for_notes(text, uuid);
      ${WALLS.map(
        (wall) => `
        revoke all on app.journal, app.access_log, app.idempotency_key, app.instance, app.break_glass from ${ROLE[wall]};
        revoke usage on schema app from ${ROLE[wall]};`,
      ).join('\n')}
    `);
  }
}

const PACKED = `n.nspname in ('app', 'vault')`;
const PACKED_WITH_NOTES = `n.nspname in ('app', 'vault', 'contact_notes', 'advocacy_notes', 'supervision_notes', 'therapy_notes')`;
const ERASED = `n.nspname in ('vault', 'wall')`;
const ERASED_WITH_NOTES = `n.nspname in ('vault', 'wall', 'contact_notes', 'advocacy_notes', 'supervision_notes', 'therapy_notes')`;

/** Which schemas a function goes through, changed in place: what else it does, its own migration says. */
function withNotes(signature: string, { before, after }: { before: string; after: string }): string {
  return `
    do $$ declare had text := pg_get_functiondef('${signature}'::regprocedure);
      want text := replace(had, $q$${before}$q$, $q$${after}$q$);
    begin
      if had = want then raise exception '${signature} goes through other schemas than it did'; end if;
      execute want;
    end $$;`;
}

const LIVE = `('waiting', 'allocated', 'active')`;

/** Role by agency by relationship by consent, for each wall; who leads their agency's work sees what colleagues hold. */
const WHO_MAY = `
  create function app.case_for_notes(behind text, of_case uuid)
    returns table (case_id uuid, person_id uuid, handling_agency_id uuid, reference text, closed_at timestamptz)
    language sql stable security definer set search_path = '' as $$
    select c.case_id, c.person_id, c.handling_agency_id, c.reference, c.closed_at
    from app.case_file c
    where c.case_id = of_case and c.case_id not in (select b.case_id from app.behind_wall() b)
      and case behind
        when 'contact' then app.handles_cases() and c.handling_agency_id = app.claim_agency()
        when 'supervision' then (app.leads_cases() and c.handling_agency_id = app.claim_agency())
          or (app.claim_role() = 'provider-coordinator' and app.case_shared_with(of_case, app.claim_agency()))
        when 'advocacy' then app.works_at_provider() and app.case_shared_with(of_case, app.claim_agency()) and (
          exists (
            select 1 from app.service_request r where r.case_id = of_case and r.agency_id = app.claim_agency()
              and r.kind <> 'counselling' and r.state in ${LIVE} and (app.claim_role() = 'provider-coordinator'
                or r.allocated_to is null or r.allocated_to = app.claim_user())
          ) or exists (
            select 1 from app.share s where s.case_id = of_case and s.agency_id = app.claim_agency()
              and s.state = 'open'
              and not exists (select 1 from app.service_request r where r.share_id = s.share_id)
          )
        )
        when 'therapy' then app.works_at_provider() and app.case_shared_with(of_case, app.claim_agency()) and exists (
          select 1 from app.service_request r where r.case_id = of_case and r.agency_id = app.claim_agency()
            and r.kind = 'counselling' and r.state in ${LIVE} and (app.claim_role() = 'provider-coordinator'
              or r.allocated_to is null or r.allocated_to = app.claim_user())
        )
        else false
      end
  $$;
  revoke execute on function app.case_for_notes from public;
`;

const OF_CASE = (table: string) => `
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    agency_id uuid not null,
    constraint ${table}_of_case foreign key (case_id) references app.case_file,
    constraint ${table}_of_person foreign key (person_id) references app.person,
    constraint ${table}_of_agency foreign key (agency_id) references app.agency,`;

function notes(wall: (typeof NOTE_WALLS)[number]): string {
  const name = `${wall}_note`;
  return `
    create schema ${SCHEMA[wall]};
    create table ${SCHEMA[wall]}.note (
      note_id uuid primary key,
      ${OF_CASE(name)}
      author_id uuid not null,
      kind text not null,
      happened_at timestamptz not null,
      recorded_at timestamptz not null,
      sealed bytea,
      wish text,
      hand_over_to text[] not null default '{}',
      agreed_how text,
      corrects uuid,
      state text not null default 'written',
      moved_from text,
      moved_by uuid,
      moved_at timestamptz,
      constraint ${name}_by_user foreign key (author_id) references app.staff_user,
      constraint ${name}_moved_by_user foreign key (moved_by) references app.staff_user,
      constraint ${name}_of_one_case unique (note_id, case_id),
      constraint ${name}_corrects_note_of_case foreign key (corrects, case_id)
        references ${SCHEMA[wall]}.note (note_id, case_id),
      constraint ${name}_kind_known check (kind in ('note', 'disclosure')),
      constraint ${name}_state_known check (state in ('written', 'moved')),
      constraint ${name}_wish_known check (wish in ('now', 'later', 'no')),
      constraint ${name}_hands_over_to_known check (hand_over_to <@ array['police', 'safeguarding']),
      constraint ${name}_agreed_how_known check (
        agreed_how in ('phone', 'in-person', 'video', 'message', 'letter')
      ),
      constraint ${name}_moved_from_known check (moved_from in (${NOTE_WALLS.filter((one) => one !== wall)
        .map((one) => `'${one}'`)
        .join(', ')})),
      constraint ${name}_says_something_once check (
        (sealed is not null) = (kind = 'note' and state = 'written')
      ),
      constraint ${name}_disclosure_has_wish check ((wish is not null) = (kind = 'disclosure' and state = 'written')),
      constraint ${name}_handed_over_when_wanted check (
        cardinality(hand_over_to) = 0 or (wish = 'now' and agreed_how is not null)
      ),
      constraint ${name}_moved_whole check (
        num_nonnulls(moved_by, moved_at)
          = case when state = 'moved' or moved_from is not null then 2 else 0 end
      ),
      constraint ${name}_not_ahead check (happened_at <= recorded_at)
    );
    create index ${name}_by_case on ${SCHEMA[wall]}.note (case_id, happened_at desc, note_id desc);
    create index ${name}_by_person on ${SCHEMA[wall]}.note (person_id);
  `;
}

const MILESTONES = `
  create schema therapy_notes;
  create table therapy_notes.milestone (
    milestone_id uuid primary key,
    ${OF_CASE('therapy_milestone')}
    recorded_by uuid not null,
    kind text not null,
    sessions integer,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    constraint therapy_milestone_by_user foreign key (recorded_by) references app.staff_user,
    constraint therapy_milestone_kind_known check (kind in ('started', 'paused', 'resumed', 'ended', 'sessions')),
    constraint therapy_milestone_counts_sessions check ((kind = 'sessions') = (sessions is not null)),
    constraint therapy_milestone_sessions_sane check (sessions between 1 and 500),
    constraint therapy_milestone_not_ahead check (happened_at <= recorded_at)
  );
  create index therapy_milestone_by_case on therapy_notes.milestone (case_id, happened_at);
  create index therapy_milestone_by_person on therapy_notes.milestone (person_id);
  create trigger milestone_append_only before update on therapy_notes.milestone
    for each row execute function app.refuse_change();
`;

const sees = (wall: Wall) =>
  `agency_id = (select app.claim_agency())
   and exists (select 1 from app.case_for_notes('${wall}', ${TABLE[wall]}.case_id))`.replaceAll(
    TABLE[wall],
    TABLE[wall].split('.')[1] ?? '',
  );

/** Row-level security, the copy that people may ask for, and erasing: the wall's role alone reads. */
const shut = (wall: Wall) => `
  grant usage on schema ${SCHEMA[wall]} to ${ROLE[wall]};
  alter table ${TABLE[wall]} enable row level security;
  alter table ${TABLE[wall]} force row level security;
  create policy keeper_sees on ${TABLE[wall]} for select to ${ROLE[wall]} using (${sees(wall)});
  create policy eraser on ${TABLE[wall]} to current_user using (true) with check (true);
  create trigger never_of_erased before insert or update on ${TABLE[wall]}
    for each row execute function app.refuse_erased();
  select app.open_to_subject_packs('${TABLE[wall]}');
  grant select on ${TABLE[wall]} to ${ROLE[wall]};
`;

/** What every unit of work needs around it: claims, clock, journal, access log, and each request once. */
const surroundings = (wall: Wall) => `
  grant usage on schema app to ${ROLE[wall]};
  grant select on app.instance, app.break_glass to ${ROLE[wall]};
  grant select, insert on app.journal, app.idempotency_key to ${ROLE[wall]};
  grant insert on app.access_log to ${ROLE[wall]};
  grant execute on function app.case_for_notes to ${ROLE[wall]};
  create policy ${wall}_notes_wall_appends on app.journal for insert to ${ROLE[wall]} with check (
    subject_kind = '${SUBJECT[wall]}' and case_id is null and actor_kind = 'staff'
    and actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
  );
  create policy ${wall}_notes_wall_reads_back on app.journal for select to ${ROLE[wall]}
    using (subject_kind = '${SUBJECT[wall]}');
  create policy ${wall}_notes_wall_logs on app.access_log for insert to ${ROLE[wall]} with check (
    actor_id = (select app.claim_user()) and agency_id = (select app.claim_agency())
    and role = (select app.claim_role())
  );
  create policy ${wall}_notes_wall_keys on app.idempotency_key to ${ROLE[wall]}
    using (actor_id = (select app.claim_user())) with check (actor_id = (select app.claim_user()));
  create policy ${wall}_notes_wall_opener_sees on app.break_glass for select to ${ROLE[wall]}
    using (user_id = (select app.claim_user()));
`;

const WRITERS: Readonly<Record<Wall, string>> = {
  contact: `('first-responder', 'duty-lead')`,
  advocacy: `('provider-worker', 'provider-coordinator')`,
  supervision: `('duty-lead', 'service-manager', 'provider-coordinator')`,
  therapy: `('provider-worker', 'provider-coordinator')`,
};

const OWN_CASE = (wall: Wall, table: string) => `exists (
  select 1 from app.case_for_notes('${wall}', ${table}.case_id) c
  where c.person_id = ${table}.person_id and c.handling_agency_id = ${table}.handling_agency_id
)`;

/** A note is written by its author and never changed: all that happens to it is that it leaves a marker behind. */
const writing = (wall: (typeof NOTE_WALLS)[number]) => `
  create policy keeper_writes on ${TABLE[wall]} for insert to ${ROLE[wall]} with check (
    (select app.claim_role()) in ${WRITERS[wall]} and agency_id = (select app.claim_agency())
    and author_id = (select app.claim_user()) and state = 'written' and moved_from is null
    and ${OWN_CASE(wall, 'note')}
  );
  create policy keeper_moves on ${TABLE[wall]} for update to ${ROLE[wall]}
    using (state = 'written' and ${sees(wall)}
      and (author_id = (select app.claim_user())
        or (select app.claim_role()) in ('duty-lead', 'service-manager', 'provider-coordinator')))
    with check (state = 'moved' and moved_by = (select app.claim_user()) and moved_from is null);
  grant insert on ${TABLE[wall]} to ${ROLE[wall]};
  grant update (state, sealed, wish, hand_over_to, agreed_how, moved_from, moved_by, moved_at)
    on ${TABLE[wall]} to ${ROLE[wall]};
`;

const KEEPING_MILESTONES = `
  create policy keeper_writes on therapy_notes.milestone for insert to waymark_therapy_notes with check (
    (select app.claim_role()) in ${WRITERS.therapy} and agency_id = (select app.claim_agency())
    and recorded_by = (select app.claim_user()) and ${OWN_CASE('therapy', 'milestone')}
  );
  grant insert on therapy_notes.milestone to waymark_therapy_notes;
`;

/** One wall puts into another what it has just marked as moved, and reads nothing there. */
const moving = (from: (typeof NOTE_WALLS)[number], to: (typeof NOTE_WALLS)[number]) => `
  grant usage on schema ${SCHEMA[to]} to ${ROLE[from]};
  grant insert on ${TABLE[to]} to ${ROLE[from]};
  create policy from_${from} on ${TABLE[to]} for insert to ${ROLE[from]} with check (
    moved_from = '${from}' and moved_by = (select app.claim_user()) and agency_id = (select app.claim_agency())
    and state = 'written' and corrects is null and exists (
      select 1 from ${TABLE[from]} s where s.state = 'moved' and s.moved_at = note.moved_at
        and s.case_id = note.case_id and s.person_id = note.person_id and s.author_id = note.author_id
        and s.agency_id = note.agency_id and s.happened_at = note.happened_at and s.recorded_at = note.recorded_at
    )
  );
`;
