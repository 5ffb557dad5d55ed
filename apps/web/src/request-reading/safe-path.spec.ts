import { safeReturnPath } from './safe-path';

describe('where a person is sent back to', () => {
  it.each(['/board', '/cases/018f3c1e-0000-7000-8000-000000000001', '/board?view=mine&cursor=a.b-c', '/'])(
    'may be the page %s',
    (path) => expect(safeReturnPath(path)).toBe(path),
  );

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/%2f%2felsewhere.example',
    '/board#part',
    '/board\r\nlocation: x',
    'javascript:alert(1)',
    '/api/v1/referrals',
    '/sign-in?next=/board',
    '/sign-out',
    `/${'a'.repeat(400)}`,
    '',
  ])('is the home page instead of %j', (path) => expect(safeReturnPath(path)).toBe('/'));

  it('is the home page when nothing, or a list, was given', () => {
    expect(safeReturnPath(undefined)).toBe('/');
    expect(safeReturnPath(['/board'])).toBe('/');
  });
});
