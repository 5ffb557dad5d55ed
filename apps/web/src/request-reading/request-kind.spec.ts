import { requestKind } from './request-kind';

describe('the kind of a request', () => {
  it.each([
    ['/api/v1/cases', 'api'],
    ['/%61pi/v1/cases', 'api'],
    ['/%61%70%69/v1/cases?limit=1', 'api'],
    ['/%68ealth/ready', 'health'],
    ['/%61ssets/app.css', 'asset'],
    ['/cases/1', 'page'],
    ['/cases/1?next=/api/v1', 'page'],
    ['/apiary', 'page'],
    ['/%zz', 'page'],
  ])('of %s is the same however its letters are written: %s', (url, kind) =>
    expect(requestKind(url)).toBe(kind),
  );
});
