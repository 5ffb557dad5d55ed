import type { ChangeInput } from '#libs/casework';
import { CHANGE_REASONS, type ChangeReason, type Instant } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentNames, readMoment, type MomentRaw } from '../typed-moments/typed-moment';
import { FROM, REASON_MISSING } from './draft.copy';

/** `preview` shows what would change, `send` puts it before a second person, `change` goes back to the answers. */
export type DraftStep = 'preview' | 'send' | 'change';

export type DraftForm<Raw> = {
  readonly raw: Raw;
  readonly idempotencyKey: string;
  readonly step: DraftStep;
} & (
  | { readonly kind: 'valid'; readonly input: ChangeInput }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

/** The questions every change ends with. */
export const ENDING = ['reason', ...momentNames('from')] as const;
export type EndingRaw = { readonly reason: string } & MomentRaw<'from'>;

export function readStep(typed: string): DraftStep {
  return typed === 'send' || typed === 'change' ? typed : 'preview';
}

export function readReason(typed: string): ChangeReason | readonly FieldError[] {
  return CHANGE_REASONS.find((code) => code === typed) ?? [{ field: 'reason', message: REASON_MISSING }];
}

/** Null when the date was left empty: as soon as it is approved. */
export function readFrom(
  raw: MomentRaw<'from'>,
  timezone: string,
): { readonly at: Instant | null } | { readonly errors: readonly FieldError[] } {
  const parts = [raw.fromDay, raw.fromMonth, raw.fromYear, raw.fromTime];
  if (parts.every((part) => part.trim() === '')) return { at: null };
  const read = readMoment(raw, { prefix: 'from', words: FROM, timezone });
  return read.kind === 'moment' ? { at: read.at } : { errors: read.errors };
}

/** A whole number as typed; undefined for anything else. */
export function readCount(
  typed: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** The ending and the rest of a form as one result: valid only when nothing is wrong with either. */
export function endDraft<Raw extends EndingRaw>(
  draft: { raw: Raw; idempotencyKey: string; step: string; errors: readonly FieldError[]; timezone: string },
  input: (ending: { reason: ChangeReason; effectiveFrom: Instant | null }) => ChangeInput | null,
): DraftForm<Raw> {
  const { raw, idempotencyKey, timezone } = draft;
  const step = readStep(draft.step);
  const reason = readReason(raw.reason);
  const from = readFrom(raw, timezone);
  const errors = [
    ...draft.errors,
    ...('errors' in from ? from.errors : []),
    ...(typeof reason === 'string' ? [] : reason),
  ];
  const made =
    typeof reason === 'string' && !('errors' in from) && errors.length === 0
      ? input({ reason, effectiveFrom: from.at })
      : null;
  return made === null
    ? { kind: 'invalid', raw, idempotencyKey, step, errors }
    : { kind: 'valid', raw, idempotencyKey, step, input: made };
}
