import type { RouteRevealed } from '#libs/casework';
import type { RouteId } from '#libs/domain';
import type { CaseSummary } from '#libs/persistence';
import { gateWords } from '../contact-attempts/outcome.copy';
import { safeContactAlert } from './safe-contact.page';
import { SAFETY_STEPS } from './safety-steps.copy';

type Shown = Omit<Extract<RouteRevealed, { kind: 'revealed' }>, 'kind'> & { readonly routeId: RouteId };
type RefusalReason = Extract<RouteRevealed, { kind: 'refused' }>['reason'];

export function shownRoutePage(summary: CaseSummary, { route, words, identity, routeId }: Shown) {
  return {
    reference: summary.reference,
    alert: safeContactAlert(summary.card),
    nameToAskFor: identity.nameToAskFor,
    number: spaced(route.value),
    sayIfOtherAnswers:
      words.sayIfOtherAnswers ?? 'Nothing was agreed. Give no name of a service; say you will try later.',
    safetySteps: SAFETY_STEPS,
    codeWord: words.codeWord ?? 'None was agreed',
    attemptHref: `/cases/${summary.caseId}/attempts/new?route=${routeId}`,
    caseHref: `/cases/${summary.caseId}`,
  };
}

export function closedRoutePage(summary: CaseSummary, reason: RefusalReason) {
  return {
    reference: summary.reference,
    alert: safeContactAlert(summary.card),
    sentence:
      reason === 'unreadable'
        ? 'The number cannot be read just now. Tell your duty lead.'
        : gateWords(reason),
    caseHref: `/cases/${summary.caseId}`,
  };
}

/** Grouped for reading out: +44 7700 900123. */
function spaced(e164: string): string {
  const british = /^\+44(\d{4})(\d{6})$/.exec(e164);
  return british ? `+44 ${british[1]} ${british[2]}` : e164;
}
