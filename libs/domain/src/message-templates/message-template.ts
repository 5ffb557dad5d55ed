import { BANNED_STEMS, bannedWordsIn } from './banned-words';

/** The messages that staff get. Nothing else is ever sent: there is no way to write to anybody freely (P5). */
export const TEMPLATE_IDS = [
  'alerts-waiting',
  'urgent-page',
  'work-overdue',
  'opened-in-emergency',
  'sharing-changed',
  'decision-waiting',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}

/** Two texts, because "1 references" reads like a machine: about one reference, and about several. */
export interface TemplateBody {
  readonly one: TemplateText;
  readonly many: TemplateText;
}

export interface MessageTemplate extends TemplateBody {
  readonly id: TemplateId;
  readonly version: number;
}

/** Everything a message may hold besides its own words. */
export const PLACEHOLDERS = ['reference', 'references', 'count', 'link'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export const TEMPLATE_PARTS = ['oneSubject', 'oneBody', 'manySubject', 'manyBody'] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

export const LONGEST_SUBJECT = 60;
export const LONGEST_BODY = 400;

const MAY_HOLD: Readonly<Record<TemplatePart, readonly Placeholder[]>> = {
  oneSubject: ['reference'],
  oneBody: ['reference', 'link'],
  manySubject: ['count'],
  manyBody: ['references', 'count', 'link'],
};

const MUST_HOLD: Readonly<Record<TemplatePart, readonly Placeholder[]>> = {
  oneSubject: [],
  oneBody: ['reference', 'link'],
  manySubject: [],
  manyBody: ['references', 'link'],
};

export type TemplateFaultKind =
  | 'empty'
  | 'too-long'
  | 'several-lines'
  | 'unknown-placeholder'
  | 'missing-placeholder'
  | 'banned-word'
  | 'address-or-number';

export interface TemplateFault {
  readonly part: TemplatePart;
  readonly kind: TemplateFaultKind;
  /** The word or placeholder it is about; empty when it is about the text as a whole. */
  readonly about: string;
}

export function partOf(body: TemplateBody, part: TemplatePart): string {
  const texts = {
    oneSubject: body.one.subject,
    oneBody: body.one.body,
    manySubject: body.many.subject,
    manyBody: body.many.body,
  };
  return texts[part];
}

/**
 * Why a text may not be sent to anybody; none means it says a reference and a link and nothing about anyone. Links,
 * addresses and long numbers come from placeholders only, so that no mail ever points elsewhere. `tellingWords` are
 * those of the area: beginnings of words that name its services and places.
 */
export function templateFaults(
  body: TemplateBody,
  tellingWords: readonly string[],
): readonly TemplateFault[] {
  const stems = [...BANNED_STEMS, ...tellingWords];
  return TEMPLATE_PARTS.flatMap((part) => faultsOfPart(part, partOf(body, part), stems));
}

function faultsOfPart(part: TemplatePart, text: string, stems: readonly string[]): readonly TemplateFault[] {
  const fault = (kind: TemplateFaultKind, about = ''): TemplateFault => ({ part, kind, about });
  if (text.trim() === '') return [fault('empty')];
  const subject = part.endsWith('Subject');
  const held = [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name);
  const words = text.replaceAll(/\{\{[^{}]*\}\}/g, ' ');
  const unknown = held.find((name) => !(MAY_HOLD[part] as readonly string[]).includes(name));
  const missing = MUST_HOLD[part].find((name) => !held.includes(name));
  const [banned] = bannedWordsIn(words, stems);
  return [
    ...(text.length > (subject ? LONGEST_SUBJECT : LONGEST_BODY) ? [fault('too-long')] : []),
    ...(subject && /[\r\n]/.test(text) ? [fault('several-lines')] : []),
    ...(unknown !== undefined || /[{}]/.test(words) ? [fault('unknown-placeholder', unknown ?? '')] : []),
    ...(missing === undefined ? [] : [fault('missing-placeholder', missing)]),
    ...(banned === undefined ? [] : [fault('banned-word', banned)]),
    ...(/@|:\/\/|www\.|\d{5}|\d[ -]\d{3}/i.test(words) ? [fault('address-or-number')] : []),
  ];
}

/** Fills a text whose placeholders have been checked. A placeholder that has no value here stays visible. */
export function fillTemplate(text: string, values: Readonly<Partial<Record<Placeholder, string>>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name as Placeholder] ?? whole);
}
