import type { RequestMinimum } from '#libs/domain';
import { minimumFacts } from './minimum.page';

const MINIMUM: RequestMinimum = {
  ageBand: '25-39',
  district: null,
  needs: ['worker-woman'],
  languages: ['interpreter', 'pl', 'bfi', 'something else'],
  access: [],
  safeContact: [],
};

describe('what a service sees before it says yes', () => {
  it('is in words, languages too, and promises nothing that consent may not keep', () => {
    const facts = new Map(minimumFacts(MINIMUM, (code) => code));
    expect(facts.get('Help needed to talk')).toBe(
      'an interpreter, Polish, British Sign Language, something else',
    );
    expect(facts.get('What they need')).toBe('a woman as their worker');
    expect(facts.get('Safe ways to be in touch')).toBe('Not shared');
  });
});
