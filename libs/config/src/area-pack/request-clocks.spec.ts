import { DEFAULT_REQUEST_CLOCKS } from '#libs/domain';
import { PackPlace, type PackFault } from './pack-faults';
import { REQUEST_CLOCKS, requestClocksOf } from './request-clocks';
import { areaPackNames } from './pack-files';
import { loadAreaPack } from './load-area-pack';

const FILE = Object.fromEntries(Object.entries(DEFAULT_REQUEST_CLOCKS).filter(([name]) => name !== 'id'));

function faultsOf(file: object): readonly PackFault[] {
  const faults: PackFault[] = [];
  const at = new PackPlace(faults, 'sampleshire/request-clocks.json');
  const read = REQUEST_CLOCKS(file, at);
  if (read !== undefined) requestClocksOf(read, at);
  return faults;
}

describe('the clocks of requests for support in an area pack', () => {
  it.each(areaPackNames())('are there and sound in %s', (area) => {
    expect(loadAreaPack(area).requestClocks).toMatchObject({ acknowledgeWithinDays: 1, decideWithinDays: 5 });
  });

  it('are read whole', () => {
    expect(faultsOf(FILE)).toEqual([]);
  });

  it.each([
    [{ ...FILE, decideWithinDays: 0 }, 'decideWithinDays'],
    [{ ...FILE, closesAt: '5pm' }, 'closesAt'],
    [{ ...FILE, offerNextAfterDays: 9 }, ''],
    [{ ...FILE, reviewEveryDays: 1000 }, ''],
  ])('say where %j is wrong', (file, path) => {
    expect(faultsOf(file).map((fault) => fault.path)).toEqual([path]);
  });
});
