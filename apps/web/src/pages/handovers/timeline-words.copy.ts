import type { WordsByType } from '../cases/event-words';

/** What the timeline of a case says when it goes from one colleague to another. */
export const HANDOVER_WORDS: WordsByType = {
  'handover.offered': ({ payload }) => ({
    title: payload['toUserId'] === null ? 'Offered back to the team' : 'Offered to a colleague',
    detail: 'It changes hands when they accept.',
  }),
  'handover.accepted': ({ payload }) => ({
    title: payload['toUserId'] === null ? 'Taken back by the team' : 'Handed over and accepted',
  }),
  'handover.declined': () => ({ title: 'Offer given back' }),
  'handover.withdrawn': () => ({ title: 'Offer ended' }),
};
