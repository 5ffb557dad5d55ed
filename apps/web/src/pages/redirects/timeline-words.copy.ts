import type { AcknowledgedHow, ReceivingBody, RedirectReason } from '#libs/domain';
import type { EventFacts, WordsByType } from '../cases/event-words';
import { BODY_WORDS, HOW_WORDS, REASON_WORDS } from './redirect.copy';

const body = ({ payload }: EventFacts) => BODY_WORDS[payload['receivingBody'] as ReceivingBody];

/** What the timeline of a case says of a redirect to another body. */
export const REDIRECT_WORDS: WordsByType = {
  'case.redirect-asked': (facts) => ({
    title: 'Another body asked to take the person on',
    detail: `${body(facts)}. ${REASON_WORDS[facts.reason as RedirectReason]}. The case and its clocks stay ours.`,
  }),
  'case.redirect-acknowledged': (facts) => ({
    title: 'The other body takes the person on',
    detail: `${body(facts)}: ${HOW_WORDS[facts.payload['how'] as AcknowledgedHow].toLowerCase()}.`,
  }),
  'case.closed': () => ({ title: 'Case closed' }),
  'case.redirect-taken-back': (facts) => ({
    title: 'The case stays with us',
    detail: `${body(facts)} does not take the person on.`,
  }),
};
