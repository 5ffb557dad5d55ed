import fc from 'fast-check';
import { showsReasonsApart } from '.';

const limb = (cancelledByRedirect: number, cancelledByDeath: number, cancelledAsDuplicate: number) => ({
  cancelledByRedirect,
  cancelledByDeath,
  cancelledAsDuplicate,
});

describe('why clocks were cancelled', () => {
  it.each([
    ['nobody', [limb(0, 0, 0)], true],
    ['eight of one reason', [limb(8, 0, 0)], true],
    ['one who died', [limb(9, 1, 0)], false],
    ['seven redirected', [limb(7, 0, 0)], false],
    ['one in the other limb alone', [limb(8, 8, 0), limb(8, 8, 1)], false],
  ])('P7 is shown to a commissioner apart only when no reason is small: %s', (_, limbs, apart) => {
    expect(showsReasonsApart('commissioner', limbs)).toBe(apart);
    expect(showsReasonsApart('duty-lead', limbs)).toBe(true);
  });

  it('P7 no small reason is ever shown to a commissioner', () => {
    const count = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count), { maxLength: 3 }), (counts) => {
        const limbs = counts.map((three) => limb(...three));
        if (showsReasonsApart('commissioner', limbs))
          expect(counts.flat().every((n) => n === 0 || n > 7)).toBe(true);
      }),
    );
  });
});
