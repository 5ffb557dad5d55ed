import type { JsonFault } from './json-reader';

export const JSON_FAULTS: Readonly<Record<JsonFault, string>> = {
  'not-json': 'The body is not valid JSON.',
  'not-utf-8': 'The body is not valid UTF-8.',
  'too-deep': 'The body is nested too deeply. The limit is 20 levels.',
  'duplicate-key': 'The body has the same key twice in one object.',
  'forbidden-key': 'The body has a key that is never accepted: __proto__, constructor or prototype.',
  'unclean-text': 'The body has text with control characters, direction overrides or half characters.',
  'number-out-of-range': 'The body has a number that cannot be kept exactly.',
};
