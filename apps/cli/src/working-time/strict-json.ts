export type JsonRefusal = 'not-json' | 'too-deep' | 'duplicate-key';

/** A question nests four levels deep; the rest is room for mistakes that deserve a better answer than this one. */
const DEEPEST = 16;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** `JSON.parse` silently keeps the last of two equal keys: two starts on one line would give a deadline for either. */
export function parseStrictJson(
  text: string,
): { kind: 'value'; value: unknown } | { kind: 'refused'; reason: JsonRefusal } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'refused', reason: 'not-json' };
  }
  const reason = faultOf(text);
  return reason ? { kind: 'refused', reason } : { kind: 'value', value };
}

/** Walks text that is known to be JSON. */
function faultOf(text: string): JsonRefusal | undefined {
  /** The keys of each open object; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let expectsKey = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      const end = endOfString(text, i);
      if (expectsKey && !addKey(open.at(-1), text.slice(i, end + 1))) return 'duplicate-key';
      i = end;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      open.push(code === OPEN_OBJECT ? new Set() : undefined);
      if (open.length > DEEPEST) return 'too-deep';
      expectsKey = code === OPEN_OBJECT;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      open.pop();
    } else if (code === COLON) {
      expectsKey = false;
    } else if (code === COMMA) {
      expectsKey = open.at(-1) !== undefined;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (text.charCodeAt(i) !== QUOTE) i += text.charCodeAt(i) === BACKSLASH ? 2 : 1;
  return i;
}

function addKey(keys: Set<string> | undefined, quoted: string): boolean {
  if (!keys) return true;
  const key: string = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
  if (keys.has(key)) return false;
  keys.add(key);
  return true;
}
