/** The members of a JSON object as they stand in the text: each key with the text of its value, unread. */
export type Members = ReadonlyMap<string, string>;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
export const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

/**
 * Cuts an object's text into its members without reading the values. The lines of a stream repeat one calendar over
 * and over: what stands here as the same text need not be parsed, checked and compared again a million times.
 *
 * Undefined for anything that is not an object or has a key twice. If each value's text is JSON, so is the whole.
 */
export function membersOf(text: string): Members | undefined {
  const members = new Map<string, string>();
  let i = afterSpace(text, 0);
  if (text.charCodeAt(i) !== OPEN_OBJECT) return undefined;
  i = afterSpace(text, i + 1);
  if (text.charCodeAt(i) === CLOSE_OBJECT) return isAtEnd(text, i + 1) ? members : undefined;
  for (;;) {
    if (text.charCodeAt(i) !== QUOTE) return undefined;
    const keyEnd = endOfString(text, i);
    const key = readKey(text.slice(i, keyEnd));
    i = afterSpace(text, keyEnd);
    if (key === undefined || members.has(key) || text.charCodeAt(i) !== COLON) return undefined;
    i = afterSpace(text, i + 1);
    const end = endOfValue(text, i);
    if (end === i) return undefined;
    members.set(key, text.slice(i, end));
    i = afterSpace(text, end);
    const next = text.charCodeAt(i);
    if (next === CLOSE_OBJECT) return isAtEnd(text, i + 1) ? members : undefined;
    if (next !== COMMA) return undefined;
    i = afterSpace(text, i + 1);
  }
}

/** The index after the string's closing quote, or the end of the text. */
export function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code === BACKSLASH) i += 1;
  }
  return text.length;
}

function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return endOfString(text, start);
  if (first === OPEN_OBJECT || first === OPEN_LIST) return endOfNested(text, start);
  let i = start;
  while (i < text.length && !endsWord(text.charCodeAt(i))) i += 1;
  return i;
}

function endOfNested(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i) - 1;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) depth += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth -= 1;
    if (depth === 0) return i + 1;
  }
  return text.length;
}

function endsWord(code: number): boolean {
  return code === COMMA || code === CLOSE_OBJECT || isSpace(code);
}

function readKey(quoted: string): string | undefined {
  // The plain key of every honest line; escapes and control characters are for the real parser to judge.
  if (/^"[A-Za-z]*"$/.test(quoted)) return quoted.slice(1, -1);
  try {
    return JSON.parse(quoted);
  } catch {
    return undefined;
  }
}

function isAtEnd(text: string, index: number): boolean {
  return afterSpace(text, index) === text.length;
}

function afterSpace(text: string, index: number): number {
  let i = index;
  while (isSpace(text.charCodeAt(i))) i += 1;
  return i;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
