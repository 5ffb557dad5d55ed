import fc from 'fast-check';
import { membersOf } from './line-members';
import { parseStrictJson } from './strict-json';

/** What the parser makes of the whole line, when it is an object without equal keys. */
function byParser(text: string): string | undefined {
  const json = parseStrictJson(text);
  if (json.kind === 'refused') return undefined;
  const { value } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return JSON.stringify(Object.entries(value));
}

/** What is put together from the members, each read for itself. */
function byMembers(text: string): string | undefined {
  const members = membersOf(text);
  if (!members) return undefined;
  const values = [...members].map(([name, raw]) => [name, parseStrictJson(raw)] as const);
  if (values.some(([, json]) => json.kind === 'refused')) return undefined;
  const object = Object.fromEntries(
    values.map(([name, json]) => [name, json.kind === 'value' ? json.value : null]),
  );
  return JSON.stringify(Object.entries(object));
}

const spaced = fc
  .tuple(fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue({ maxDepth: 3 })), fc.nat({ max: 3 }))
  .map(([value, indent]) => JSON.stringify(value, undefined, indent));

const mark = fc.constantFrom(
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  ' ',
  '\t',
  '0',
  'e',
  '-',
  'null',
  '"a":1',
  '\u0000',
);

/** Objects, and objects with a few characters put in or taken out. */
const damaged = fc
  .tuple(spaced, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), mark), { maxLength: 3 }))
  .map(([text, edits]) =>
    edits.reduce((now, [where, gone, mark]) => {
      const at = where % (now.length + 1);
      return now.slice(0, at) + mark + now.slice(at + gone);
    }, text),
  );

test('reading a line member by member accepts and yields what the parser does, on sound and damaged text', () => {
  fc.assert(
    fc.property(fc.oneof(spaced, damaged), (text) => {
      expect(byMembers(text)).toBe(byParser(text));
    }),
    { numRuns: 5_000 },
  );
});

test('damaged text is sometimes still an object, so that the property above is no empty one', () => {
  const samples = fc.sample(damaged, { numRuns: 500, seed: 1 });
  const sound = samples.filter((text) => byParser(text) !== undefined).length;
  expect(sound).toBeGreaterThan(50);
  expect(sound).toBeLessThan(450);
});
