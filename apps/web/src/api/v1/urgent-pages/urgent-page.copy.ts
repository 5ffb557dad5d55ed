import type { AnswerPageOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import type { ReasonsOf } from '../requests/done';

export const PAGE_REFUSALS: RefusalCopy<ReasonsOf<AnswerPageOutcome>> = {
  'not-on-call': {
    sentence:
      'The person on call, a duty lead or a service manager answers this page. If you can act, open the case and call.',
  },
  'already-answered': { sentence: 'Somebody has answered this page already.' },
};
