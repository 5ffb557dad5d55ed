import type { ContactState } from '../contact';
import type { Machine } from '../machine';

/** `settled`: nobody needs to be paged any more, because the person was reached or the case is closed. */
export const PAGE_STATES = ['open', 'acknowledged', 'settled'] as const;
export type PageState = (typeof PAGE_STATES)[number];
export type PageChange = 'acknowledge' | 'settle';

export const urgentPageMachine: Machine<PageState, PageChange> = {
  name: 'urgent-page',
  initial: 'open',
  terminal: ['acknowledged', 'settled'],
  transitions: {
    open: { acknowledge: 'acknowledged', settle: 'settled' },
    acknowledged: {},
    settled: {},
  },
};

/**
 * Where contact stands when nobody needs paging any more: spoken with, or the case is over. A wish for no contact is
 * no answer to danger; somebody must still say that they have it.
 */
export const PAGE_SETTLES_IN: readonly ContactState[] = ['reached', 'closed'];
