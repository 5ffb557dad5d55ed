import {
  CORRECTION_REASONS,
  DECIDERS,
  localDateTime,
  MILESTONE_KINDS,
  NOT_NEEDED_REASONS,
  PERSON_TOLD,
  POSITION_REASONS,
  POSITIONS,
  RECHECK_ANSWERS,
  ruleOf,
  TAKEOVER_REASONS,
  TOLD_IN_PERSON,
  TRACK_STAGES,
  UNUSUAL_REASONS,
  WITHDRAWAL_REASONS,
  type ContactRecheck,
  type Instant,
  type Milestone,
  type MilestoneIssue,
  type MilestoneKind,
  type Precision,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { wrongFields } from '../form-acts/wrong-fields';
import type { MomentRaw } from '../typed-moments/typed-moment';
import { momentView } from '../typed-moments/typed-moment.page';
import {
  AT,
  CHOOSE,
  COURT_AT,
  FROM_AT,
  MILESTONE,
  OFFICER,
  POSITION,
  RECHECK,
  SAID_AT,
  TOLD_AT,
} from './track.copy';
import {
  BLANK_MILESTONE,
  type MilestoneRaw,
  type OfficerRaw,
  type PositionRaw,
  type RecheckRaw,
} from './track.forms';
import {
  CORRECTION_WORDS,
  DECIDER_WORDS,
  detailWords,
  ISSUE_WORDS,
  KIND_WORDS,
  NOT_NEEDED_WORDS,
  PERSON_TOLD_WORDS,
  POSITION_REASON_WORDS,
  POSITION_WORDS,
  STAGE_WORDS,
  TAKEOVER_WORDS,
  TOLD_IN_PERSON_WORDS,
  UNUSUAL_WORDS,
  WITHDRAWAL_WORDS,
} from './track-words.copy';

/** The track that a form belongs to: its address, and the reference that its page says. */
export interface FormOf {
  readonly base: string;
  readonly reference: string;
}

export interface FormState<Raw> {
  readonly raw: Raw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string | undefined;
}

const items = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((value) => ({ value, text: words[value] }));

/** Everything that can be recorded, by the stage to which it belongs. */
export function choosePage({ base, reference }: FormOf) {
  return {
    words: CHOOSE,
    title: CHOOSE.title,
    base,
    reference,
    stages: TRACK_STAGES.map((stage) => ({
      title: STAGE_WORDS[stage],
      kinds: MILESTONE_KINDS.filter((kind) => ruleOf(kind).stage === stage).map((kind) => ({
        text: KIND_WORDS[kind],
        href: `${base}/milestones/new?what=${kind}`,
      })),
    })),
  };
}

export function milestonePage(
  { base, reference }: FormOf,
  form: FormState<MilestoneRaw> & {
    readonly kind: MilestoneKind;
    readonly action: string;
    readonly correcting: boolean;
    /** What is unusual about what was typed; empty before anybody asked. */
    readonly issues: readonly MilestoneIssue[];
  },
) {
  const { kind, action, correcting, issues, raw, errors, idempotencyKey } = form;
  const { details, sets, decided } = ruleOf(kind);
  return {
    words: MILESTONE,
    title: correcting ? MILESTONE.correctTitle(KIND_WORDS[kind]) : KIND_WORDS[kind],
    intro: correcting ? MILESTONE.correctIntro : null,
    base,
    back: correcting ? base : `${base}/milestones`,
    reference,
    action,
    raw,
    errors,
    idempotencyKey,
    wrong: wrongFields(errors),
    details: details.map((value) => ({ value, text: detailWords(value) })),
    at: momentView('at', { ...AT, raw, errors }),
    court: sets === null ? null : momentView('court', { ...COURT_AT, raw, errors }),
    deciders: decided ? items(DECIDERS, DECIDER_WORDS) : [],
    told: decided ? momentView('told', { ...TOLD_AT, raw, errors }) : null,
    reasons: correcting ? items(CORRECTION_REASONS, CORRECTION_WORDS) : [],
    unusual: issues.length === 0 ? null : issues.map((issue) => ISSUE_WORDS[issue]),
    unusualReasons: items(UNUSUAL_REASONS, UNUSUAL_WORDS),
    submit: correcting ? MILESTONE.correctSubmit : MILESTONE.submit,
  };
}

/** A correction opens with what stands. */
export function milestoneAsTyped(one: Milestone, timezone: string): MilestoneRaw {
  const court: Precision = 'minute';
  return {
    ...BLANK_MILESTONE,
    detail: one.detail ?? '',
    decidedBy: one.decidedBy ?? '',
    ...typed('at', one.happenedAt, one.precision, timezone),
    ...(one.courtAt === null ? {} : typed('court', one.courtAt, court, timezone)),
    ...(one.toldAt === null ? {} : typed('told', one.toldAt, 'day', timezone)),
  };
}

function typed<Prefix extends string>(
  prefix: Prefix,
  at: Instant,
  precision: Precision,
  timezone: string,
): MomentRaw<Prefix> {
  const wall = localDateTime(at, timezone);
  const midnight = wall.hour === 0 && wall.minute === 0;
  return {
    [`${prefix}Day`]: precision === 'minute' || precision === 'day' ? String(wall.day) : '',
    [`${prefix}Month`]: precision === 'year' ? '' : String(wall.month),
    [`${prefix}Year`]: String(wall.year),
    [`${prefix}Time`]:
      precision === 'minute' && !(prefix === 'court' && midnight) ? wall.time.slice(0, 5) : '',
    [`${prefix}Which`]: '',
  } as MomentRaw<Prefix>;
}

export function withdrawPage(
  { base, reference }: FormOf,
  form: FormState<{ readonly reason: string }> & { readonly kind: MilestoneKind; readonly action: string },
) {
  return {
    words: MILESTONE,
    ...form,
    title: MILESTONE.withdrawTitle(KIND_WORDS[form.kind]),
    base,
    reference,
    wrong: wrongFields(form.errors),
    reasons: items(WITHDRAWAL_REASONS, WITHDRAWAL_WORDS),
  };
}

export function positionPage({ base, reference }: FormOf, form: FormState<PositionRaw>) {
  return {
    words: POSITION,
    title: POSITION.title,
    base,
    reference,
    ...form,
    wrong: wrongFields(form.errors),
    positions: items(POSITIONS, POSITION_WORDS),
    reasons: items(POSITION_REASONS, POSITION_REASON_WORDS),
    told: items(TOLD_IN_PERSON, TOLD_IN_PERSON_WORDS),
    said: momentView('said', { ...SAID_AT, raw: form.raw, errors: form.errors }),
  };
}

export function officerPage({ base, reference }: FormOf, form: FormState<OfficerRaw>) {
  return {
    words: OFFICER,
    title: OFFICER.title,
    base,
    reference,
    ...form,
    wrong: wrongFields(form.errors),
    reasons: items(TAKEOVER_REASONS, TAKEOVER_WORDS),
    told: items(PERSON_TOLD, PERSON_TOLD_WORDS),
    from: momentView('from', { ...FROM_AT, raw: form.raw, errors: form.errors }),
  };
}

export function recheckPage(
  recheck: ContactRecheck,
  form: FormState<RecheckRaw> & { readonly now: Instant; readonly timezone: string },
) {
  const { raw, errors, idempotencyKey, now, timezone } = form;
  return {
    words: RECHECK,
    title: RECHECK.title,
    reference: recheck.reference,
    caseHref: `/cases/${recheck.caseId}`,
    action: `/cases/${recheck.caseId}/rechecks/${recheck.id}`,
    why: RECHECK.why(KIND_WORDS[recheck.cause], momentInWords(recheck.openedAt, { now, timezone })),
    raw,
    errors,
    idempotencyKey,
    wrong: wrongFields(errors),
    answers: items(RECHECK_ANSWERS, RECHECK.answers),
    reasons: items(NOT_NEEDED_REASONS, NOT_NEEDED_WORDS),
  };
}
