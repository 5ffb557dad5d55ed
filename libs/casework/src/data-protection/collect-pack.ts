import { needsReview, NOTE_WALLS, requestsOfOthers, type NoteWall, type PersonId } from '#libs/domain';
import type { Access, RowAbout, Sealable, SealedKind, SubjectId, SubjectVault, Vault } from '../ports';

/** One thing held about the person, as it was found; what is sealed in it is not opened yet. */
export interface FoundItem {
  /** Table and key; the same for as long as the row is there. */
  readonly key: string;
  readonly source: string;
  readonly sealedKind: SealedKind | null;
  readonly personId: PersonId | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly review: boolean;
}

/** Keys of tables that are looked through whole. Any other row is known by what it says, so one that changes is looked at again. */
const KEYS: Readonly<Record<string, string>> = {
  'app.person_link': 'link_id',
  'app.match_review': 'review_id',
  'app.case_wall': 'wall_id',
  'app.break_glass': 'grant_id',
  'app.legal_hold': 'hold_id',
  'app.routing_decision': 'decision_id',
  'app.routing_override': 'override_id',
};

/** Desk's own kinds: the pack does not hold itself, nor the words that stand in it. */
const OWN_KINDS: readonly string[] = ['subject-pack', 'pack-words'];

export function itemsIn(rows: readonly RowAbout[]): readonly FoundItem[] {
  const found = rows.flatMap((row) => {
    const sealedKind = sealedKindOf(row);
    return sealedKind !== null && OWN_KINDS.includes(sealedKind) ? [] : [{ ...row, sealedKind }];
  });
  const ofOthers = requestsOfOthers(found);
  return found.map((item) => ({
    ...item,
    key: keyOf(item),
    personId: (item.body.person_id as PersonId | undefined) ?? null,
    review: needsReview(item, ofOthers),
  }));
}

/** What is sealed in a row: a record of the vault, or a note behind a wall; null for a row in clear. */
function sealedKindOf({ source, body }: RowAbout): SealedKind | null {
  if (source === 'vault.person_record') return body.kind as SealedKind;
  const wall = wallOf(source);
  return wall === null || body.sealed === null ? null : `${wall}-note`;
}

function wallOf(source: string): NoteWall | null {
  return NOTE_WALLS.find((wall) => source === `${wall}_notes.note`) ?? null;
}

/** The id under which a row's words were sealed. */
function recordIdOf(body: Readonly<Record<string, unknown>>): string {
  return String(body.record_id ?? body.note_id);
}

function keyOf({ source, sealedKind, body, digest }: RowAbout & Pick<FoundItem, 'sealedKind'>): string {
  if (sealedKind !== null) return `${source}:${recordIdOf(body)}:${sealedKind}`;
  const column = KEYS[source];
  if (column !== undefined) return `${source}:${String(body[column])}`;
  return `${source}:${digest}`;
}

/** What the access log calls a sealed record; a kind that it has no word for is part of the pack. */
const SEEN: Readonly<Partial<Record<SealedKind, Access['what']>>> = {
  identity: 'identity',
  'contact-route': 'contact-route',
  'safe-contact-words': 'safe-contact-words',
  'crime-reference': 'crime-reference',
  referrer: 'referrer',
  'redirect-acknowledgement': 'redirect-acknowledgement',
  'match-note': 'match-note',
  'consent-note': 'consent-note',
  'break-glass-note': 'break-glass-note',
  'routing-note': 'routing-note',
  'contact-note': 'contact-notes',
  'advocacy-note': 'advocacy-notes',
  'supervision-note': 'supervision-notes',
};

/** One row of the access log for each kind of record that is opened, under the request it is opened for (P8). */
export function accessesOf(items: readonly FoundItem[], reference: string): readonly Access[] {
  const seen = new Map<string, Access>();
  for (const { personId, sealedKind } of items) {
    if (personId === null || sealedKind === null) continue;
    const what = SEEN[sealedKind] ?? 'subject-pack';
    seen.set(`${personId} ${what}`, { personId, caseId: null, what, basis: `data-request ${reference}` });
  }
  return [...seen.values()];
}

/** Keys of everybody the items are of: more than one when two records are of one person. */
export async function keysFor(
  vault: Vault,
  items: readonly FoundItem[],
  about: PersonId,
): Promise<ReadonlyMap<SubjectId, SubjectVault>> {
  const people = new Set([about, ...items.flatMap(({ personId }) => (personId === null ? [] : [personId]))]);
  const keys = new Map(await vault.many([...people]));
  for (const wall of NOTE_WALLS) {
    if (!items.some(({ source }) => wallOf(source) === wall)) continue;
    for (const [id, key] of await vault.behind(wall, [...people])) keys.set(keyBehind(wall, id), key);
  }
  return keys;
}

/** Each wall's key of a person stands beside the person's own. */
function keyBehind(wall: NoteWall, id: string): SubjectId {
  return `${id} ${wall}` as SubjectId;
}

/** The item in clear; null when it does not open. A row that is not sealed is what it is. */
export function opened(
  item: FoundItem,
  keys: ReadonlyMap<SubjectId, SubjectVault>,
): Readonly<Record<string, unknown>> | null {
  const { sealedKind, personId, body } = item;
  if (sealedKind === null) return body;
  const wall = wallOf(item.source);
  const whose = wall === null || personId === null ? personId : keyBehind(wall, personId);
  const sealer = whose === null ? undefined : keys.get(whose);
  if (sealer === undefined) return null;
  const place = { recordId: recordIdOf(body), kind: sealedKind };
  const bytes = Buffer.from(String(body.sealed).replace(/^\\x/, ''), 'hex');
  const value: Sealable[SealedKind] | null = sealer.open(place, bytes);
  return value === null ? null : { ...value, written_at: body.sealed_at ?? body.recorded_at };
}
