import { EXCEPTION_REASONS } from '#libs/casework';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { safeContactAlert } from '../cases/safe-contact.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { momentView } from '../typed-moments/typed-moment.page';
import { EXCEPTION, FROM, REASON_WORDS, TO } from './exception.copy';
import type { ExceptionRaw } from './exception.form';

export function exceptionPage(options: {
  summary: CaseSummary;
  raw: ExceptionRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { summary, raw, errors, idempotencyKey } = options;
  return {
    ...EXCEPTION,
    reference: summary.reference,
    action: `/cases/${summary.caseId}/exceptions/new`,
    caseHref: `/cases/${summary.caseId}`,
    alert: safeContactAlert(summary.card),
    reasons: EXCEPTION_REASONS.map((value) => ({ value, text: REASON_WORDS[value] })),
    from: momentView('from', { ...FROM, raw, errors }),
    to: momentView('to', { ...TO, raw, errors }),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}
