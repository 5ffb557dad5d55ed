import { Problem } from '../errors/problem';
import { readFormBody } from './form-body';
import { readFields } from './read-fields';

const KEY = '018f3c1e-0000-7000-8000-000000000001';
const NAMES = { single: ['knownAs', 'phone'], lists: ['days'] } as const;

function read(encoded: string) {
  return readFields(readFormBody(Buffer.from(encoded, 'latin1')), NAMES);
}

function refusal(encoded: string): number | 'accepted' {
  try {
    read(encoded);
    return 'accepted';
  } catch (error) {
    return error instanceof Problem ? error.status : 'accepted';
  }
}

describe('reading a form', () => {
  it('gives single fields as text and listed fields as lists, empty when they were not sent', () => {
    const { raw } = read(
      `knownAs=Zo%C3%AB+O%E2%80%99Brien&days%5B%5D=mon&days%5B%5D=tue&idempotencyKey=${KEY}`,
    );
    expect(raw).toEqual({ knownAs: 'Zoë O’Brien', phone: '', days: ['mon', 'tue'] });
  });

  it('keeps what was typed to the letter, spaces and plus signs included', () => {
    expect(read(`knownAs=++a%2Bb++&idempotencyKey=${KEY}`).raw.knownAs).toBe('  a+b  ');
  });

  it('reads line ends as the text area shows them', () => {
    expect(read(`knownAs=a%0D%0Ab&idempotencyKey=${KEY}`).raw.knownAs).toBe('a\nb');
  });

  it('names the field that holds characters nobody can have meant, and shows it again without them', () => {
    const { raw, errors } = read(`knownAs=A%00B%07C&idempotencyKey=${KEY}`);
    expect(errors).toEqual([{ field: 'knownAs', message: expect.any(String) }]);
    expect(raw.knownAs).toBe('ABC');
  });

  it.each([
    ['a single field sent twice', `phone=1&phone=2&idempotencyKey=${KEY}`],
    ['a form token sent twice', `_csrf=1&_csrf=2&idempotencyKey=${KEY}`],
    ['a field the form does not have', `admin=true&idempotencyKey=${KEY}`],
    ['a list field sent as a single one', `days=mon&idempotencyKey=${KEY}`],
    ['a prototype name', `__proto__=1&idempotencyKey=${KEY}`],
    ['no key', 'phone=1'],
    ['a malformed key', 'idempotencyKey=%27%3B--'],
    ['half an escape', `phone=%E0%A4%A&idempotencyKey=${KEY}`],
    ['an escape that is not UTF-8', `phone=%FF&idempotencyKey=${KEY}`],
    ['a half character', `phone=%ED%A0%80&idempotencyKey=${KEY}`],
    ['raw bytes', `phone=\xff&idempotencyKey=${KEY}`],
    ['more fields than any form has', `${'days%5B%5D=mon&'.repeat(301)}idempotencyKey=${KEY}`],
  ])('refuses %s', (_what, encoded) => {
    expect(refusal(encoded)).toBe(400);
  });

  it('refuses a body that is not a form', () => {
    expect(() => readFields({ phone: '1' }, NAMES)).toThrow(Problem);
  });
});
