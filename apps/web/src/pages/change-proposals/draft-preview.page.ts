import type { ChangeInput } from '#libs/casework';
import type { Instant } from '#libs/domain';
import { timeInWords, timeOfDay } from '../../formatting/moments';
import type { RuleChange } from '../policies/rule-facts';
import { WHEN_APPROVED } from './draft.copy';
import { REASON_WORDS } from './proposal.copy';
import type { PreviewSection } from './proposal-view';

export function draftPreviewPage(options: {
  title: string;
  input: ChangeInput;
  changes: readonly RuleChange[];
  sections: readonly PreviewSection[];
  hidden: readonly (readonly [string, string])[];
  idempotencyKey: string;
  path: string;
  now: Instant;
  timezone: string;
}) {
  const { title, input, changes, sections, hidden, idempotencyKey, path, now, timezone } = options;
  return {
    title,
    asAt: timeOfDay(now, timezone),
    facts: [
      { key: 'Reason', value: REASON_WORDS[input.reason] },
      {
        key: 'From',
        value: input.effectiveFrom === null ? WHEN_APPROVED : timeInWords(input.effectiveFrom, timezone),
      },
    ],
    changes,
    sections,
    hidden,
    idempotencyKey,
    path,
  };
}
