import fc from 'fast-check';
import { DATA_CLASSES } from '../consent';
import type { AgencyId } from '../ids';
import { CARE_ACTS, CLASS_OF_CARE, classesCover, mayChangeKept } from './kept-by-services';

const classes = fc.subarray([...DATA_CLASSES]);
const WILLOW = 'willow' as string as AgencyId;
const MAPLE = 'maple' as string as AgencyId;

describe('what a service keeps of somebody’s support', () => {
  it('P6 is nothing where nothing is shared, and never more when less is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CARE_ACTS), classes, classes, (act, shared, withdrawn) => {
        expect(classesCover(act, [])).toBe(false);
        const left = shared.filter((dataClass) => !withdrawn.includes(dataClass));
        if (classesCover(act, left)) expect(classesCover(act, shared)).toBe(true);
      }),
    );
  });

  it('P6 needs the class that it is about', () => {
    for (const act of CARE_ACTS) {
      const needed = CLASS_OF_CARE[act];
      if (needed === null) continue;
      expect(classesCover(act, [needed])).toBe(true);
      expect(
        classesCover(
          act,
          DATA_CLASSES.filter((one) => one !== needed),
        ),
      ).toBe(false);
    }
  });

  it('is changed by the desk and by the service that keeps it, and by no other', () => {
    const record = { keptBy: WILLOW };
    expect([null, WILLOW, MAPLE].map((keptBy) => mayChangeKept({ keptBy }, record))).toEqual([
      true,
      true,
      false,
    ]);
    expect([null, WILLOW].map((keptBy) => mayChangeKept({ keptBy }, { keptBy: null }))).toEqual([
      true,
      false,
    ]);
  });
});
