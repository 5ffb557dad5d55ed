import type { ContactAttemptOutcome } from '#libs/casework';
import { OUTCOMES, type Outcome } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { routeName, safeContactAlert } from '../cases/safe-contact.page';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { momentView } from '../typed-moments/typed-moment.page';
import { ATTEMPT, HAPPENED, SAVED } from './attempt.copy';
import { OTHER_ROUTE, type AttemptRaw } from './attempt.form';
import { gateWords, OUTCOME_WORDS } from './outcome.copy';

export function attemptPage(options: {
  summary: CaseSummary;
  raw: AttemptRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
}) {
  const { summary, raw, errors, idempotencyKey } = options;
  const routes = summary.card.routes.map((route, index) => ({
    value: route.id as string,
    text: routeName(route, index),
    hint: route.state === 'active' ? undefined : { text: 'Not to be used any more' },
  }));
  return {
    ...ATTEMPT,
    reference: summary.reference,
    action: `/cases/${summary.caseId}/attempts/new`,
    caseHref: `/cases/${summary.caseId}`,
    alert: safeContactAlert(summary.card),
    outcomes: OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value] })),
    routes: [...routes, { value: OTHER_ROUTE, text: ATTEMPT.otherRoute }],
    happened: momentView('happened', { ...HAPPENED, raw, errors }),
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

/** What was saved and what follows from it, told on the case page. */
export function savedNotice(
  recorded: Extract<ContactAttemptOutcome, { kind: 'recorded' }>,
  outcome: Outcome,
): Notice {
  const lines = [
    outcome === 'someone-else-answered' ? SAVED.suspended : '',
    outcome === 'number-not-working' ? SAVED.quarantined : '',
    recorded.flag === null ? '' : `Noted for the safety review: ${gateWords(recorded.flag)}`,
    recorded.waitsForCheck ? SAVED.waits : '',
  ];
  return { title: SAVED.title, lines: lines.filter((line) => line !== '') };
}
