import { windowsOf } from '#libs/domain';
import { safeHoursInWords } from './safe-hours';

const hours = (...times: Parameters<typeof windowsOf>[0]) => {
  const windows = windowsOf(times, 'Europe/London');
  return windows && safeHoursInWords(windows);
};

describe('safe times in words', () => {
  it('says like days together', () => {
    expect(hours('weekday-mornings')).toEqual(['Monday to Friday, 9am to midday']);
    expect(hours('weekday-mornings', 'weekends')).toEqual([
      'Monday to Friday, 9am to midday',
      'Saturday and Sunday, 9am to 8pm',
    ]);
  });

  it('says two times of one day, and lets neighbours be one', () => {
    expect(hours('weekday-mornings', 'weekday-evenings')).toEqual([
      'Monday to Friday, 9am to midday and 5pm to 8pm',
    ]);
    expect(hours('weekday-mornings', 'weekday-afternoons')).toEqual(['Monday to Friday, 9am to 5pm']);
  });
});
