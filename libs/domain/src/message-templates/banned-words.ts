/**
 * What a message to staff must never say, however it is bent or compounded: a lock screen is read by whoever holds
 * the phone. Services, people, offences and what is done about them all say what the reader works on (P5). The names of the
 * services and places of an area are its pack's to add.
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
  'sex',
  'stalk',
  'suicid',
  'surviv',
  'suspect',
  'therap',
  'traffick',
  'trauma',
  'victim',
  'violen',
  'witness',
] as const;

/** The banned words that a text holds, as they stand in it: `stems` are beginnings of words, in small letters. */
export function bannedWordsIn(text: string, stems: readonly string[]): readonly string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => stems.some((stem) => word.startsWith(stem)));
}
