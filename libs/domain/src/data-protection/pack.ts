import { localDateTime, parseInstant } from '../time';
import { capital, labelOf, SECTION_TITLES, valueOf, words } from './pack-words';

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

/** First things first; what has no place of its own comes before the records of who did what. */
const ORDER = Object.keys(SECTION_TITLES);
const LAST = ['app.deadline', 'app.deadline_version', 'app.access_log', 'app.journal'];

export function sectionTitle(source: string): string {
  return SECTION_TITLES[source] ?? capital(words(source.replace(/^\w+\./, '')));
}

/** Sorts tables as somebody would read about themselves: who they are, what happened, and last who looked. */
export function sectionOrder(source: string): number {
  if (LAST.includes(source)) return 1_000 + LAST.indexOf(source);
  const at = ORDER.indexOf(source);
  return at === -1 ? 500 : at;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
/** Counters and versions of the system's own, and whether a wall stands: they say nothing of the person. */
const INWARD =
  /^(revision|sequence|position|era|event_version|sealed|leaf_hash|hours_key|wording_hash|version|policy_?(id|version)|calendar_?(id|version)|tzdata|repeat_no|warned_through|actor_(kind|process)|subject_kind|act_by_safe|rung|walled)$/i;

/** How often the same thing was looked at for the same reason on one day: told once, with how many times. */
export function toldOnce(entries: readonly PackEntry[]): readonly PackEntry[] {
  const groups = new Map<string, PackEntry[]>();
  for (const entry of entries) {
    const name = JSON.stringify([entry.title, entry.at?.slice(0, 10), entry.facts]);
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const often: PackEntry['facts'] = [['How often', `${others.length + 1} times on this day`]];
    return [others.length === 0 ? first : { ...first, facts: [...first.facts, ...often] }];
  });
}

/**
 * A row as label and value: ids say nothing to the person and may name a colleague, so they are left out. What somebody
 * typed is `verbatim`: it is no code, whatever it looks like.
 */
export function plainFacts(
  body: Readonly<Record<string, unknown>>,
  timezone: string,
  { verbatim = false }: { verbatim?: boolean } = {},
): readonly (readonly [string, string])[] {
  return Object.entries(body).flatMap(([key, value]) => {
    if (INWARD.test(key)) return [];
    const text =
      verbatim && typeof value === 'string' && !INSTANT.test(value) ? value : valueInWords(value, timezone);
    return text === null || text === '' ? [] : [[labelOf(key), text] as const];
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
    const text = INWARD.test(key) ? null : valueInWords(one, timezone);
    return text === null ? [] : [key === '' ? text : `${labelOf(key).toLowerCase()}: ${text}`];
  });
  return parts.length === 0 ? null : parts.join(Array.isArray(value) ? ', ' : '; ');
}

function textInWords(text: string, timezone: string): string | null {
  if (UUID.test(text)) return null;
  if (!INSTANT.test(text)) return valueOf(text);
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
