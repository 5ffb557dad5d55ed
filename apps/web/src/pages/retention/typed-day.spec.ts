import { readDay } from './typed-day';

const typed = (day: string, month: string, year: string) => readDay({ day, month, year });

describe('a day in three boxes', () => {
  it('is read with or without leading zeros', () => {
    expect(typed('7', '3', '2032')).toEqual({ on: '2032-03-07' });
    expect(typed('07', '03', '2032')).toEqual({ on: '2032-03-07' });
    expect(typed('29', '2', '2032')).toEqual({ on: '2032-02-29' });
  });

  it('may be left out whole', () => expect(typed('', ' ', '')).toBe('empty'));

  it.each([
    ['30', '2', '2032'],
    ['29', '2', '2031'],
    ['1', '13', '2032'],
    ['1', '3', '32'],
    ['1', '', '2032'],
    ['one', '3', '2032'],
  ])('does not guess at %j %j %j', (day, month, year) => expect(typed(day, month, year)).toBe('wrong'));
});
