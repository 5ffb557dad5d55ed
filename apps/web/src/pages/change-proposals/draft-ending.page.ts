import { CHANGE_REASONS } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { momentView } from '../typed-moments/typed-moment.page';
import { ENDING_WORDS } from './draft.copy';
import type { EndingRaw } from './draft.form';
import { REASON_WORDS } from './proposal.copy';

/** The questions every change ends with, drawn by `draftEnding` in parts.njk. */
export function draftEnding(raw: EndingRaw, errors: readonly FieldError[]) {
  return {
    ...ENDING_WORDS,
    reasons: CHANGE_REASONS.map((value) => ({ value, text: REASON_WORDS[value] })),
    reason: raw.reason,
    from: momentView('from', { legend: ENDING_WORDS.fromLegend, hint: ENDING_WORDS.fromHint, raw, errors }),
  };
}
