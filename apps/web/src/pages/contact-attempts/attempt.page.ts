import type { ContactAttemptOutcome } from '#libs/casework';
import type { Outcome } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import { caseFrame } from '../cases/case-frame.page';
import type { ContactParts } from '../cases/case-reading';
import { attemptLine } from '../cases/contact-standing.page';
import { routeName } from '../cases/safe-contact.page';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import { momentView } from '../typed-moments/typed-moment.page';
import { ATTEMPT, HAPPENED, SAVED } from './attempt.copy';
import { OTHER_ROUTE, type AttemptRaw } from './attempt.form';
import { gateWords, OUTCOME_GROUPS, OUTCOME_WORDS } from './outcome.copy';

export interface AttemptFormState {
  readonly raw: AttemptRaw;
  readonly errors: readonly FieldError[];
  readonly idempotencyKey?: string;
}

export function attemptPage(parts: ContactParts, state: AttemptFormState) {
  return {
    title: ATTEMPT.title,
    frame: caseFrame(parts, 'call'),
    attemptLine: attemptLine(parts),
    errors: state.errors,
    form: attemptForm(parts, state),
  };
}

/** The form by itself: it stands on a page of its own and beside the number. */
export function attemptForm(
  { summary, now, timezone }: Pick<ContactParts, 'summary' | 'now' | 'timezone'>,
  { raw, errors, idempotencyKey, oneRoute = false }: AttemptFormState & { readonly oneRoute?: boolean },
) {
  const routes = summary.card.routes.flatMap((route, index) => {
    if (route.purpose !== 'contact') return [];
    const hint = route.state === 'active' ? undefined : { text: 'Not to be used any more' };
    return [{ value: route.id as string, text: routeName(route, index), hint }];
  });
  return {
    ...ATTEMPT,
    action: `/cases/${summary.caseId}/attempts/new`,
    outcomes: OUTCOME_GROUPS.flatMap(({ divider, outcomes }) => [
      ...(divider === null ? [] : [{ divider }]),
      ...outcomes.map((value) => ({ value, text: OUTCOME_WORDS[value] })),
    ]),
    routes: [...routes, { value: OTHER_ROUTE, text: ATTEMPT.otherRoute }],
    oneRoute,
    happened: momentView('happened', { ...HAPPENED, raw, errors }),
    timeOpen: errors.some(({ field }) => field.startsWith('happened')),
    timeSummary: `${ATTEMPT.timeNow} ${momentInWords(now, { now, timezone })}. ${ATTEMPT.timeOther}`,
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey,
  };
}

/** What was saved and what follows from it, told on the next page. */
export function savedNotice(
  recorded: Extract<ContactAttemptOutcome, { kind: 'recorded' }>,
  outcome: Outcome,
): Notice {
  const listed = outcome === 'someone-else-answered' && recorded.route === 'keep';
  const lines = [
    recorded.route === 'suspend' ? SAVED.suspended : '',
    listed ? SAVED.listed : '',
    recorded.route === 'quarantine' ? SAVED.quarantined : '',
    recorded.waitsForFollowUp ? SAVED.followUp : '',
    recorded.flag === null ? '' : `Noted for the safety review: ${gateWords(recorded.flag)}`,
    recorded.waitsForCheck ? SAVED.waits : '',
  ];
  return { title: SAVED.title, lines: lines.filter((line) => line !== '') };
}
