import { localDateTime, parseInstant } from '../time';

/** One thing the service holds about the person, in words they can read: no ids, no colleague's name. */
export interface PackEntry {
  readonly title: string;
  /** When it happened or was written down; ISO, UTC. */
  readonly at: string | null;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Whether it was reworded because it told about somebody else. */
  readonly reworded?: true;
}

export interface PackSection {
  readonly code: string;
  readonly title: string;
  readonly entries: readonly PackEntry[];
}

/** Everything about one person as it is handed to them (UK GDPR article 15). */
export interface SubjectPack {
  readonly reference: string;
  /** ISO, UTC. */
  readonly preparedAt: string;
  readonly sections: readonly PackSection[];
  /** What is not in it: how many items, and why, as codes. */
  readonly heldBack: readonly { readonly reason: string; readonly items: number }[];
}

const TITLES: Readonly<Record<string, string>> = {
  'vault.person_record': 'What you told us, and how to reach you',
  'app.person': 'About you',
  'app.report': 'Your report to the police',
  'app.incident': 'What was reported',
  'app.referral': 'How you came to us',
  'app.case_file': 'Your support with us',
  'app.safe_contact_card': 'How it is safe to contact you',
  'app.contact_route': 'Ways to reach you',
  'app.contact_route_version': 'Ways to reach you, as they were before',
  'app.contact_attempt': 'When we tried to reach you',
  'app.call_back': 'Calls we promised you',
  'app.person_message': 'Messages to you',
  'app.consent_entry': 'What you agreed to',
  'app.consent_override': 'Where we shared without asking you, and why',
  'app.share': 'Who we shared with',
  'app.deadline': 'Times by which we promised to reach you',
  'app.deadline_version': 'How those times were worked out',
  'app.access_log': 'Who looked at your information',
  'app.journal': 'What happened, step by step',
};

/** First things first; what has no place of its own comes before the records of who did what. */
const ORDER = Object.keys(TITLES);
const LAST = ['app.deadline', 'app.deadline_version', 'app.access_log', 'app.journal'];

export function sectionTitle(source: string): string {
  return TITLES[source] ?? capital(words(source.replace(/^\w+\./, '')));
}

/** Sorts tables as somebody would read about themselves: who they are, what happened, and last who looked. */
export function sectionOrder(source: string): number {
  if (LAST.includes(source)) return 1_000 + LAST.indexOf(source);
  const at = ORDER.indexOf(source);
  return at === -1 ? 500 : at;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const INWARD = /^(revision|sequence|position|era|event_version|sealed|leaf_hash|hours_key|wording_hash)$/;

/** A row as label and value: ids say nothing to the person and may name a colleague, so they are left out. */
export function plainFacts(
  body: Readonly<Record<string, unknown>>,
  timezone: string,
): readonly (readonly [string, string])[] {
  return Object.entries(body).flatMap(([key, value]) => {
    if (INWARD.test(key)) return [];
    const text = valueInWords(value, timezone);
    return text === null ? [] : [[capital(words(key)), text] as const];
  });
}

function valueInWords(value: unknown, timezone: string): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textInWords(value, timezone);
  const inner: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((one: unknown) => ['', one] as const)
    : Object.entries(value);
  const parts = inner.flatMap(([key, one]) => {
    const text = valueInWords(one, timezone);
    return text === null ? [] : [key === '' ? text : `${words(key)}: ${text}`];
  });
  return parts.length === 0 ? null : parts.join(Array.isArray(value) ? ', ' : '; ');
}

function textInWords(text: string, timezone: string): string | null {
  if (UUID.test(text)) return null;
  if (!INSTANT.test(text)) return text;
  const at = parseInstant(text);
  return at.kind === 'instant' ? momentInPlainWords(at.at, timezone) : text;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Example: `3 March 2026, 10:05`. */
export function momentInPlainWords(at: Parameters<typeof localDateTime>[0], timezone: string): string {
  const { day, month, year, time } = localDateTime(at, timezone);
  return `${day} ${MONTHS[month - 1]} ${year}, ${time.slice(0, 5)}`;
}

/** `contact-route` and `contactRoute` and `contact_route` are all "contact route". */
export function words(code: string): string {
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .replace(/ (at|on)$/, '')
    .toLowerCase()
    .trim();
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
