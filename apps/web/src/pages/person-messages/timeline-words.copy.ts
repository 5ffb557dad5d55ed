import type { MessageChannel, MessageEnd, ReviewAnswer, ReviewCause, StopCause } from '#libs/domain';
import type { EventFacts, WordsByType } from '../cases/event-words';
import { saidBy } from '../safe-routes/said-by.copy';
import { CAUSE_NAMES } from '../stop-contact/stop-contact.copy';
import { ANSWER_WORDS, CAUSE_WORDS, CHANNEL_WORDS, END_WORDS } from './person-message.copy';

const why = ({ reason }: EventFacts) => END_WORDS[reason as MessageEnd] ?? '';
const channel = ({ payload }: EventFacts) => CHANNEL_WORDS[payload['channel'] as MessageChannel];

/** What the timeline of a case says of messages to the person, of reviews, and of a stop of all contact. */
export const PERSON_MESSAGE_WORDS: WordsByType = {
  'message.queued': (facts) => ({
    title: 'Message to them asked for',
    detail: `${channel(facts)}. It names ${facts.at('aboutAt')}.`,
  }),
  'message.handed-over': (facts) => ({ title: 'Message to them left', detail: `${channel(facts)}.` }),
  'message.delivered': (facts) => ({ title: 'Message to them arrived', detail: `${channel(facts)}.` }),
  'message.failed': (facts) => ({ title: 'Message to them did not arrive', detail: why(facts) }),
  'message.withheld': (facts) => ({ title: 'Message to them not sent', detail: why(facts) }),
  'message.cancelled': (facts) => ({ title: 'Message to them taken back', detail: why(facts) }),
  'safety-review.opened': ({ reason }) => ({
    title: 'Safety review opened; the route is on hold',
    detail: CAUSE_WORDS[reason as ReviewCause] ?? '',
  }),
  'safety-review.answered': ({ reason }) => ({
    title: 'Safety review answered',
    detail: `${ANSWER_WORDS[reason as ReviewAnswer] ?? 'Decided'}.`,
  }),
  'contact.stopped': ({ reason }) => ({
    title: 'All contact stopped',
    detail: `${CAUSE_NAMES[reason as StopCause] ?? 'Another reason'}.`,
  }),
  'contact.resumed': ({ reason }) => ({ title: 'Contact may go on', detail: saidBy(reason) }),
};
