import { doubleMetaphone } from 'double-metaphone';

/** How a part of a name may sound in English: one or two codes. Empty for what has no consonants to go by. */
export function soundsOf(token: string): readonly string[] {
  return [...new Set(doubleMetaphone(token))].filter((code) => code !== '');
}
