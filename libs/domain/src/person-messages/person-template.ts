import { BANNED_STEMS, bannedWordsIn } from '../message-templates/banned-words';

/**
 * The only messages that a person who is supported may ever get (P5). Each says the same, a day and a time at which
 * somebody will ring, in another tone; which one is right for them is on their card, because they chose it.
 */
export const PERSON_TEMPLATE_IDS = ['we-will-ring', 'reminder', 'talk-then'] as const;
export type PersonTemplateId = (typeof PERSON_TEMPLATE_IDS)[number];

/** One text for mail, with its subject, and a shorter one for a phone. Neither names sender, service or reader. */
export interface PersonTemplateBody {
  readonly subject: string;
  readonly mail: string;
  readonly phone: string;
}

export interface PersonTemplate extends PersonTemplateBody {
  readonly id: PersonTemplateId;
  readonly version: number;
}

export const PERSON_TEMPLATE_PARTS = ['subject', 'mail', 'phone'] as const;
export type PersonTemplatePart = (typeof PERSON_TEMPLATE_PARTS)[number];

/** Everything that a message may hold besides its own words: when, and never who, where or what. */
export const PERSON_PLACEHOLDERS = ['day', 'time'] as const;
export type PersonPlaceholder = (typeof PERSON_PLACEHOLDERS)[number];

/** A phone shows this much of a text before it is opened, and one text message holds it. */
export const LONGEST_PHONE_TEXT = 140;
export const LONGEST_MAIL_TEXT = 300;
export const LONGEST_MAIL_SUBJECT = 50;

/** Words that are harmless in a mail to staff and tell on the person: what only a service would say of itself. */
const TELLING_STEMS = [
  'agenc',
  'charit',
  'client',
  'confiden',
  'crisis',
  'health',
  'helpline',
  'incident',
  'investigat',
  'nurse',
  'refer',
  'refuge',
  'report',
  'respond',
  'service',
  'special',
  'support',
  'treatment',
  'waymark',
  'worker',
] as const;

export type PersonTemplateFaultKind =
  | 'empty'
  | 'too-long'
  | 'several-lines'
  | 'unknown-placeholder'
  | 'missing-placeholder'
  | 'banned-word'
  | 'address-or-number';

export interface PersonTemplateFault {
  readonly part: PersonTemplatePart;
  readonly kind: PersonTemplateFaultKind;
  /** The word or placeholder it is about; empty when it is about the text as a whole. */
  readonly about: string;
}

const LONGEST: Readonly<Record<PersonTemplatePart, number>> = {
  subject: LONGEST_MAIL_SUBJECT,
  mail: LONGEST_MAIL_TEXT,
  phone: LONGEST_PHONE_TEXT,
};

/**
 * Why a text may not be sent to anybody. None means that it says a day and a time, and that whoever else reads it,
 * on a lock screen or over a shoulder, learns neither who wrote it nor why (practice §4). `tellingWords` are those of
 * the area: beginnings of words that name its services and places.
 */
export function personTemplateFaults(
  body: PersonTemplateBody,
  tellingWords: readonly string[],
): readonly PersonTemplateFault[] {
  return PERSON_TEMPLATE_PARTS.flatMap((part) => faultsOfPart(part, body[part], tellingWords));
}

function faultsOfPart(
  part: PersonTemplatePart,
  text: string,
  tellingWords: readonly string[],
): readonly PersonTemplateFault[] {
  const fault = (kind: PersonTemplateFaultKind, about = ''): PersonTemplateFault => ({ part, kind, about });
  if (text.trim() === '') return [fault('empty')];
  const held = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name);
  const words = text.replaceAll(/\{\{[^{}]*\}\}/g, ' ');
  const allowed: readonly string[] = part === 'subject' ? [] : PERSON_PLACEHOLDERS;
  const unknown = held.find((name) => !allowed.includes(name));
  const missing = allowed.find((name) => !held.includes(name));
  const [banned] = tellingWordsIn(words, tellingWords);
  return [
    ...(text.length > LONGEST[part] ? [fault('too-long')] : []),
    ...(part === 'subject' && /[\r\n]/.test(text) ? [fault('several-lines')] : []),
    ...(unknown !== undefined || /[{}]/.test(words) ? [fault('unknown-placeholder', unknown ?? '')] : []),
    ...(missing === undefined ? [] : [fault('missing-placeholder', missing)]),
    ...(banned === undefined ? [] : [fault('banned-word', banned)]),
    ...(/@|:\/\/|www\.|\d{3}/i.test(words) ? [fault('address-or-number')] : []),
  ];
}

/** The words of a text that would tell on the person, as they stand in it; `tellingWords` are those of the area. */
export function tellingWordsIn(text: string, tellingWords: readonly string[]): readonly string[] {
  return bannedWordsIn(text, [...BANNED_STEMS, ...TELLING_STEMS, ...tellingWords]);
}

/** Fills a text whose placeholders have been checked. */
export function fillPersonTemplate(
  text: string,
  values: Readonly<Record<PersonPlaceholder, string>>,
): string {
  return text.replaceAll(/\{\{(day|time)\}\}/g, (_whole, name: PersonPlaceholder) => values[name]);
}
