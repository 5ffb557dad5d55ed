import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowCodes } from './allow-codes';

/**
 * Tasks of a plan, work on a risk that cannot wait, reviews of the support, and appointments to confirm: kinds of
 * support task, each with what it is for as a code. Going down leaves the codes and takes the column.
 */
export class KeepPlanTasks1790000000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { constraint, column, codes } of CODES)
      await runner.query(allowCodes({ table: 'app.support_task', constraint, column, codes }));
    await runner.query(`
      alter table app.support_task add column matter text,
        add constraint support_task_matter_fits check (case kind
          when 'plan-task' then coalesce(matter in (${list(PLAN_MATTERS)}), false)
          when 'urgent-need' then coalesce(matter in (${list(URGENT)}), false)
          when 'case-review' then coalesce(matter in ('cadence', 'milestone', 'asked-for'), false)
          else matter is null end),
        drop constraint support_task_outcome_fits,
        add constraint support_task_outcome_fits check (case state
          when 'done' then outcome in (${list([...OLD_DONE, ...DONE])})
          when 'not-needed' then outcome in (${list([...OLD_NOT_NEEDED, ...NOT_NEEDED])})
          when 'withdrawn' then outcome in (${list([...OLD_WITHDRAWN, ...WITHDRAWN])})
          else outcome is null end);
      create index support_task_of_owner on app.support_task (owner_user_id, due_at, task_id)
        where state in ('open', 'sent');
      create index support_task_reviews on app.support_task (case_id, opened_at) where kind = 'case-review';
      grant insert on app.support_task to waymark_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke insert on app.support_task from waymark_worker;
      drop index app.support_task_of_owner, app.support_task_reviews;
      alter table app.support_task drop constraint support_task_matter_fits, drop column matter;
    `);
  }
}

const list = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

const CODES = [
  {
    constraint: 'support_task_kind_known',
    column: 'kind',
    codes: ['plan-task', 'urgent-need', 'case-review', 'confirm-appointment'],
  },
] as const;

const PLAN_MATTERS = [
  'call-person',
  'chase-service',
  'write-letter',
  'find-information',
  'prepare-person',
  'practical-help',
  'something-else',
];
const URGENT = ['suicide-or-self-harm', 'danger-now', 'child-at-risk', 'medical-need'];
const DONE = ['done', 'made-safe', 'handed-over', 'reviewed', 'confirmed', 'wants-another-time'];
const NOT_NEEDED = ['no-longer-needed', 'was-a-mistake'];
const WITHDRAWN = [
  'person-asked',
  'person-not-ready',
  'person-not-reached',
  'worker-not-there',
  'day-was-wrong',
  'milestone-came',
  'need-settled',
  'appointment-changed',
  'case-closed',
  'person-died',
];

/** What the check knew before. */
const OLD_DONE = [
  'standard',
  'medium',
  'high',
  'still-so',
  'no-longer-so',
  'kept-on',
  'with-police',
  'no-longer-kept',
  'is-well',
  'wants-support',
  'not-reached',
];
const OLD_NOT_NEEDED = [
  'done-by-another-service',
  'below-threshold',
  'person-does-not-want-it',
  'flag-was-wrong',
  'no-safe-way',
];
const OLD_WITHDRAWN = [
  'person-changed-mind',
  'contact-stopped',
  'flag-lowered',
  'sample-ended',
  'taken-back',
  'record-erased',
];
