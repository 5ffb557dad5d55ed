import type { LegalBasis, Purpose } from '#libs/domain';
import type { EventFacts, EventWords, WordsByType } from '../cases/event-words';
import { PURPOSE_WORDS } from './consent.copy';
import { LEGAL_BASIS_WORDS } from './override.copy';

/** What the timeline of a case says of consent, overrides and shares. Who would be told stands on the consent page. */
export const CONSENT_EVENT_WORDS: WordsByType = {
  'consent.given': (facts) => about('Agreed', facts),
  'consent.refused': (facts) => about('Said no', facts),
  'consent.withdrawn': (facts) => about('Agreement withdrawn', facts),
  'consent.no-contact': () => ({
    title: 'Said no to being contacted',
    detail: 'They told the officer, for every way of contacting them.',
  }),
  'override.asked': (facts) => ground('Sharing without consent asked for', facts),
  'override.at-referral': (facts) => ground('Referred without agreement, with a ground in law', facts),
  'override.confirmed': (facts) => ground('Sharing without consent confirmed', facts),
  'override.declined': () => ({ title: 'Sharing without consent not confirmed' }),
  'override.ended': () => ({ title: 'Sharing without consent ended' }),
  'override.reached-limit': () => ({ title: 'Sharing without consent ended by itself' }),
  'override.reviewed': () => ({ title: 'Sharing without consent reviewed' }),
  'share.proposed': () => ({ title: 'Share with another service proposed' }),
  'share.opened': () => ({ title: 'Shared with another service' }),
  'share.widened': () => ({ title: 'More of what the person agreed to opened to a service' }),
  'share.narrowed': () => ({ title: 'Part of a share closed' }),
  'share.closed': () => ({ title: 'Share with another service closed' }),
};

function about(title: string, { payload }: EventFacts): EventWords {
  return { title, detail: PURPOSE_WORDS[payload['purpose'] as Purpose] ?? '' };
}

function ground(title: string, { reason }: EventFacts): EventWords {
  return { title, detail: LEGAL_BASIS_WORDS[reason as LegalBasis] ?? '' };
}
