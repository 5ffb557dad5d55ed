/** Letters that losing their accents does not turn into plain ones. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const TITLES: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'lady', 'rev']);

/** Written apart or together as whoever types likes: "O Wren", "Mc Tern", "van der Knot". */
const PREFIXES: ReadonlySet<string> = new Set([
  ...['o', 'mc', 'mac', 'de', 'del', 'della', 'der', 'den', 'di', 'da', 'du', 'la', 'le'],
  ...['van', 'von', 'st', 'al', 'el', 'bin', 'bint', 'ibn', 'ap', 'fitz'],
]);

/**
 * The parts of a name, as they are compared: lower case, without accents, apostrophes and titles; hyphens part,
 * prefixes join what follows. "Zoë O’Wren-Tern" is `zoe`, `owren`, `tern`. Empty when nothing of it is a letter.
 */
export function nameTokens(name: string): readonly string[] {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøłđðþı]/gu, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/['’‘ʼ`´]/gu, '');
  const parts = plain.split(/[^\p{L}]+/u).filter((part) => part !== '' && !TITLES.has(part));
  return joined(parts);
}

/** An "o" that ends a name is an initial; one before another part is its prefix. */
function joined(parts: readonly string[]): readonly string[] {
  const tokens: string[] = [];
  let prefix = '';
  for (const [index, part] of parts.entries()) {
    const leads = PREFIXES.has(part) && index > 0 && index < parts.length - 1;
    if (leads) prefix += part;
    else {
      tokens.push(prefix + part);
      prefix = '';
    }
  }
  return tokens;
}
