import { MOST_COUNTED } from '#libs/persistence';
import { countWords } from './inbox.page';

describe('how many wait in an inbox', () => {
  it.each([
    [0, '0'],
    [MOST_COUNTED - 1, '199'],
    [MOST_COUNTED, '200 or more'],
  ])('says %i as %s', (count, words) => {
    expect(countWords(count)).toBe(words);
  });
});
