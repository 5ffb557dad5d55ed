/**
 * What a message to staff must never say, however it is bent or compounded: a lock screen is read by whoever holds
 * the phone. Services, people, offences and what is done about them all say what the reader works on (P5).
 */
export const BANNED_STEMS = [
  'abus',
  'advoca',
  'assault',
  'attack',
  'case',
  'child',
  'clinic',
  'consent',
  'counsel',
  'court',
  'crim',
  'danger',
  'exploit',
  'forens',
  'groom',
  'harass',
  'hospital',
  'idva',
  'isva',
  'offen',
  'officer',
  'perpetrat',
  'polic',
  'rape',
  'referr',
  'sarc',
  'sericc',
  'sex',
  'stalk',
  'suicid',
  'surviv',
  'suspect',
  'synergy',
  'therap',
  'traffick',
  'trauma',
  'victim',
  'violen',
  'witness',
] as const;

/** The banned words that a text holds, as they stand in it. */
export function bannedWordsIn(text: string, stems: readonly string[] = BANNED_STEMS): readonly string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => stems.some((stem) => word.startsWith(stem)));
}
