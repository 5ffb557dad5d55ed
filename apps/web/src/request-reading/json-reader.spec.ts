import fc from 'fast-check';
import { JsonFaultError, readJson, type JsonFault } from './json-reader';

const bytes = (text: string) => Buffer.from(text, 'utf8');

function faultOf(body: Uint8Array): JsonFault | 'accepted' {
  try {
    readJson(body);
    return 'accepted';
  } catch (error) {
    if (error instanceof JsonFaultError) return error.fault;
    throw error;
  }
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

const HOSTILE: readonly (readonly [what: string, body: Uint8Array, fault: JsonFault])[] = [
  ['nothing', bytes(''), 'not-json'],
  ['only spaces', bytes('  \n'), 'not-json'],
  ['a bare word', bytes('yes'), 'not-json'],
  ['a word that begins well', bytes('truely'), 'not-json'],
  ['two values', bytes('{} {}'), 'not-json'],
  ['a trailing comma in a list', bytes('[1,]'), 'not-json'],
  ['a trailing comma in an object', bytes('{"a":1,}'), 'not-json'],
  ['a missing colon', bytes('{"a" 1}'), 'not-json'],
  ['a key without quotes', bytes('{a:1}'), 'not-json'],
  ['single quotes', bytes("{'a':1}"), 'not-json'],
  ['a comment', bytes('{"a":1} // note'), 'not-json'],
  ['an unfinished string', bytes('{"a":"'), 'not-json'],
  ['an unfinished escape', bytes('"\\u12"'), 'not-json'],
  ['an unknown escape', bytes('"\\x41"'), 'not-json'],
  ['a line end inside a string', bytes('"a\nb"'), 'not-json'],
  ['a NUL byte inside a string', bytes('"a\0b"'), 'not-json'],
  ['a leading zero', bytes('01'), 'not-json'],
  ['a bare minus', bytes('-'), 'not-json'],
  ['a plus sign', bytes('+1'), 'not-json'],
  ['not a number', bytes('NaN'), 'not-json'],
  ['a byte order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), 'not-json'],
  ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not-utf-8'],
  ['a surrogate written in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'not-utf-8'],
  ['an escaped NUL', bytes('"a\\u0000b"'), 'unclean-text'],
  ['an escaped control character', bytes('"a\\u0007b"'), 'unclean-text'],
  ['half of a surrogate pair', bytes('"\\ud800"'), 'unclean-text'],
  ['a direction override', bytes('"\\u202egro.elpmaxe"'), 'unclean-text'],
  ['an unclean key', bytes('{"a\\u0000":1}'), 'unclean-text'],
  ['the same key twice', bytes('{"consent":false,"consent":true}'), 'duplicate-key'],
  ['the same key twice, once escaped', bytes('{"a":1,"\\u0061":2}'), 'duplicate-key'],
  ['the same key twice, deep down', bytes('{"a":[{"b":1,"b":1}]}'), 'duplicate-key'],
  ['a prototype key', bytes('{"__proto__":{"admin":true}}'), 'forbidden-key'],
  ['a constructor key', bytes('{"a":{"constructor":{}}}'), 'forbidden-key'],
  ['an escaped prototype key', bytes('{"__pro\\u0074o__":1}'), 'forbidden-key'],
  ['21 levels', bytes(nested(21)), 'too-deep'],
  ['20,000 levels', bytes(nested(20_000)), 'too-deep'],
  ['an integer that would be rounded', bytes('9007199254740993'), 'number-out-of-range'],
  ['a number beyond all bounds', bytes('1e999'), 'number-out-of-range'],
];

describe('reading JSON', () => {
  it.each(HOSTILE)('refuses %s', (_what, body, fault) => {
    expect(faultOf(body)).toBe(fault);
  });

  it('accepts 20 levels', () => {
    expect(faultOf(bytes(nested(20)))).toBe('accepted');
  });

  it('keeps letters of every script, line ends and emoji as they are', () => {
    const text = 'Zoë O’Brien\n\tعربى\u200f 𝒳 👩🏽‍🦽';
    expect(readJson(bytes(JSON.stringify({ text })))).toEqual({ text });
  });

  it('does not reach the prototype of anything', () => {
    faultOf(bytes('{"__proto__":{"polluted":true}}'));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('answers as JSON.parse does for every value it accepts', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => {
        if (faultOf(bytes(json)) === 'accepted') expect(readJson(bytes(json))).toEqual(JSON.parse(json));
      }),
      { numRuns: 500 },
    );
  });

  it('never accepts what JSON.parse refuses, and never fails in another way', () => {
    const fragments = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      'a',
      '0',
      '-',
      '.',
      'e',
      'true',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        if (faultOf(bytes(text)) === 'accepted') expect(() => JSON.parse(text)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });

  it('reads the largest body within 50 ms', () => {
    const body = bytes(JSON.stringify({ text: '"\\ab\n'.repeat(12_000) }));
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      expect(faultOf(body)).toBe('accepted');
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
