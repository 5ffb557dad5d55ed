import type { PageLevel } from '#libs/domain';
import type { WordsByType } from '../cases/event-words';
import { LEVEL_WORDS } from './urgent-pages.copy';

/** What the journal says of an urgent page, for the timeline of its case. */
export const URGENT_PAGE_WORDS: WordsByType = {
  'urgent-page.raised': ({ payload }) => ({
    title: 'Urgent page raised',
    detail: payload['pagedUserId'] === null ? 'Nobody was on call.' : 'Somebody was on call.',
  }),
  'urgent-page.stepped': ({ payload }) => ({
    title: 'Urgent page sent',
    detail: `To ${LEVEL_WORDS[payload['level'] as PageLevel]}.`,
  }),
  'urgent-page.acknowledged': () => ({ title: 'Urgent page answered' }),
  'urgent-page.settled': () => ({ title: 'Urgent page ended', detail: 'Nobody needed it any more.' }),
  'urgent-page.risk-acknowledged': () => ({
    title: 'The referrer said that they hold the risk',
    detail: 'Until somebody answers the urgent page.',
  }),
};
