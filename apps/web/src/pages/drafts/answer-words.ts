import { districtsEver, type AreaPack } from '#libs/config';
import { timeInWords } from '../../formatting/moments';
import { LEGAL_BASIS_WORDS } from '../consent/override.copy';
import * as words from '../referrals/referral-codes.copy';
import { readMoment } from '../typed-moments/typed-moment';
import type { StepContext } from './check-steps';
import { ANY_TIME, CHECK_PAGE, NO_DANGER, NOTHING_ELSE } from './draft.copy';
import { AGREEMENT_CHOICES, ALTERNATIVE_CHOICES, ASK_AGAIN, LATE_REASON_WORDS, REPORTED } from './step.copy';

type Raw = Readonly<Record<string, string | readonly string[]>>;

/** Words of the codes that each field may hold. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  languageNeed: words.LANGUAGE_WORDS,
  also: { text: 'A text', voicemail: 'A voicemail' },
  safeTimes: words.SAFE_TIME_WORDS,
  alternative: textsOf(ALTERNATIVE_CHOICES),
  lateReason: LATE_REASON_WORDS,
  offenceGroup: words.OFFENCE_WORDS,
  whenBand: words.WHEN_WORDS,
  relationship: words.RELATIONSHIP_WORDS,
  suspectAccess: words.SUSPECT_ACCESS_WORDS,
  dangers: words.DANGER_WORDS,
  agreement: textsOf(AGREEMENT_CHOICES),
  sendAnyway: LEGAL_BASIS_WORDS,
};

/** What nothing means, where it means something. */
const EMPTY: Readonly<Record<string, string>> = {
  safeTimes: ANY_TIME,
  dangers: NO_DANGER,
  also: NOTHING_ELSE,
};

/** One answer of a draft in words, as its author typed or chose it. */
export function answerInWords(
  name: string,
  raw: Raw,
  { pack, context }: { pack: AreaPack; context: StepContext },
): string {
  const { timezone } = context;
  if (name === 'reportedDay') return momentWords(raw, 'reported', { timezone });
  if (name === 'askAgainDay') return momentWords(raw, 'askAgain', { timezone });
  const answer = raw[name] ?? '';
  const given = typeof answer === 'string' ? [answer.trim()].filter((text) => text !== '') : answer;
  if (given.length === 0) return EMPTY[name] ?? CHECK_PAGE.notGiven;
  const named = CODES[name] ?? namesOf(name, pack);
  return given.map((code) => named[code] ?? code).join('; ');
}

function momentWords(raw: Raw, prefix: 'reported' | 'askAgain', { timezone }: { timezone: string }): string {
  const sentences = prefix === 'reported' ? REPORTED : ASK_AGAIN;
  const typed = readMoment(raw as Record<string, string> as never, { prefix, words: sentences, timezone });
  return typed.kind === 'moment' ? timeInWords(typed.at, timezone) : CHECK_PAGE.notGiven;
}

/** What only the area can name. */
function namesOf(name: string, { districts, serviceName }: AreaPack): Readonly<Record<string, string>> {
  if (name === 'worksFor') return words.workplaceWords(serviceName);
  if (name !== 'district') return {};
  return Object.fromEntries(districtsEver(districts).map(({ code, name }) => [code, name]));
}

function textsOf(choices: readonly { readonly value: string; readonly text: string }[]) {
  return Object.fromEntries(choices.map(({ value, text }) => [value, text]));
}
