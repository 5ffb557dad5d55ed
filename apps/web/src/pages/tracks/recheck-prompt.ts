import type { ContactRecheck } from '#libs/domain';
import type { CasePrompt } from '../cases/prompts.page';
import { RECHECK_PROMPT } from './track.copy';
import { KIND_WORDS } from './track-words.copy';

/** What a case says before anything else while nobody has asked again whether contact is safe. */
export function recheckPrompt(recheck: ContactRecheck | null, mayAnswer: boolean): readonly CasePrompt[] {
  if (recheck === null) return [];
  const href = `/cases/${recheck.caseId}/rechecks/${recheck.id}`;
  return [
    {
      title: RECHECK_PROMPT.title,
      text: RECHECK_PROMPT.text(KIND_WORDS[recheck.cause]),
      links: mayAnswer ? [{ href, text: RECHECK_PROMPT.link }] : [],
    },
  ];
}
