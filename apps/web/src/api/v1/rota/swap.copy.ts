import type { AnswerSwapOutcome, AskSwapOutcome } from '#libs/casework';
import type { RefusalCopy } from '../../../errors/refusal';
import { ANSWER_REFUSALS as PAGE_ANSWER, ASK_REFUSALS as PAGE_ASK } from '../../../pages/rota/swap.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';

export const ASK_SWAP_REFUSALS: RefusalCopy<ReasonsOf<AskSwapOutcome>> = inBody(PAGE_ASK, { to: 'toUserId' });
export const ANSWER_SWAP_REFUSALS: RefusalCopy<ReasonsOf<AnswerSwapOutcome>> = inBody(PAGE_ANSWER, {});
