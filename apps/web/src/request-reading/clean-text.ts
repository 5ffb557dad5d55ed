type CodePointRange = readonly [first: number, last: number, why: string];

/** Code points that have no place in anything a person types. Tab and line ends are allowed. */
const UNCLEAN: readonly CodePointRange[] = [
  [0x00, 0x08, 'control characters'],
  [0x0b, 0x0c, 'control characters'],
  [0x0e, 0x1f, 'control characters'],
  [0x7f, 0x9f, 'control characters'],
  [0x202a, 0x202e, 'marks that turn the reading direction round: one word can be made to look like another'],
  [0x2066, 0x2069, 'the same, isolated'],
  [0xd800, 0xdfff, 'half of a surrogate pair: PostgreSQL cannot keep it'],
  [0xfdd0, 0xfdef, 'never characters'],
  [0xfffe, 0xffff, 'never characters'],
];

const LAST_PLAIN = 0x7e;

function isUnclean(codePoint: number): boolean {
  if (codePoint >= 0x20 && codePoint <= LAST_PLAIN) return false;
  return UNCLEAN.some(([first, last]) => codePoint >= first && codePoint <= last);
}

export function isCleanText(text: string): boolean {
  for (const character of text) if (isUnclean(character.codePointAt(0) ?? 0)) return false;
  return true;
}

/** What can be shown again on a page of what was typed. */
export function withoutUncleanText(text: string): string {
  return [...text].filter((character) => !isUnclean(character.codePointAt(0) ?? 0)).join('');
}
