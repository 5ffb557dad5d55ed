/** What every table of records of a case has: whose case, whose record, and which desk's. */
export const ofCase = (table: string): string => `
    case_id uuid not null,
    person_id uuid not null,
    handling_agency_id uuid not null,
    constraint ${table}_of_case foreign key (case_id) references app.case_file,
    constraint ${table}_of_person foreign key (person_id) references app.person,
    constraint ${table}_by_agency foreign key (handling_agency_id) references app.agency`;

export const codesOf = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
export const HANDLER = `(select app.handles_cases()) and ${OWN_AGENCY}`;
export const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead') and ${OWN_AGENCY}`;

/** The case, the person and the desk of a row belong together. */
export const ofOwnCase = (table: string): string => `exists (select 1 from app.case_file c
  where c.case_id = ${table}.case_id and c.person_id = ${table}.person_id
    and c.handling_agency_id = ${table}.handling_agency_id)`;

interface Desk {
  readonly table: string;
  /** The column with whoever adds a row: nobody adds one in another's name. */
  readonly author: string;
  /** Who reads it; whoever handles the case unless said otherwise. */
  readonly readers?: string;
}

/**
 * Row-level security of a table that the desk keeps: read by whoever handles the case and by auditors, added by
 * responders and duty leads in their own name, behind the walls, and in the copy that people may ask for.
 */
export const keptByDesk = ({ table, author, readers = HANDLER }: Desk): string => `
  create index ${table}_by_case on app.${table} (case_id);
  create index ${table}_by_person on app.${table} (person_id);
  alter table app.${table} enable row level security;
  alter table app.${table} force row level security;
  create policy service_works on app.${table} to waymark_worker using (true) with check (true);
  create policy handler_sees on app.${table} for select to waymark_web using (${readers});
  create policy auditor_sees on app.${table} for select to waymark_web
    using ((select app.claim_role()) = 'auditor');
  create policy caller_adds on app.${table} for insert to waymark_web with check (
    ${CALLER} and ${author} = (select app.claim_user()) and ${ofOwnCase(table)}
  );
  grant select, insert on app.${table} to waymark_web;
  grant select on app.${table} to waymark_worker;
  select app.put_behind_walls('app.${table}');
  select app.open_to_subject_packs('app.${table}');`;

/** Responders and duty leads change these columns and no others. */
export const changedByDesk = (table: string, columns: readonly string[]): string => `
  create policy caller_changes on app.${table} for update to waymark_web using (${CALLER}) with check (${CALLER});
  grant update (${columns.join(', ')}) on app.${table} to waymark_web;`;

/** Nothing of it is ever changed or taken away. */
export const appendOnly = (table: string): string => `
  create trigger ${table}_append_only before update or delete on app.${table}
    for each row execute function app.refuse_change();
  create trigger ${table}_never_truncated before truncate on app.${table}
    for each statement execute function app.refuse_change();`;
