import { RETENTION_SCHEDULE } from '#libs/casework';
import {
  FEWEST_YEARS,
  MOST_YEARS,
  RETENTION_GROUNDS,
  RETENTION_OUTCOMES,
  type RetentionOutcome,
  type RetentionRule,
  type RetentionSchedule,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { ENDING, endDraft, readCount, type DraftForm, type EndingRaw } from '../change-proposals/draft.form';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { OUTCOME_WORDS } from './retention.copy';
import { SCHEDULE_FORM } from './retention-schedule.copy';

type YearsField = `years-${RetentionOutcome}`;
type GroundField = `ground-${RetentionOutcome}`;

export type ScheduleRaw = EndingRaw & Readonly<Record<YearsField | GroundField, string>>;

const FIELDS = RETENTION_OUTCOMES.flatMap((outcome): readonly (YearsField | GroundField)[] => [
  `years-${outcome}`,
  `ground-${outcome}`,
]);

export function scheduleRawOf({ rules }: RetentionSchedule): ScheduleRaw {
  const pairs = rules.flatMap(({ outcome, years, ground }) => [
    [`years-${outcome}`, String(years)] as const,
    [`ground-${outcome}`, ground] as const,
  ]);
  const fields = Object.fromEntries(pairs) as Record<YearsField | GroundField, string>;
  return { ...fields, reason: '', ...momentBlank('from') };
}

export function readSchedule(
  posted: unknown,
  base: RetentionSchedule,
  timezone: string,
): DraftForm<ScheduleRaw> {
  const {
    raw: all,
    errors: unclean,
    idempotencyKey,
  } = readFields(posted, {
    single: [...FIELDS, ...ENDING, 'step'],
  });
  const { step, ...raw } = all;
  const read = RETENTION_OUTCOMES.map((outcome) => ruleOf(outcome, raw));
  const errors = [...unclean, ...read.flatMap((one) => ('errors' in one ? one.errors : []))];
  const rules = read.flatMap((one) => ('errors' in one ? [] : [one]));
  return endDraft({ raw, idempotencyKey, step, errors, timezone }, (ending) => ({
    kind: 'retention',
    subject: RETENTION_SCHEDULE,
    basedOnVersion: base.version,
    body: { version: base.version + 1, rules } satisfies RetentionSchedule,
    ...ending,
  }));
}

function ruleOf(
  outcome: RetentionOutcome,
  raw: Readonly<Record<YearsField | GroundField, string>>,
): RetentionRule | { readonly errors: readonly FieldError[] } {
  const years = readCount(raw[`years-${outcome}`], { least: FEWEST_YEARS, most: MOST_YEARS });
  const ground = RETENTION_GROUNDS.find((code) => code === raw[`ground-${outcome}`]);
  if (years !== undefined && ground !== undefined) return { record: 'person', outcome, years, ground };
  const words = OUTCOME_WORDS[outcome];
  return {
    errors: [
      ...(years === undefined
        ? [{ field: `years-${outcome}`, message: SCHEDULE_FORM.yearsMissing(words) }]
        : []),
      ...(ground === undefined
        ? [{ field: `ground-${outcome}`, message: SCHEDULE_FORM.groundMissing(words) }]
        : []),
    ],
  };
}
