import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every released figure names the rule that it was protected under, and the words of each version of that rule are kept
 * for good: whoever reads an old release reads what was hidden in it, and why.
 */
export class NameTheDisclosureRule1790000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.disclosure_rule_version (
        rule_id text not null,
        version text not null,
        body jsonb not null,
        constraint disclosure_rule_version_key primary key (rule_id, version),
        constraint disclosure_rule_version_named check (rule_id ~ '^[a-z][a-z0-9-]{1,39}$' and version ~ '^[0-9]{4}-[0-9]{1,3}$'),
        constraint disclosure_rule_version_says_itself check (body->>'id' = rule_id and body->>'version' = version)
      );
      create trigger disclosure_rule_version_append_only before update or delete on app.disclosure_rule_version
        for each row execute function app.refuse_change();
      create trigger disclosure_rule_version_never_truncated before truncate on app.disclosure_rule_version
        for each statement execute function app.refuse_change();
      alter table app.disclosure_rule_version enable row level security;
      alter table app.disclosure_rule_version force row level security;
      create policy migrator_writes on app.disclosure_rule_version to current_user using (true) with check (true);
      create policy payer_sees on app.disclosure_rule_version for select to waymark_web
        using ((select app.claim_role()) in ('commissioner', 'service-manager', 'auditor', 'duty-lead', 'provider-coordinator'));
      create policy service_sees on app.disclosure_rule_version for select to waymark_worker using (true);
      grant select on app.disclosure_rule_version to waymark_web, waymark_worker;
      insert into app.disclosure_rule_version (rule_id, version, body) values ('small-counts', '2026-1', '${FIRST_RULE}');
      ${RELEASES.map(
        (table) => `
        alter table app.${table}
          add column rule_id text not null default 'small-counts',
          add column rule_version text not null default '2026-1',
          add constraint ${table}_under_rule foreign key (rule_id, rule_version) references app.disclosure_rule_version;
        alter table app.${table} alter column rule_id drop default, alter column rule_version drop default;`,
      ).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${RELEASES.map((table) => `alter table app.${table} drop column rule_id, drop column rule_version;`).join('\n')}
      drop table app.disclosure_rule_version;
    `);
  }
}

const RELEASES = ['code_release', 'coverage_release', 'waiting_release'];

/** What was published before rules had versions was protected under this. */
const FIRST_RULE = JSON.stringify({
  id: 'small-counts',
  version: '2026-1',
  source:
    'An assumption to confirm with the commissioner: no rule for the figures of victim services is published; usual English practice hides counts under 5, and this one hides more because districts are small',
  smallestShown: 8,
  step: 5,
  smallestPercentBase: 10,
  smallestFigureBase: 15,
  narrowestRange: 5,
  promiseCountyExact: true,
});
