import type { BeginSearchOutcome, LinkSearchedOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import type { ReasonsOf } from '../requests/done';

export const SEARCH_REFUSALS: RefusalCopy<ReasonsOf<BeginSearchOutcome>> = {
  unreadable: {
    sentence: 'The search cannot be kept just now. Try again in a few minutes.',
    problem: 'unavailable',
  },
};

export const SEARCH_ERRORS = {
  more: 'A first name alone finds nobody: give a second name, bornOn or number too',
  oneAge: 'Give bornOn or ageInYears, not both',
  door: 'door must be one of the ways in that you may use',
  notWithNew: 'Leave caseId out with new',
  ended: 'What was looked for is kept for half an hour and is gone: begin a new search.',
} as const;

export const LINK_REFUSALS: RefusalCopy<ReasonsOf<LinkSearchedOutcome>> = {
  'nothing-chosen': {
    sentence:
      'Nobody was chosen in this search, or the referral is not one to link: answer the search first.',
  },
  walled: {
    sentence: 'Walls stand in the way of joining them. Ask a duty lead to look at the walls.',
  },
};
