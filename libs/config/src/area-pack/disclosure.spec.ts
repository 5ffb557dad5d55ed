import { DEFAULT_DISCLOSURE_RULE } from '#libs/domain';
import { disclosureOf } from './disclosure';
import { loadAreaPack } from './load-area-pack';
import { PackPlace, type PackFault } from './pack-faults';
import { areaPackNames } from './pack-files';

const faultsOf = (change: object) => {
  const faults: PackFault[] = [];
  disclosureOf(
    { ...DEFAULT_DISCLOSURE_RULE, ...change },
    new PackPlace(faults, 'sampleshire/disclosure.json'),
  );
  return faults.map(({ problem }) => problem);
};

describe('disclosure.json', () => {
  it.each(areaPackNames())('of %s hides no less than the rule that the service brings', (area) => {
    expect(loadAreaPack(area).disclosure).toEqual(DEFAULT_DISCLOSURE_RULE);
  });

  it('may hide more', () => {
    expect(faultsOf({ version: '2027-1', smallestShown: 10, step: 10, narrowestRange: 8 })).toEqual([]);
  });

  it.each<[object, string]>([
    [{ id: 'Small counts' }, 'not-named'],
    [{ version: 'new' }, 'not-named'],
    [{ source: ' ' }, 'no-source'],
    [{ smallestShown: 5, narrowestRange: 3 }, 'shows-small-counts'],
    [{ step: 1 }, 'step-no-multiple'],
    [{ step: 8 }, 'step-no-multiple'],
    [{ step: 20 }, 'rounds-to-nobody'],
    [{ smallestPercentBase: 5 }, 'base-too-small'],
    [{ smallestFigureBase: 10 }, 'base-too-small'],
    [{ narrowestRange: 4 }, 'range-too-narrow'],
    [{ narrowestRange: 7 }, 'range-too-narrow'],
  ])('is refused with %j, and says what is wrong', (change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });
});
