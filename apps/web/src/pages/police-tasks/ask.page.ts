import { ASK_CAUSES, TASK_KINDS, type Instant } from '#libs/domain';
import type { CaseSummary, PoliceTaskLine } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { deadlineInWords } from '../../formatting/deadline-words';
import { safeContactAlert } from '../cases/safe-contact.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { ASK, ASK_KINDS, CAUSE_WORDS, TASK_WORDS } from './task.copy';

export interface AskRaw {
  readonly kind: string;
  readonly cause: string;
}

export function askPage(
  { summary, open, now, timezone }: AskReading,
  { raw, errors, idempotencyKey }: { raw: AskRaw; errors: readonly FieldError[]; idempotencyKey?: string },
) {
  return {
    ...ASK,
    reference: summary.reference,
    caseHref: `/cases/${summary.caseId}`,
    action: `/cases/${summary.caseId}/ask-police`,
    alert: safeContactAlert(summary.card),
    open: open.map(({ kind, dueAt }) => ({
      title: TASK_WORDS[kind].title,
      due: deadlineInWords(dueAt, { now, timezone }),
    })),
    kinds: TASK_KINDS.map((value) => ({ value, text: ASK_KINDS[value] })),
    causes: ASK_CAUSES.map((value) => ({ value, text: CAUSE_WORDS[value] })),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

export interface AskReading {
  readonly summary: CaseSummary;
  readonly open: readonly PoliceTaskLine[];
  readonly now: Instant;
  readonly timezone: string;
}
