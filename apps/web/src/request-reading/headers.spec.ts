import { Problem } from '../errors/problem';
import { changedSince, entityTag, readIfMatch } from './entity-tag';
import { readIdempotencyKey } from './idempotency-key';

function statusOf(read: () => unknown): number {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error.status;
  }
  return 200;
}

describe('the Idempotency-Key header', () => {
  const key = '018f3c1e-0000-7000-8000-000000000001';

  it('is read bare, and quoted as the draft standard writes it', () => {
    expect(readIdempotencyKey(key)).toBe(key);
    expect(readIdempotencyKey(`"${key}"`)).toBe(key);
  });

  it.each([
    [undefined],
    [''],
    ['short'],
    ['x'.repeat(65)],
    ['a b c d e f g h i j'],
    [[key, key]],
    ["';--aaaaaaaaaaaaaaa"],
  ])('is refused as %p with 400', (header) => expect(statusOf(() => readIdempotencyKey(header))).toBe(400));
});

describe('the If-Match header', () => {
  it('gives the version that was sent as an ETag', () => {
    expect(readIfMatch(entityTag(7))).toBe(7);
  });

  it('is needed: 428 without it', () => {
    expect(statusOf(() => readIfMatch(undefined))).toBe(428);
  });

  it.each(['*', 'W/"7"', '7', '"07"', '"-1"', '"7", "8"', '"1e3"', '"9999999999"'])(
    'is refused as %s with 400',
    (header) => {
      expect(statusOf(() => readIfMatch(header))).toBe(400);
    },
  );

  it('answers a version that has moved on with 412 and the one it is at', () => {
    const problem = changedSince(8);
    expect(problem.status).toBe(412);
    expect(problem.options.headers).toEqual({ etag: '"8"' });
  });
});
