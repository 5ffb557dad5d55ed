import type { DraftStep } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { readFields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { rawOf, STEP_FIELDS, type StepRaw } from './step-fields';

export interface StepForm<Step extends DraftStep> {
  readonly raw: StepRaw[Step];
  /** Characters nobody can have meant. */
  readonly unclean: readonly FieldError[];
  readonly idempotencyKey: string;
  readonly basedOn: number;
  /** Where to go on: `check` when the step was opened from the check page. */
  readonly after: 'check' | 'next';
  readonly wants: 'cover' | 'continue';
}

/** One step as it was posted: what was typed, and which button was pressed. */
export function readStep<Step extends DraftStep>(step: Step, body: unknown): StepForm<Step> {
  const { single, lists } = STEP_FIELDS[step];
  const names: { single: readonly string[]; lists: readonly string[] } = {
    single: [...single, 'revision', 'after', 'go'],
    lists,
  };
  const { raw, errors, idempotencyKey } = readFields(body, names);
  const { revision, after, go, ...answers } = raw as Record<string, string | readonly string[]>;
  return {
    raw: rawOf(step, answers),
    unclean: errors,
    idempotencyKey,
    basedOn: readRevision(String(revision)),
    after: after === 'check' ? 'check' : 'next',
    wants: go === 'cover' ? 'cover' : 'continue',
  };
}
