import { accessDue, mayExtend, type AccessClockQuestion } from './access-clock';

/** England and Wales; as published until the end of 2028. */
const HOLIDAYS = {
  holidays: [
    '2025-12-25',
    '2025-12-26',
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-12-25',
    '2026-12-28',
    '2027-01-01',
  ],
  knownUntil: '2027-12-31',
};

const asked = (receivedOn: string, change: Partial<AccessClockQuestion> = {}): AccessClockQuestion => ({
  receivedOn,
  stopped: [],
  extended: false,
  ...change,
});

describe('when a request about one’s own data is due', () => {
  it.each([
    ['Thursday, the same date of the next month', '2026-09-03', '2026-10-05'],
    ['a plain month', '2026-02-10', '2026-03-10'],
    ['the last day where the date does not exist', '2026-01-31', '2026-03-02'],
    ['the last day of a leap February', '2028-01-31', null],
    ['30 November, over the turn of the year', '2026-11-30', '2026-12-30'],
    ['a bank holiday moves on', '2026-03-06', '2026-04-07'],
    ['Good Friday moves over the weekend and Easter Monday', '2026-03-03', '2026-04-07'],
    ['Christmas and its substitute', '2026-11-25', '2026-12-29'],
    ['a request on a Saturday counts from that day', '2026-08-22', '2026-09-22'],
  ] as const)('%s', (_, receivedOn, due) => {
    const expected =
      due === null ? { kind: 'refused', reason: 'past-known-holidays' } : { kind: 'date', on: due };
    expect(accessDue(asked(receivedOn), HOLIDAYS)).toEqual(expected);
  });

  it('has no last day while the clock is stopped', () => {
    const stopped = [{ fromOn: '2026-02-12', untilOn: null }];
    expect(accessDue(asked('2026-02-10', { stopped }), HOLIDAYS)).toEqual({
      kind: 'stopped',
      sinceOn: '2026-02-12',
    });
  });

  it('moves by the days on which the clock stood still, then off a weekend', () => {
    const stopped = [
      { fromOn: '2026-02-12', untilOn: '2026-02-16' },
      { fromOn: '2026-02-20', untilOn: '2026-02-20' },
    ];
    expect(accessDue(asked('2026-02-10', { stopped }), HOLIDAYS)).toEqual({ kind: 'date', on: '2026-03-16' });
  });

  it('gives two months more for a complex request, counted from receipt', () => {
    expect(accessDue(asked('2026-01-31', { extended: true }), HOLIDAYS)).toEqual({
      kind: 'date',
      on: '2026-04-30',
    });
  });

  it('lets an extension be told until the first due day and not after it', () => {
    const question = asked('2026-01-31');
    expect(mayExtend(question, { today: '2026-03-02', holidays: HOLIDAYS })).toBe(true);
    expect(mayExtend(question, { today: '2026-03-03', holidays: HOLIDAYS })).toBe(false);
    expect(mayExtend({ ...question, extended: true }, { today: '2026-02-01', holidays: HOLIDAYS })).toBe(
      false,
    );
  });

  it('refuses what is not a date', () => {
    expect(accessDue(asked('2026-02-30'), HOLIDAYS)).toEqual({ kind: 'refused', reason: 'not-a-date' });
  });
});
