import {
  codeInWords,
  roleInWords,
  thingInWords,
  toldOnce,
  plainFacts,
  isoOf,
  sectionOrder,
  sectionTitle,
  type Instant,
  type PackEntry,
  type SubjectPack,
} from '#libs/domain';
import type { PackItem, SubjectId, SubjectVault } from '../ports';
import { opened, type FoundItem } from './collect-pack';

export interface PackParts {
  readonly reference: string;
  readonly now: Instant;
  readonly timezone: string;
  readonly items: readonly FoundItem[];
  readonly decided: readonly PackItem[];
  readonly words: ReadonlyMap<string, string>;
  readonly keys: ReadonlyMap<SubjectId, SubjectVault>;
}

/** Whether everything that was put aside, and nothing that came since, has been decided. */
export function undecided({ items, decided }: Pick<PackParts, 'items' | 'decided'>): number {
  const done = new Set(decided.filter(({ decision }) => decision !== null).map(({ key }) => key));
  return items.filter(({ review, key }) => review && !done.has(key)).length;
}

/** The pack as it is handed over: sections in the order in which somebody would read about themselves. */
export function assemblePack(parts: PackParts): SubjectPack {
  const { reference, now, items, decided } = parts;
  const sources = [...new Set(items.map(({ source }) => source))];
  const sections = sources
    .toSorted((a, b) => sectionOrder(a) - sectionOrder(b) || (a < b ? -1 : 1))
    .map((source) => ({
      code: source,
      title: sectionTitle(source),
      entries: toldOnceIn(
        source,
        items.filter((item) => item.source === source).flatMap((item) => entryOf(item, parts)),
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
  const reasons = decided.flatMap(({ decision, reason }) =>
    decision === 'withhold' && reason ? [reason] : [],
  );
  const heldBack = [...new Set<string>(reasons)].map((reason) => ({
    reason,
    items: reasons.filter((other) => other === reason).length,
  }));
  return { reference, preparedAt: isoOf(now), sections, heldBack };
}

function toldOnceIn(source: string, entries: readonly PackEntry[]): readonly PackEntry[] {
  return source === 'app.access_log' ? toldOnce(entries) : entries;
}

function entryOf(item: FoundItem, parts: PackParts): readonly PackEntry[] {
  const { decided, words, keys, timezone } = parts;
  const decision = decided.find(({ key }) => item.review && key === item.key)?.decision ?? null;
  if (item.review && (decision === null || decision === 'withhold')) return [];
  const title = titleOf(item);
  if (decision === 'redact') {
    return [
      { title, at: null, facts: [['In place of the record', words.get(item.key) ?? '']], reworded: true },
    ];
  }
  const clear = opened(item, keys);
  if (clear === null) return [{ title, at: null, facts: [['Record', 'This could not be opened']] }];
  return [
    {
      title,
      at: when(clear),
      facts: plainFacts(withoutTitle(item, clear), timezone, { verbatim: item.sealedKind !== null }),
    },
  ];
}

const HAPPENED = ['happened_at', 'seen_at', 'recorded_at', 'created_at', 'written_at'];

function when(body: Readonly<Record<string, unknown>>): string | null {
  const found = HAPPENED.map((key) => body[key]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : null;
}

function titleOf({ source, sealedKind, body }: FoundItem): string {
  const by = typeof body.role === 'string' ? roleInWords(body.role) : null;
  if (source === 'app.journal') {
    return sentence(`${codeInWords(String(body.event_type))}${by === null ? '' : `, by ${by}`}`);
  }
  if (source === 'app.access_log') {
    return sentence(`${thingInWords(String(body.what))}: seen${by === null ? '' : ` by ${by}`}`);
  }
  return sentence(sealedKind === null ? codeInWords(source.replace(/^\w+\./, '')) : thingInWords(sealedKind));
}

/** What the title of an entry says already. */
const IN_TITLE: Readonly<Record<string, readonly string[]>> = {
  'app.journal': ['role', 'event_type', 'happened_at'],
  'app.access_log': ['role', 'what', 'seen_at'],
};

function withoutTitle({ source }: FoundItem, clear: Readonly<Record<string, unknown>>) {
  const said = IN_TITLE[source] ?? [];
  return Object.fromEntries(Object.entries(clear).filter(([key]) => !said.includes(key)));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
