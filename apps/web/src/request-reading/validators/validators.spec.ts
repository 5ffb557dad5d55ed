import { isCleanTextWithin } from './clean-text.validator';
import { isRealDate } from './real-date.validator';
import { isSafeId } from './safe-id.validator';
import { isZonedInstant } from './zoned-instant.validator';

describe('a real date', () => {
  it.each(['2026-02-28', '2024-02-29', '1900-01-01', '2026-12-31'])('is %s', (date) => {
    expect(isRealDate(date)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-W05',
    '26-02-01',
    '2026-2-1',
    ' 2026-02-01',
  ])('is not %s', (date) => expect(isRealDate(date)).toBe(false));

  it.each([[null], [20260228], [['2026-02-28']], [new Date(0)], ['1899-12-31'], ['infinity']])(
    'is not %p',
    (value) => {
      expect(isRealDate(value)).toBe(false);
    },
  );
});

describe('a moment with its offset', () => {
  it.each(['2026-09-01T17:00:00+01:00', '2026-09-01T16:00:00Z', '2026-09-01T16:00:00.123Z'])(
    'is %s',
    (at) => {
      expect(isZonedInstant(at)).toBe(true);
    },
  );

  it.each([
    '2026-09-01T17:00:00',
    '2026-09-01',
    '2026-02-30T10:00:00Z',
    '2026-09-01T24:00:00Z',
    '2026-09-01T10:60:00Z',
    '2026-09-01T10:00:60Z',
    '2026-09-01 10:00:00Z',
    '2026-09-01T10:00:00+15:00',
    '2026-09-01T10:00:00.1234Z',
    'infinity',
    'now',
  ])('is not %s', (at) => expect(isZonedInstant(at)).toBe(false));
});

describe('an identifier', () => {
  it('is a UUID in lower case and nothing else', () => {
    expect(isSafeId('018f3c1e-0000-7000-8000-000000000001')).toBe(true);
    expect(isSafeId('018F3C1E-0000-7000-8000-000000000001')).toBe(false);
    expect(isSafeId("018f3c1e-0000-7000-8000-000000000001'--")).toBe(false);
    expect(isSafeId(['018f3c1e-0000-7000-8000-000000000001'])).toBe(false);
  });
});

describe('clean text', () => {
  it('counts characters as people do', () => {
    expect(isCleanTextWithin('👩🏽', { max: 2 })).toBe(true);
    expect(isCleanTextWithin('abc', { max: 2 })).toBe(false);
  });

  it('is not only spaces where something is needed', () => {
    expect(isCleanTextWithin(' \u00a0 ', { min: 1, max: 10 })).toBe(false);
    expect(isCleanTextWithin('a', { min: 1, max: 10 })).toBe(true);
  });

  it.each([['a\0'], ['\ud800'], ['\u202e'], ['\u0085'], [true], [7], [null], [{}]])('is not %p', (value) => {
    expect(isCleanTextWithin(value, { max: 10 })).toBe(false);
  });
});
