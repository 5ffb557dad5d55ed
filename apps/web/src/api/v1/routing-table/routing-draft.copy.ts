import type { BeginDraftOutcome, ChangeDraftOutcome, ReplayDraftOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import { DRAFT_REFUSALS as PAGE_REFUSALS, REPLAY } from '../../../pages/routing/draft.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';

/** Nothing of these is wrong in the body itself: it does not fit the draft as it is, so each is a conflict. */
export const DRAFT_REFUSALS: RefusalCopy<ReasonsOf<BeginDraftOutcome> | ReasonsOf<ChangeDraftOutcome>> =
  inBody(PAGE_REFUSALS, {});

export const REPLAY_REFUSALS: RefusalCopy<ReasonsOf<ReplayDraftOutcome>> = {
  'newer-version': { sentence: REPLAY.newerVersion },
  'asks-about-few': { sentence: REPLAY.askedAboutFew },
};
