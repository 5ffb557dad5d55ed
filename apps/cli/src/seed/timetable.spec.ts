import { instant, plus, type DeadlineId } from '#libs/domain';
import { Timetable } from './timetable';

const AT = instant('2026-03-02T10:00:00Z');
const id = (name: string) => name as DeadlineId;

describe('the timetable of the telling', () => {
  it('names the earliest timer until an instant, and none after it', () => {
    const timetable = new Timetable();
    timetable.learn([
      { id: id('a'), nextFireAt: plus(AT, 2_000) },
      { id: id('b'), nextFireAt: plus(AT, 1_000) },
    ]);
    expect(timetable.nextUntil(AT)).toBeNull();
    expect(timetable.nextUntil(plus(AT, 5_000))).toBe(plus(AT, 1_000));
  });

  it('forgets a timer that was moved or is over', () => {
    const timetable = new Timetable();
    timetable.learn([{ id: id('a'), nextFireAt: AT }]);
    timetable.learn([{ id: id('a'), nextFireAt: plus(AT, 60_000) }]);
    expect(timetable.nextUntil(plus(AT, 1_000))).toBeNull();
    timetable.learn([{ id: id('a'), nextFireAt: null }]);
    expect(timetable.nextUntil(plus(AT, 120_000))).toBeNull();
  });
});
