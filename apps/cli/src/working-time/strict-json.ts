import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfString,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from './line-members';

export type JsonRefusal = 'not-json' | 'too-deep' | 'duplicate-key';

/** A question nests four levels deep; the rest is room for mistakes that deserve a better answer than this one. */
const DEEPEST = 16;

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
      if (expectsKey && !addKey(open.at(-1), text.slice(i, end))) return 'duplicate-key';
      i = end - 1;
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

function addKey(keys: Set<string> | undefined, quoted: string): boolean {
  if (!keys) return true;
  const key: string = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
  if (keys.has(key)) return false;
  keys.add(key);
  return true;
}
