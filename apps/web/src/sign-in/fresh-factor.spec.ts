import type { FastifyRequest } from 'fastify';
import { requireFreshToken } from './fresh-factor';

const NOW = Date.parse('2026-09-01T13:00:00Z');
const of = (tokenProvenAt?: number, more: object = {}) => ({ tokenProvenAt, ...more }) as FastifyRequest;

beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

describe('a program at something that asks for a sign-in of the last minutes', () => {
  it('is let in with a token of a sign-in five minutes ago at most, and learns when that was', () => {
    expect(requireFreshToken(of(NOW - 300_000))).toBe(NOW - 300_000);
  });

  it.each([
    ['of a sign-in longer ago', of(NOW - 301_000)],
    ['of a sign-in that is yet to come', of(NOW + 120_000)],
    ['that does not say when the sign-in was', of()],
    [
      'beside the fresh session of a browser',
      of(undefined, { session: { signedIn: { authenticatedAt: NOW } } }),
    ],
  ])('is sent through the issuer again with a token %s', (_what, request) => {
    expect(() => requireFreshToken(request)).toThrow(
      expect.objectContaining({
        status: 401,
        options: expect.objectContaining({
          headers: { 'www-authenticate': 'Bearer error="insufficient_user_authentication", max_age="300"' },
        }),
      }),
    );
  });
});
