import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security says no more than domain/access does. An officer's answer to a task reads neither the person's
 * codes nor the incident. Attempts, promised calls, bookings, reasons to wait and what follows them are written by
 * those who call, each in their own name. A second person is asked in one's own name, so that nobody can confirm what
 * they asked for themselves (P4). An urgent page belongs to a referral of whoever raises it.
 */
export class NarrowWhoReadsAndWrites1790000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const reading = READ_BY_CASE.map(
      (table) =>
        `alter policy handler_sees on app.${table} using (
           (select app.claim_role()) <> 'officer' and ${caseOf(table)}
         );`,
    );
    const writing = WRITTEN_BY_CALLERS.map(
      ({ table, author }) =>
        `alter policy handler_adds on app.${table} with check (
           ${CALLER} and ${OWN_AGENCY} and ${author} = (select app.claim_user())
         );`,
    );
    await runner.query(`
      ${[...reading, ...writing].join('\n')}
      alter policy referrer_raises on app.urgent_page with check (
        (select app.may_refer()) and state = 'open' and exists (
          select 1 from app.referral r where r.referral_id = urgent_page.referral_id
            and r.referred_by = (select app.claim_user()) and r.handling_agency_id = urgent_page.handling_agency_id
        )
      );
      -- A corrected start makes late entries of old attempts: whoever confirms it asks for those who made them.
      alter policy handler_adds on app.second_person_check with check (
        (select app.handles_cases()) and ${OWN_AGENCY} and (
          (kind <> 'late-entry' and ${CALLER} and asked_by = (select app.claim_user()))
          or (kind = 'late-entry' and exists (
            select 1 from app.contact_attempt a where a.attempt_id = second_person_check.attempt_id
              and a.case_id = second_person_check.case_id and a.recorded_by = second_person_check.asked_by
          ))
        )
      );
      alter policy referrer_asks on app.second_person_check with check (
        (select app.claim_role()) in ('officer', 'first-responder', 'duty-lead')
        and kind = 'corrected-start' and asked_by = (select app.claim_user()) and exists (
          select 1 from app.deadline d where d.case_id = second_person_check.case_id
            and d.handling_agency_id = second_person_check.handling_agency_id
        )
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const reading = READ_BY_CASE.map(
      (table) => `alter policy handler_sees on app.${table} using (${caseOf(table)});`,
    );
    const writing = [...WRITTEN_BY_CALLERS.map(({ table }) => table), 'second_person_check'].map(
      (table) =>
        `alter policy handler_adds on app.${table} with check ((select app.handles_cases()) and ${OWN_AGENCY});`,
    );
    await runner.query(`
      ${[...reading, ...writing].join('\n')}
      alter policy referrer_raises on app.urgent_page with check ((select app.may_refer()) and state = 'open');
      alter policy referrer_asks on app.second_person_check with check (
        kind = 'corrected-start' and asked_by = (select app.claim_user())
      );
    `);
  }
}

const READ_BY_CASE = ['person', 'incident'];
const WRITTEN_BY_CALLERS = [
  { table: 'contact_attempt', author: 'recorded_by' },
  { table: 'conversation_follow_up', author: 'recorded_by' },
  { table: 'call_back', author: 'made_by' },
  { table: 'interpreter_booking', author: 'recorded_by' },
  { table: 'exhausted_contact', author: 'recorded_by' },
  { table: 'deadline_exception', author: 'recorded_by' },
];

const CALLER = `(select app.claim_role()) in ('first-responder', 'duty-lead')`;
const OWN_AGENCY = 'handling_agency_id = (select app.claim_agency())';
const caseOf = (table: string) =>
  `exists (select 1 from app.case_file c where c.person_id = ${table}.person_id)`;
