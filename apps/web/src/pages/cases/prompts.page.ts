import { nextRuleChange, parseDate, stageOf, type AgeBand } from '#libs/domain';
import type { LikeCase } from '#libs/persistence';
import { calendarDay } from '../../formatting/moments';
import { AGE_PROMPTS, DAYS_BEFORE_18, PROMPT_LINKS } from './prompts.copy';

export interface CasePrompt {
  readonly title: string;
  readonly text: string | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** What a case says before anything else: what the age asks for, and other cases of what may be the same person. */
export function promptsOf(about: {
  readonly caseId: string;
  readonly band: AgeBand;
  /** `YYYY-MM-DD`, where the name was opened and it is known. */
  readonly bornOn: string | null;
  readonly today: string;
  readonly like: readonly LikeCase[];
}): readonly CasePrompt[] {
  const { caseId, band, bornOn, today, like } = about;
  const links = [{ href: `/cases/${caseId}/person`, text: PROMPT_LINKS.person }];
  const stage = stageOf(band);
  const birthday = bornOn === null ? null : birthdaySoon(bornOn, today);
  const linked = like.filter(({ linked: stands }) => stands);
  const waiting = like.filter(({ linked: stands }) => !stands);
  return [
    ...(stage === 'adult' ? [] : [{ ...AGE_PROMPTS[stage], links }]),
    ...(birthday === null
      ? []
      : [{ title: PROMPT_LINKS.soonTitle, text: PROMPT_LINKS.soon(birthday), links }]),
    ...some(PROMPT_LINKS.linkedTitle, linked, ({ caseId: other, reference }) => ({
      href: `/cases/${other}`,
      text: PROMPT_LINKS.linked(reference),
    })),
    ...some(PROMPT_LINKS.likeTitle, waiting, ({ reviewId, reference }) => ({
      href: `/matches/${reviewId}`,
      text: PROMPT_LINKS.like(reference),
    })),
  ];
}

function some(
  title: string,
  cases: readonly LikeCase[],
  link: (one: LikeCase) => CasePrompt['links'][number],
): readonly CasePrompt[] {
  return cases.length === 0 ? [] : [{ title, text: null, links: cases.map(link) }];
}

function birthdaySoon(bornOn: string, today: string): string | null {
  const next = nextRuleChange({ kind: 'born', bornOn }, today);
  if (next === null || next.age !== 18) return null;
  const [on, now] = [parseDate(next.on), parseDate(today)];
  if (on === undefined || now === undefined || on - now > DAYS_BEFORE_18) return null;
  return calendarDay(next.on);
}
