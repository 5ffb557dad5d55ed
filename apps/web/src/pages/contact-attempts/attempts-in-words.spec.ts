import type { ContactState } from '#libs/domain';
import { attemptsInWords } from './attempts-in-words';

describe('the round of attempts in words', () => {
  it.each<[string, number, boolean, number | null, ContactState]>([
    ['0 of 5', 0, false, 5, 'ready'],
    ['2 of 5', 2, false, 5, 'attempting'],
    ['0 of 5 since they were reached', 0, true, 5, 'attempting'],
    ['5 of 5', 5, false, 5, 'exhausted'],
    ['None yet', 0, false, null, 'ready'],
    ['None since they were reached', 0, true, 5, 'reached'],
    ['1 since they were reached', 1, true, 5, 'not-wanted'],
  ])('says "%s"', (words, made, afterReach, of, state) => {
    expect(attemptsInWords({ round: { made, afterReach }, of, state })).toBe(words);
  });
});
