import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What became of the entitlements under the Victims' Code that a quarter opened, as it was published: counted once, a
 * month after the quarter, and hidden or rounded before it was stored.
 */
export class PublishCodeFigures1790000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.code_release (
        month text primary key,
        made_at timestamptz not null,
        constraint code_release_of_quarter check (month ~ '^[0-9]{4}-(01|04|07|10)$')
      );
      create table app.code_release_line (
        month text not null,
        code_version text not null,
        entitlement_id text not null,
        owed_by text[] not null,
        opened integer,
        ${RESULTS.map((result) => `${result} integer,`).join(' ')}
        constraint code_release_line_key primary key (month, code_version, entitlement_id, owed_by),
        constraint code_release_line_of_release foreign key (month) references app.code_release,
        constraint code_release_line_of_version foreign key (code_version) references app.code_version,
        constraint code_release_line_rounded check (
          ${['opened', ...RESULTS].map((count) => `(${count} = 0 or (${count} >= 10 and ${count} % 5 = 0))`).join(' and ')}
        )
      );
      ${['code_release', 'code_release_line']
        .map(
          (table) => `
        alter table app.${table} enable row level security;
        alter table app.${table} force row level security;
        create trigger ${table}_append_only before update or delete on app.${table}
          for each row execute function app.refuse_change();
        create trigger ${table}_never_truncated before truncate on app.${table}
          for each statement execute function app.refuse_change();
        create policy service_works on app.${table} to waymark_worker using (true) with check (true);
        create policy payer_sees on app.${table} for select to waymark_web
          using ((select app.claim_role()) in ('commissioner', 'service-manager', 'auditor'));
        grant select on app.${table} to waymark_web;
        grant select, insert on app.${table} to waymark_worker;`,
        )
        .join('\n')}
      create index duty_by_trigger on app.duty (triggered_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index app.duty_by_trigger;
      drop table app.code_release_line, app.code_release;
    `);
  }
}

const RESULTS = ['delivered', 'late', 'missed', 'not_known', 'declined', 'still_open'];
