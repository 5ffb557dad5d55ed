import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allowSeen } from './allow-codes';
import { appendOnly, CALLER, codesOf, keptByDesk, ofCase } from './case-tables';

/**
 * How support changed things for people, what they said of services at points of the journey, and the equality
 * questions. All are append-only: a correction stands in the place of what it corrects. The equality answers are read
 * by those who ask the questions and by nobody else at the desk.
 */
export class KeepOutcomesFeedbackEquality1790000000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`
      ${keptByDesk({ table: 'outcome_score', author: 'recorded_by' })}
      ${appendOnly('outcome_score')}
      ${keptByDesk({ table: 'person_feedback', author: 'recorded_by' })}
      ${appendOnly('person_feedback')}
      ${keptByDesk({ table: 'equality_answer', author: 'recorded_by', readers: CALLER })}
      ${appendOnly('equality_answer')}
      drop policy auditor_sees on app.equality_answer;
    `);
    await runner.query(allowSeen('equality-answers'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table app.equality_answer, app.person_feedback, app.outcome_score;
      drop function app.equality_answer_known(text, text);
    `);
  }
}

const NO_ANSWERS = ['not-asked', 'declined', 'unknown'];
const FEEDBACK_ANSWERS = ['yes', 'partly', 'no', ...NO_ANSWERS];
const EQUALITY: Readonly<Record<string, readonly string[]>> = {
  'ethnic-group': [
    'asian-bangladeshi',
    'asian-chinese',
    'asian-indian',
    'asian-pakistani',
    'asian-other',
    'black-african',
    'black-caribbean',
    'black-other',
    'mixed-white-and-asian',
    'mixed-white-and-black-african',
    'mixed-white-and-black-caribbean',
    'mixed-other',
    'white-british',
    'white-gypsy-or-irish-traveller',
    'white-irish',
    'white-roma',
    'white-other',
    'arab',
    'other-ethnic-group',
  ],
  religion: ['no-religion', 'buddhist', 'christian', 'hindu', 'jewish', 'muslim', 'sikh', 'other-religion'],
  'sexual-orientation': ['straight', 'gay-or-lesbian', 'bisexual', 'other-orientation'],
  sex: ['female', 'male'],
  'gender-same-as-registered': ['same', 'different'],
  disability: ['limited-a-lot', 'limited-a-little', 'condition-not-limiting', 'no-condition'],
  'pregnancy-or-new-child': ['yes', 'no'],
  'marriage-or-civil-partnership': ['never', 'married-or-partnered', 'separated', 'ended', 'widowed'],
  'caring-for-somebody': ['yes', 'no'],
};

const TABLES = `
  create table app.outcome_score (
    score_id uuid primary key,
    measure text not null,
    answer text not null,
    score integer,
    scale_lowest integer not null,
    scale_highest integer not null,
    settings_version integer not null,
    happened_at timestamptz not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    supersedes uuid,${ofCase('outcome_score')},
    constraint outcome_score_by foreign key (recorded_by) references app.staff_user,
    constraint outcome_score_corrects foreign key (supersedes) references app.outcome_score,
    constraint outcome_score_corrected_once unique (supersedes),
    constraint outcome_score_measure_known check (measure in ('able-to-cope', 'able-to-say-needs', 'feels-safer')),
    constraint outcome_score_answer_known check (answer in ('scored', ${codesOf(NO_ANSWERS)})),
    constraint outcome_score_scored check ((answer = 'scored') = (score is not null)),
    constraint outcome_score_on_scale check (score between scale_lowest and scale_highest),
    constraint outcome_score_scale check (scale_lowest >= 0 and scale_lowest < scale_highest),
    constraint outcome_score_not_ahead check (happened_at <= recorded_at)
  );

  create table app.person_feedback (
    feedback_id uuid primary key,
    point text not null,
    about text not null,
    consent text not null,
    informed text not null,
    updated text not null,
    supported text not null,
    happened_at timestamptz not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,${ofCase('person_feedback')},
    constraint person_feedback_by foreign key (recorded_by) references app.staff_user,
    constraint person_feedback_point_known check (point in (
      'after-first-contact', 'after-referral-to-service', 'after-charging-decision', 'after-trial', 'at-a-review',
      'at-the-end'
    )),
    constraint person_feedback_about_known check (
      about in ('police', 'prosecution', 'courts', 'our-service', 'another-service')
    ),
    constraint person_feedback_consent_known check (
      consent in ('said-yes-now', 'said-yes-before', 'asked-us-to-note-it')
    ),
    constraint person_feedback_informed_known check (informed in (${codesOf(FEEDBACK_ANSWERS)})),
    constraint person_feedback_updated_known check (updated in (${codesOf(FEEDBACK_ANSWERS)})),
    constraint person_feedback_supported_known check (supported in (${codesOf(FEEDBACK_ANSWERS)})),
    constraint person_feedback_not_ahead check (happened_at <= recorded_at)
  );

  create function app.equality_answer_known(asked text, said text) returns boolean language sql immutable as $$
    select coalesce(said in (${codesOf(NO_ANSWERS)}) and asked in (${codesOf(Object.keys(EQUALITY))}) or case asked
      ${Object.entries(EQUALITY)
        .map(([question, answers]) => `when '${question}' then said in (${codesOf(answers)})`)
        .join('\n      ')}
      else false end, false)
  $$;
  create table app.equality_answer (
    entry_id uuid primary key,
    question text not null,
    answer text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,${ofCase('equality_answer')},
    constraint equality_answer_by foreign key (recorded_by) references app.staff_user,
    constraint equality_answer_known check (app.equality_answer_known(question, answer))
  );
`;
