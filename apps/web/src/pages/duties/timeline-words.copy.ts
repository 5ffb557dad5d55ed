import type { WordsByType } from '../cases/event-words';

const CATEGORY: Readonly<Record<string, string>> = {
  'most-serious-crime': 'As a victim of the most serious crime.',
  'persistently-targeted': 'As somebody who is persistently targeted.',
  'vulnerable-or-intimidated': 'As a vulnerable or intimidated victim.',
};

/** What the timeline of a case says of rights; each right has a history of its own on the rights page. */
export const RIGHTS_EVENT_WORDS: WordsByType = {
  'case.enhanced-rights-granted': ({ reason }) => ({
    title: 'Enhanced Rights granted',
    detail: CATEGORY[reason ?? ''] ?? '',
  }),
};
