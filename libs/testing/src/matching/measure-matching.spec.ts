import { MATCH_POLICY } from '#libs/domain';
import { measureMatching } from './measure-matching';

describe('matching on the committed model of realistic errors', () => {
  it('finds at least 95 in 100 people written down twice, and nine in ten of those it finds are right', () => {
    const { recall, precision } = measureMatching({ known: 3_000, again: 600, seed: 1 });
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.9);
  });

  it('would be seen to fail: without names, births and numbers together it falls below the bar', () => {
    const weights = { ...MATCH_POLICY.weights, 'same-birth': 0, 'same-number': 0 };
    const { recall } = measureMatching({
      known: 300,
      again: 100,
      seed: 1,
      policy: { ...MATCH_POLICY, weights },
    });
    expect(recall).toBeLessThan(0.95);
  });
});
