import type { AnswerReviewOutcome, CancelMessageOutcome, QueueMessageOutcome } from '#libs/casework';
import type { ContactRefusal } from '#libs/domain';
import type { RefusalCopy } from '../../../errors/refusal';
import { GATE_WORDS } from '../../../pages/contact-attempts/outcome.copy';
import type { ReasonsOf } from '../requests/done';
import { CLOSED } from '../requests/refusal.copy';

const GATE = Object.fromEntries(
  Object.entries(GATE_WORDS).map(([reason, sentence]) => [reason, { sentence }]),
) as RefusalCopy<ContactRefusal>;

export const QUEUE_REFUSALS: RefusalCopy<ReasonsOf<QueueMessageOutcome>> = {
  ...GATE,
  'not-ahead': { sentence: 'aboutAt must be in the future', field: 'aboutAt' },
  'too-far-ahead': { sentence: 'aboutAt must be within the next 30 days', field: 'aboutAt' },
  'case-closed': CLOSED,
  'no-template': {
    sentence: 'The text that the person chose is not approved any more: ask them which one is right.',
  },
};

export const CHANNEL_OFF = 'This service sends no text messages: choose email';

export const CANCEL_REFUSALS: RefusalCopy<ReasonsOf<CancelMessageOutcome>> = {
  'already-gone': { sentence: 'It has left already, or somebody else took it back: read the list again.' },
};

export const REVIEW_REFUSALS: RefusalCopy<ReasonsOf<AnswerReviewOutcome>> = {
  'already-answered': { sentence: 'Somebody has answered this safety review already.' },
};
