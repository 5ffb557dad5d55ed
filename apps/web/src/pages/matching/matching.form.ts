import type { MatchDecisionInput } from '#libs/casework';
import { MATCH_DECISIONS, MATCH_REASONS, UNDO_REASONS, type UndoReason } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { MATCH_ERRORS } from './matching.copy';

const DECIDED = ['decision', 'reason', 'note', 'revision'] as const;
export type DecisionRaw = Fields<(typeof DECIDED)[number]>;

type Read<Input> = { readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Input }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

const LONGEST = 500;

export function readDecision(
  body: unknown,
): Read<Omit<MatchDecisionInput, 'reviewId'>> & { readonly raw: DecisionRaw } {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: DECIDED });
  const revision = readRevision(raw.revision);
  const decision = MATCH_DECISIONS.find((code) => code === raw.decision);
  const reason = MATCH_REASONS.find((code) => code === raw.reason);
  const note = raw.note.trim();
  const errors = [
    ...unclean,
    ...(decision ? [] : [{ field: 'decision', message: MATCH_ERRORS.decision }]),
    ...(reason ? [] : [{ field: 'reason', message: MATCH_ERRORS.reason }]),
    ...([...note].length > LONGEST ? [{ field: 'note', message: MATCH_ERRORS.tooLong }] : []),
  ];
  if (!decision || !reason || errors.length > 0) return { kind: 'invalid', raw, idempotencyKey, errors };
  const input = { revision, decision, reason, note: note === '' ? null : note };
  return { kind: 'valid', raw, idempotencyKey, input };
}

export function readUndo(body: unknown): Read<{ readonly revision: number; readonly reason: UndoReason }> {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: ['undoReason', 'revision'] });
  const revision = readRevision(raw.revision);
  const reason = UNDO_REASONS.find((code) => code === raw.undoReason);
  const errors = [...unclean, ...(reason ? [] : [{ field: 'undoReason', message: MATCH_ERRORS.undoReason }])];
  if (!reason || errors.length > 0) return { kind: 'invalid', idempotencyKey, errors };
  return { kind: 'valid', idempotencyKey, input: { revision, reason } };
}
