import { isCleanText } from './clean-text';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export type JsonFault =
  | 'not-json'
  | 'not-utf-8'
  | 'too-deep'
  | 'duplicate-key'
  | 'forbidden-key'
  | 'unclean-text'
  | 'number-out-of-range';

export class JsonFaultError extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault);
    this.name = 'JsonFaultError';
  }
}

export const MAX_JSON_DEPTH = 20;

/** Keys that reach an object's prototype in code that copies properties without care. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const SPACE = /[ \t\n\r]*/y;
const LITERALS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/**
 * Reads JSON more strictly than `JSON.parse`, which keeps the last of two equal keys, rounds large integers and
 * lets NUL and half characters through to the database. Answers exactly as `JSON.parse` for all else.
 */
export function readJson(body: Uint8Array): JsonValue {
  const text = decode(body);
  const reader = new JsonReader(text);
  return reader.document();
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new JsonFaultError('not-utf-8');
  }
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): JsonValue {
    const value = this.value(1);
    this.space();
    if (this.at !== this.text.length) throw new JsonFaultError('not-json');
    return value;
  }

  private value(depth: number): JsonValue {
    this.space();
    const next = this.text[this.at];
    if (next === '{') return this.object(depth);
    if (next === '[') return this.array(depth);
    if (next === '"') return this.string();
    const literal = LITERALS.find(([word]) => this.text.startsWith(word, this.at));
    if (literal === undefined) return this.number();
    this.at += literal[0].length;
    return literal[1];
  }

  private object(depth: number): JsonValue {
    this.enter(depth);
    const read: { [key: string]: JsonValue } = {};
    if (this.skip('}')) return read;
    do {
      this.space();
      const key = this.string();
      if (FORBIDDEN_KEYS.has(key)) throw new JsonFaultError('forbidden-key');
      if (Object.hasOwn(read, key)) throw new JsonFaultError('duplicate-key');
      this.expect(':');
      read[key] = this.value(depth + 1);
    } while (this.skip(','));
    this.expect('}');
    return read;
  }

  private array(depth: number): JsonValue {
    this.enter(depth);
    const read: JsonValue[] = [];
    if (this.skip(']')) return read;
    do read.push(this.value(depth + 1));
    while (this.skip(','));
    this.expect(']');
    return read;
  }

  private string(): string {
    const quoted = this.match(STRING);
    const value = unquoted(quoted);
    if (!isCleanText(value)) throw new JsonFaultError('unclean-text');
    return value;
  }

  private number(): number {
    const value = Number(this.match(NUMBER));
    const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    if (!exact) throw new JsonFaultError('number-out-of-range');
    return value;
  }

  private enter(depth: number): void {
    if (depth > MAX_JSON_DEPTH) throw new JsonFaultError('too-deep');
    this.at += 1;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new JsonFaultError('not-json');
    this.at += found.length;
    return found;
  }

  private space(): void {
    this.match(SPACE);
  }

  private skip(mark: string): boolean {
    this.space();
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private expect(mark: string): void {
    if (!this.skip(mark)) throw new JsonFaultError('not-json');
  }
}

/** A raw line end or control inside quotes is not JSON: `JSON.parse` is the judge of the string itself. */
function unquoted(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new JsonFaultError('not-json');
  }
}
