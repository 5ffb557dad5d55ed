import type { HoldRead } from '#libs/casework';
import {
  HOLD_REASONS,
  isoOf,
  LIFT_REASONS,
  mayDo,
  type Instant,
  type LegalHold,
  type RetentionPreview,
  type StaffActor,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { calendarDay, dayInFull, momentInWords, timeOfDay } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import type { HoldRaw } from './hold.form';
import {
  GROUND_WORDS,
  HOLD,
  HOLD_REASON_WORDS,
  LIFT_REASON_WORDS,
  NEW_HOLD,
  OUTCOME_WORDS,
  RETENTION,
  yearsInWords,
} from './retention.copy';
import type { TypedDay } from './typed-day';

const SHOWN = 50;

export interface RetentionReading {
  readonly actor: StaffActor;
  readonly now: Instant;
  readonly timezone: string;
}

export function retentionPage(
  found: {
    readonly preview: RetentionPreview;
    readonly version: number;
    readonly on: string;
    readonly holds: readonly LegalHold[];
  },
  reading: RetentionReading & {
    readonly typed: TypedDay;
    readonly errors: readonly FieldError[];
    readonly notice: Notice | null;
  },
) {
  const { preview, version, on, holds } = found;
  const { actor, now, timezone, typed, errors, notice } = reading;
  const shown = preview.due.slice(0, SHOWN);
  return {
    ...RETENTION,
    asAt: timeOfDay(now, timezone),
    notice,
    typed,
    errors,
    wrong: wrongFields(errors),
    version,
    on: calendarDay(on),
    rules: preview.byOutcome.map(({ outcome, rule, due, held }) => ({
      outcome: OUTCOME_WORDS[outcome],
      years: yearsInWords(rule.years),
      ground: GROUND_WORDS[rule.ground],
      due,
      held,
    })),
    records: shown.map(({ standing, outcome, dueAt }) => ({
      reference: standing.reference,
      outcome: OUTCOME_WORDS[outcome],
      ended: standing.endedAt === null ? '' : dayInFull(standing.endedAt, timezone),
      due: calendarDay(isoOf(dueAt).slice(0, 10)),
    })),
    moreWords: shown.length < preview.due.length ? RETENTION.more(shown.length, preview.due.length) : null,
    mayHold: mayDo(actor, 'hold-record'),
    mayChange: mayDo(actor, 'propose-retention'),
    holds: holds.map(({ id, reference, reason, untilOn }) => ({
      reference,
      reason: HOLD_REASON_WORDS[reason],
      until: untilOn === null ? HOLD.noEnd : `Until ${calendarDay(untilOn)}`,
      href: `/data-protection/retention/holds/${id}`,
    })),
  };
}

export function newHoldPage(form: {
  raw: HoldRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string | undefined;
}) {
  const { raw, errors, idempotencyKey } = form;
  return {
    ...NEW_HOLD,
    action: '/data-protection/retention/holds/new',
    reasons: HOLD_REASONS.map((value) => ({ value, text: HOLD_REASON_WORDS[value] })),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

export function holdPage(
  { hold, note, requestReference }: Extract<HoldRead, { kind: 'read' }>,
  reading: RetentionReading & {
    readonly nameOf: NameOf;
    readonly notice: Notice | null;
    readonly reason: string;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
) {
  const { now, timezone, nameOf, notice, errors, idempotencyKey } = reading;
  const { id, reference, reason, setBy, setAt, untilOn, liftedBy, liftedAt, liftReason, revision } = hold;
  const when = { now, timezone };
  return {
    ...HOLD,
    reference,
    rows: [
      { key: 'Why', value: HOLD_REASON_WORDS[reason] },
      ...(hold.requestId === null
        ? [{ key: 'In their words', value: note ?? HOLD.unreadable }]
        : [{ key: 'What happened', value: HOLD.released(requestReference ?? '') }]),
      { key: 'Set by', value: `${nameOf(setBy)}, ${momentInWords(setAt, when)}` },
      { key: 'Stands', value: untilOn === null ? HOLD.noEnd : `Until ${calendarDay(untilOn)}` },
      ...(liftedAt === null
        ? []
        : [{ key: 'Lifted by', value: `${nameOf(liftedBy)}, ${momentInWords(liftedAt, when)}` }]),
      ...(liftReason === null ? [] : [{ key: 'Why lifted', value: LIFT_REASON_WORDS[liftReason] }]),
    ],
    standing: liftedAt === null,
    notice,
    reasons: LIFT_REASONS.map((value) => ({ value, text: LIFT_REASON_WORDS[value] })),
    reason: reading.reason,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
    action: `/data-protection/retention/holds/${id}`,
    revision,
  };
}
