import { instant } from '../../time';
import { startBand } from '.';

describe('when a clock started, as figures group it', () => {
  it.each([
    ['2026-03-02T18:00:00Z', 'mon', 'evening'],
    ['2026-03-02T17:59:59Z', 'mon', 'afternoon'],
    ['2026-03-02T12:00:00Z', 'mon', 'afternoon'],
    ['2026-03-02T06:00:00Z', 'mon', 'morning'],
    ['2026-03-02T05:59:59Z', 'mon', 'night'],
    ['2026-06-30T23:30:00Z', 'wed', 'night'],
    ['2026-10-25T01:30:00Z', 'sun', 'night'],
  ])('%s is %s, %s on the wall in London', (at, weekday, hourBand) => {
    expect(startBand(instant(at), 'Europe/London')).toEqual({ weekday, hourBand });
  });
});
