import { isSameOrigin } from './same-origin';

const ours = 'https://waymark.example';

describe('a form is from our own pages', () => {
  it.each([
    ['a browser that says so', { 'sec-fetch-site': 'same-origin', origin: ours }],
    [
      'a browser that hides the origin, as our pages ask',
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
    ],
    ['a person who reloads the page', { 'sec-fetch-site': 'none' }],
    ['an old browser that sends only the origin', { origin: ours }],
    ['no browser at all: the form token decides', {}],
  ])('when it comes from %s', (_who, headers) => expect(isSameOrigin(headers, ours)).toBe(true));

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
    [
      'a neighbour under the same domain',
      { 'sec-fetch-site': 'same-site', origin: 'https://other.waymark.example' },
    ],
    ['another origin in an old browser', { origin: 'https://elsewhere.example' }],
    ['a hidden origin in an old browser', { origin: 'null' }],
    ['the same host without encryption', { origin: 'http://waymark.example' }],
    ['a longer name that begins with ours', { origin: 'https://waymark.example.elsewhere.example' }],
  ])('not when it comes from %s', (_who, headers) => expect(isSameOrigin(headers, ours)).toBe(false));
});
