import type { RequestEnding } from '#libs/domain';
import type { EventFacts, WordsByType } from '../cases/event-words';
import {
  BAND_WORDS,
  DECLINE_WORDS,
  ENDING_WORDS,
  REDIRECT_WORDS,
  STEP_WORDS,
  WITHDRAW_WORDS,
} from './request-words.copy';

/** What the timeline of a case says of support that was asked for. The service is named on the Support page. */
export const SERVICE_REQUEST_WORDS: WordsByType = {
  'service-request.proposed': (facts) => ({
    title: 'Support put on the list',
    detail: `${said(BAND_WORDS, facts.payload['band'])}${nextWords(facts)}`,
  }),
  'service-request.service-chosen': (facts) => ({ title: 'Service chosen', detail: nextWords(facts).trim() }),
  'service-request.sent': (facts) => ({
    title: 'Support asked for',
    detail: `${facts.payload['ground'] === 'override' ? 'On an override.' : 'With the person’s agreement.'}${nextWords(facts)}`,
  }),
  'service-request.acknowledged': (facts) => ({
    title: 'The service has the request',
    detail: nextWords(facts).trim(),
  }),
  'service-request.accepted': (facts) => ({
    title: 'The service said yes',
    detail: `It answers for the next contact from then on.${nextWords(facts)}`,
  }),
  'service-request.declined': ({ reason }) => ({
    title: 'The service said no',
    detail: `${said(DECLINE_WORDS, reason)} The request is at the desk again.`,
  }),
  'service-request.redirected': ({ reason }) => ({
    title: 'The service suggested another one',
    detail: `${said(REDIRECT_WORDS, reason)} Nothing goes there before the person was asked.`,
  }),
  'service-request.still-wanted': () => ({ title: 'Asked: they still want the support' }),
  'service-request.allocated': (facts) => ({
    title: 'A worker was named',
    detail: nextWords(facts).trim(),
  }),
  'service-request.released': (facts) => ({
    title: 'The worker is not there any more',
    detail: `The coordinator of the service answers for it.${nextWords(facts)}`,
  }),
  'service-request.started': (facts) => ({
    title: 'First session of support',
    detail: nextWords(facts).trim(),
  }),
  'service-request.reviewed': (facts) => ({
    title: 'Support looked at again',
    detail: nextWords(facts).trim(),
  }),
  'service-request.ended': ({ reason }) => ({
    title: 'Support ended',
    detail: said(ENDING_WORDS, reason as RequestEnding),
  }),
  'service-request.withdrawn': ({ reason }) => ({
    title: 'Request taken back',
    detail: said(WITHDRAW_WORDS, reason),
  }),
  'service-request.not-wanted': () => ({ title: 'They have chosen not to have this support' }),
  'service-request.overdue': (facts) => ({
    title: 'Support is waited for longer than it should be',
    detail: `${said(STEP_WORDS, facts.payload['step'])} A duty lead was told.`,
  }),
  'service-request.reminded': (facts) => ({
    title: 'Whoever owes the next step was reminded',
    detail: `${said(STEP_WORDS, facts.payload['step'])} Its time had passed.`,
  }),
  'service-request.manager-left': (facts) => ({
    title: 'The manager does not have it any more',
    detail: `Whoever owns the case answers for it.${nextWords(facts)}`,
  }),
  'service-request.next-offered': () => ({
    title: 'Another service can be offered',
    detail: 'The first has not answered. The place in the queue is kept until the person chooses.',
  }),
  'service-request.landed': () => ({
    title: 'The request was given to a manager',
    detail: 'Nobody answered it in time.',
  }),
  'service-request.taken-on': (facts) => ({
    title: 'A manager took the request on',
    detail: nextWords(facts).trim(),
  }),
  'service-request.held': (facts) => ({
    title: 'Support is held: contact is stopped',
    detail: `They keep their place.${nextWords(facts)}`,
  }),
  'service-request.hold-ended': (facts) => ({
    title: 'Support goes on: contact is not stopped any more',
    detail: nextWords(facts).trim(),
  }),
  'service-request.place-kept': (facts) => ({
    title: 'Looked at while contact is stopped',
    detail: `They keep their place.${nextWords(facts)}`,
  }),
  'service-request.exported': () => ({
    title: 'The service copied it into its own system',
    detail: 'Only what the person agreed to share at that moment.',
  }),
};

function said(words: Readonly<Record<string, string>>, code: unknown): string {
  const found = words[String(code)];
  return found === undefined ? '' : `${found}.`;
}

function nextWords({ payload, at }: EventFacts): string {
  const step = STEP_WORDS[String(payload['step']) as keyof typeof STEP_WORDS] as string | undefined;
  return step === undefined || payload['dueAt'] === null ? '' : ` Next: ${lower(step)}, by ${at('dueAt')}.`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
