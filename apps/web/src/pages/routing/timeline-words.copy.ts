import type { OverrideReason } from '#libs/domain';
import type { WordsByType } from '../cases/event-words';
import { OVERRIDE_WORDS } from './routing-words.copy';

/** What the timeline of a case says of routing. Which service it was stands on the routing page. */
export const ROUTING_EVENT_WORDS: WordsByType = {
  'case.routed': () => ({ title: 'Asked where they may be sent' }),
  'case.routed-otherwise': ({ reason }) => ({
    title: 'Another service chosen',
    detail: OVERRIDE_WORDS[reason as OverrideReason] ?? '',
  }),
};
