import { promiseWorking } from './promise-counts';
import { promiseShare } from './promise-share';

const percentOf = (met: number, missed: number) => {
  const share = promiseShare({ met, missed });
  return share.kind === 'share' ? share.percent : share.kind;
};

describe('the share of the promise that was kept', () => {
  it.each([
    [1204, 107, '91.8'],
    [10, 0, '100.0'],
    [0, 10, '0.0'],
    [2, 1_998, '0.1'],
    [1, 1_999, '0.1'],
    [1, 2_001, '0.0'],
    [1_999, 1, '100.0'],
    [1_998, 2, '99.9'],
    [23, 377, '5.8'],
    [41, 359, '10.3'],
    [2, 1, 'base-too-small'],
    [9, 0, 'base-too-small'],
    [0, 0, 'base-too-small'],
  ])('with %d met and %d missed is %s', (met, missed, expected) => {
    expect(percentOf(met, missed)).toBe(expected);
  });

  it('agrees with exact long division for every base up to 400', () => {
    const disagreements: string[] = [];
    for (let base = 10; base <= 400; base += 1) {
      for (let met = 0; met <= base; met += 1) {
        const hundredths = (BigInt(met) * 10_000n) / BigInt(base);
        const rounded = (hundredths + 5n) / 10n;
        const exact = `${rounded / 10n}.${rounded % 10n}`;
        if (percentOf(met, base - met) !== exact) disagreements.push(`${met} of ${base}`);
      }
    }
    expect(disagreements).toEqual([]);
  });

  it('is not worked out from what is not a count', () => {
    expect(() => promiseShare({ met: -1, missed: 20 })).toThrow(RangeError);
    expect(() => promiseShare({ met: 1.5, missed: 20 })).toThrow(RangeError);
    expect(() => promiseShare({ met: NaN, missed: 20 })).toThrow(RangeError);
  });
});

describe('the working of a figure', () => {
  const counts = { referrals: 15, met: 7, missed: 3, stillOpen: 4, cancelled: 1 };

  it('leaves nobody out and counts nobody twice', () => {
    expect(promiseWorking(counts)).toEqual({
      numerator: 7,
      denominator: 10,
      exclusions: { 'still-open': 4, cancelled: 1 },
      referrals: 15,
    });
  });

  it('is refused when its parts do not sum to the whole', () => {
    expect(() => promiseWorking({ ...counts, stillOpen: 5 })).toThrow(RangeError);
  });
});
