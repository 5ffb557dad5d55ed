import type { DutyAct } from '#libs/casework';
import {
  CHOSEN_REASONS,
  SAID_EVIDENCE,
  DESK_EVENTS,
  EARLY_REASONS,
  ENHANCED_CATEGORIES,
  SAID_HOW,
  type DeskEvent,
  type EnhancedCategory,
  type Instant,
} from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { momentNames, readMoment } from '../typed-moments/typed-moment';
import { AT, ENHANCED, FIELDS, NEW_EVENT, type FormName } from './rights.copy';

const DUTY_FIELDS = [
  'evidence',
  'early',
  'choice',
  'how',
  'reason',
  'revision',
  ...momentNames('at'),
] as const;
export type DutyRaw = Fields<(typeof DUTY_FIELDS)[number]>;

export type DutyForm = {
  readonly raw: DutyRaw;
  readonly idempotencyKey: string;
  readonly revision: number;
} & (
  | { readonly kind: 'valid'; readonly act: DutyAct }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

/** Which answers each form asks for. */
export const ASKED: Readonly<
  Record<FormName, { readonly moment: boolean; readonly radios: readonly string[] }>
> = {
  deliver: { moment: true, radios: ['evidence'] },
  decline: { moment: true, radios: ['choice', 'how'] },
  again: { moment: true, radios: [] },
  'not-applicable': { moment: false, radios: ['reason'] },
};

export function readDutyForm(
  body: unknown,
  { form, timezone }: { form: FormName; timezone: string },
): DutyForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: DUTY_FIELDS });
  const revision = readRevision(raw.revision);
  const errors = [...unclean];
  const chosen = <Code extends string>(
    field: 'evidence' | 'choice' | 'how' | 'reason',
    codes: readonly Code[],
  ) => {
    const found = codes.find((code) => code === raw[field]);
    if (found === undefined) errors.push({ field, message: FIELDS[`${field}Missing`] });
    return found;
  };
  const moment = () => {
    const read = readMoment(raw, { prefix: 'at', words: AT, timezone });
    if (read.kind === 'moment') return read.at;
    errors.push(...read.errors);
    return undefined;
  };
  const act = actOf(form, { raw, chosen, moment });
  if (act === undefined || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, revision, errors };
  return { kind: 'valid', raw, idempotencyKey, revision, act };
}

type Chosen = <Code extends string>(
  field: 'evidence' | 'choice' | 'how' | 'reason',
  codes: readonly Code[],
) => Code | undefined;

function actOf(
  form: FormName,
  { raw, chosen, moment }: { raw: DutyRaw; chosen: Chosen; moment: () => Instant | undefined },
): DutyAct | undefined {
  switch (form) {
    case 'deliver': {
      const [evidence, at] = [chosen('evidence', SAID_EVIDENCE), moment()];
      const earlyReason = EARLY_REASONS.find((code) => code === raw.early) ?? null;
      return evidence && at !== undefined ? { kind: 'deliver', at, evidence, earlyReason } : undefined;
    }
    case 'decline': {
      const choice = chosen('choice', ['declined', 'changed'] as const);
      const [how, at] = [chosen('how', SAID_HOW), moment()];
      return choice && how && at !== undefined ? { kind: 'decline', choice, at, how } : undefined;
    }
    case 'again': {
      const at = moment();
      return at === undefined ? undefined : { kind: 'ask-again', at };
    }
    case 'not-applicable': {
      const reason = chosen('reason', CHOSEN_REASONS);
      return reason && { kind: 'end', reason };
    }
  }
}

const EVENT_FIELDS = ['event', ...momentNames('at')] as const;
export type EventRaw = Fields<(typeof EVENT_FIELDS)[number]>;

export type EventForm = { readonly raw: EventRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: { readonly event: DeskEvent; readonly happenedAt: Instant } }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readEventForm(body: unknown, timezone: string): EventForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: EVENT_FIELDS });
  const event = DESK_EVENTS.find((code) => code === raw.event);
  const at = readMoment(raw, { prefix: 'at', words: AT, timezone });
  const errors = [
    ...unclean,
    ...(event === undefined ? [{ field: 'event', message: NEW_EVENT.eventMissing }] : []),
    ...(at.kind === 'invalid' ? at.errors : []),
  ];
  if (event === undefined || at.kind === 'invalid' || errors.length > 0)
    return { kind: 'invalid', raw, idempotencyKey, errors };
  return { kind: 'valid', raw, idempotencyKey, input: { event, happenedAt: at.at } };
}

export type EnhancedForm = { readonly raw: Fields<'category'>; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly category: EnhancedCategory }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readEnhancedForm(body: unknown): EnhancedForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ['category'] });
  const category = ENHANCED_CATEGORIES.find((code) => code === raw.category);
  if (category === undefined || unclean.length > 0) {
    const missing = { field: 'category', message: ENHANCED.categoryMissing };
    return {
      kind: 'invalid',
      raw,
      idempotencyKey,
      errors: category === undefined ? [...unclean, missing] : unclean,
    };
  }
  return { kind: 'valid', raw, idempotencyKey, category };
}
