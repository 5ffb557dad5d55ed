import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, CALLER, changedByDesk, codesOf, keptByDesk, ofCase } from './case-tables';

/**
 * What people need, area by area, and the risks that somebody saw: each with who, when and when it is looked at again.
 * A risk that cannot wait pages whoever is on call; whoever referred the person never learns of such a page.
 */
export class KeepNeedsAndRisks1790000000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(POLICIES);
    await runner.query(PAGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from app.urgent_page_notice where page_id in (select page_id from app.urgent_page where about <> 'referral');
      delete from app.urgent_page where about <> 'referral';
      drop policy caller_raises on app.urgent_page;
      drop policy referrals_alone on app.urgent_page;
      drop policy need_raised_by_desk on app.urgent_page;
      alter policy referrer_sees on app.urgent_page using (
        exists (select 1 from app.referral r where r.referral_id = urgent_page.referral_id)
      );
      drop index app.urgent_page_one_per_referral, app.urgent_page_one_per_need;
      alter table app.urgent_page
        drop constraint urgent_page_about_known, drop constraint urgent_page_need_is_named,
        drop column about, drop column about_id,
        add constraint urgent_page_one_per_referral unique (referral_id),
        drop constraint urgent_page_reasons_known,
        add constraint urgent_page_reasons_known check (
          cardinality(reasons) > 0 and reasons <@ array['danger-now', 'forensic-window-open']
        );
      drop table app.risk_flag, app.needs_assessment;
    `);
  }
}

const AREAS = [
  'health',
  'mind-and-feelings',
  'drugs-and-alcohol',
  'home',
  'money-and-benefits',
  'work-and-learning',
  'family-friends-children',
  'outlook-and-attitudes',
  'social-life',
  'safety',
  'justice',
  'language-and-access',
];
const URGENT = ['suicide-or-self-harm', 'danger-now', 'child-at-risk', 'medical-need'];
const RISKS = [
  ...URGENT,
  'adult-at-risk',
  'honour-based-abuse',
  'stalking',
  'trafficking',
  'suspect-contact',
  'online-control',
  'unsafe-home',
];
const ANSWERS = ['needs-support', 'no-need', 'not-asked', 'declined', 'unknown'];
const ENDINGS = ['no-longer-so', 'made-safe', 'another-service-holds-it', 'was-a-mistake'];

const TABLES = `
  create table app.needs_assessment (
    assessment_id uuid primary key,
    answers jsonb not null,
    assessed_by uuid not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,${ofCase('needs_assessment')},
    constraint needs_assessment_by foreign key (assessed_by) references app.staff_user,
    constraint needs_assessment_whole check (
      jsonb_typeof(answers) = 'object' and answers ?& array[${codesOf(AREAS)}]
      and answers - array[${codesOf(AREAS)}] = '{}'::jsonb
    ),
    constraint needs_assessment_answers_known check (
      not jsonb_path_exists(answers, '$.* ? (!(${ANSWERS.map((code) => `@ == "${code}"`).join(' || ')}))')
    ),
    constraint needs_assessment_not_ahead check (happened_at <= recorded_at)
  );

  create table app.risk_flag (
    risk_id uuid primary key,
    risk text not null,
    state text not null default 'standing',
    raised_by uuid not null,
    raised_at timestamptz not null,
    review_on date not null,
    reviewed_by uuid,
    reviewed_at timestamptz,
    ending text,
    closed_by uuid,
    closed_at timestamptz,
    revision integer not null default 1,${ofCase('risk_flag')},
    constraint risk_flag_raised_by foreign key (raised_by) references app.staff_user,
    constraint risk_flag_reviewed_by foreign key (reviewed_by) references app.staff_user,
    constraint risk_flag_closed_by foreign key (closed_by) references app.staff_user,
    constraint risk_flag_risk_known check (risk in (${codesOf(RISKS)})),
    constraint risk_flag_state_known check (state in ('standing', 'closed')),
    constraint risk_flag_ending_known check (ending in (${codesOf(ENDINGS)})),
    constraint risk_flag_reviewed_whole check (num_nonnulls(reviewed_by, reviewed_at) in (0, 2)),
    constraint risk_flag_closed_whole check (
      num_nonnulls(ending, closed_by, closed_at) = case state when 'closed' then 3 else 0 end
    )
  );
  create unique index risk_flag_stands_once on app.risk_flag (case_id, risk) where state = 'standing';
  create trigger risk_flag_never_deleted before delete on app.risk_flag
    for each row execute function app.refuse_change();
  create trigger risk_flag_never_truncated before truncate on app.risk_flag
    for each statement execute function app.refuse_change();
`;

const POLICIES = `
  ${keptByDesk({ table: 'needs_assessment', author: 'assessed_by' })}
  ${appendOnly('needs_assessment')}
  ${keptByDesk({ table: 'risk_flag', author: 'raised_by' })}
  ${changedByDesk('risk_flag', [
    'state',
    'review_on',
    'reviewed_by',
    'reviewed_at',
    'ending',
    'closed_by',
    'closed_at',
    'revision',
  ])}
`;

/** A page of a risk is of the case; a page of a referral stays what its referrer may see. */
const PAGES = `
  alter table app.urgent_page
    add column about text not null default 'referral',
    add column about_id uuid,
    add constraint urgent_page_about_known check (about in ('referral', 'need')),
    add constraint urgent_page_need_is_named check ((about = 'need') = (about_id is not null)),
    drop constraint urgent_page_one_per_referral,
    drop constraint urgent_page_reasons_known,
    add constraint urgent_page_reasons_known check (
      cardinality(reasons) > 0
      and reasons <@ array['danger-now', 'forensic-window-open', 'suicide-or-self-harm', 'child-at-risk', 'medical-need']
    );
  create unique index urgent_page_one_per_referral on app.urgent_page (referral_id) where about = 'referral';
  create unique index urgent_page_one_per_need on app.urgent_page (about_id) where about_id is not null;
  alter policy referrer_sees on app.urgent_page using (
    about = 'referral' and exists (select 1 from app.referral r where r.referral_id = urgent_page.referral_id)
  );
  create policy referrals_alone on app.urgent_page as restrictive for select to waymark_web using (
    about = 'referral' or (select app.handles_cases())
  );
  create policy need_raised_by_desk on app.urgent_page as restrictive for insert to waymark_web with check (
    about = 'referral' or ((select app.claim_role()) in ('first-responder', 'duty-lead'))
  );
  create policy caller_raises on app.urgent_page for insert to waymark_web with check (
    about = 'need' and state = 'open' and ${CALLER} and exists (
      select 1 from app.risk_flag f where f.risk_id = urgent_page.about_id and f.case_id = urgent_page.case_id
        and f.raised_by = (select app.claim_user()) and f.state = 'standing'
        and f.risk in (${codesOf(URGENT)})
    )
  );
`;
