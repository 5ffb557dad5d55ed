import { loadAreaPack } from './load-area-pack';
import { careOf } from './care';
import { PackPlace, type PackFault } from './pack-faults';
import { areaPackNames, defaultArea } from './pack-files';

const care = loadAreaPack(defaultArea()).care;
const faultsOf = (change: object) => {
  const faults: PackFault[] = [];
  careOf({ ...care, ...change }, new PackPlace(faults, 'sampleshire/care.json'));
  return faults.map(({ problem }) => problem);
};

describe('care.json', () => {
  it.each(areaPackNames())('of %s is sound, and says where its numbers come from', (area) => {
    const { source, urgentWithinMinutes, reviewEveryWeeks } = loadAreaPack(area).care;
    expect(source.length).toBeGreaterThan(20);
    expect([urgentWithinMinutes, reviewEveryWeeks]).toEqual([30, 12]);
  });

  it.each<[object, string]>([
    [{ urgentWithinMinutes: 0 }, 'minutes-not-whole'],
    [{ appointmentMinutes: 3 }, 'minutes-not-whole'],
    [{ riskReviewWithinDays: 400 }, 'days-not-whole'],
    [{ reviewEveryWeeks: 12.5 }, 'weeks-not-whole'],
    [{ reviewEveryWeeks: 30 }, 'latest-before-usual'],
    [{ outcomeScale: { lowest: 5, highest: 1 } }, 'scale-upside-down'],
    [{ outcomeScale: { lowest: 0, highest: 100 } }, 'scale-too-wide'],
    [{ outcomeWords: { ...care.outcomeWords, 'feels-safer': ' ' } }, 'measure-without-words'],
    [{ complaintReplyWithinDays: 2 }, 'answer-before-acknowledgement'],
    [{ source: ' ' }, 'no-source'],
    [{ version: 0 }, 'version-not-whole'],
  ])('is refused with %j, and says what is wrong', (change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });
});
