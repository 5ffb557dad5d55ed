import type { MigrationInterface, QueryRunner } from 'typeorm';
import { codesOf } from './case-tables';

/**
 * Samples of every figure that has cases behind it: which measure it is, and the parts that it has. What the Code gave is
 * drawn from the duties themselves, of which the role that sees figures reads codes and times, and nobody's record.
 */
export class DrawSamplesOfEveryFigure1790000000136 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.figure_sample
        add column measure_id text not null default 'first-conversation-in-time',
        alter column limb drop not null,
        drop constraint figure_sample_part_known,
        add constraint figure_sample_part_of_measure check (${PARTS}),
        add constraint figure_sample_limb_of_measure check (
          (limb is not null) = (measure_id in (${codesOf(Object.keys(OF_LIMBS))}))
        );
      alter table app.figure_sample alter column measure_id drop default;
      create policy reports_read on app.duty for select to waymark_report using (true);
      grant select (duty_id, code_version, entitlement_id, timing, state, triggered_at, due_at, delivered_at)
        on app.duty to waymark_report;
    `);
  }

  /** Samples of other measures stay for good, so that there is no way back once there are some. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select (duty_id, code_version, entitlement_id, timing, state, triggered_at, due_at, delivered_at)
        on app.duty from waymark_report;
      drop policy reports_read on app.duty;
      alter table app.figure_sample
        drop constraint figure_sample_limb_of_measure,
        drop constraint figure_sample_part_of_measure,
        add constraint figure_sample_part_known check (part in (${codesOf(STATES)})),
        alter column limb set not null,
        drop column measure_id;
    `);
  }
}

const STATES = ['met', 'missed', 'open', 'cancelled'];
const ENGAGEMENT = ['engaged', 'reached-not-engaged', 'not-reached'];

const OF_LIMBS: Readonly<Record<string, readonly string[]>> = {
  'first-conversation-in-time': STATES,
  'misses-by-reason': [
    'sent-after-the-limit',
    'late-entry-waits',
    'asked-to-wait',
    'no-safe-route',
    'wrong-details-with-police',
    'no-interpreter',
    'no-agreement-yet',
    'number-not-working',
    'tried-and-not-reached',
    'not-tried-in-time',
  ],
  'first-attempt-in-time': ['in-time', 'late', 'not-attempted', 'not-yet'],
  'passes-that-rest-on-confirmation': ['late-entry-confirmed', 'corrected-start'],
};

const WITHOUT_LIMBS: Readonly<Record<string, readonly string[]>> = {
  'handover-lag': ['measured', 'not-recorded'],
  'time-to-first-conversation': ['measured', 'no-conversation'],
  'reached-at-all': ['reached', 'not-reached'],
  'attempts-to-reach': ['1', '2', '3', '4', '5+', 'not-reached'],
  'engaged-of-reached': ENGAGEMENT,
  'engaged-of-referred': ENGAGEMENT,
  'wait-to-first-session': ['begun', 'waiting', 'declined', 'ended-before-it-began'],
  'unmet-need': [
    'begun',
    'in-hand',
    'taken-back',
    'list-closed',
    'outside-its-rules',
    'not-yet',
    'other-reason',
    'no-service',
    'no-answer',
    'no-worker',
  ],
  'justice-funnel': ['recorded', 'charged', 'ended-without-charge', 'outcome-at-court'],
  'code-delivered': ['delivered', 'late', 'missed', 'not-known', 'declined', 'open'],
};

const PARTS = Object.entries({ ...OF_LIMBS, ...WITHOUT_LIMBS })
  .map(([measure, parts]) => `measure_id = '${measure}' and part in (${codesOf(parts)})`)
  .join(' or ');
