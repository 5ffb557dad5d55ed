import { readNumber } from './referral-number';

describe('a safe number as officers type it', () => {
  it.each([
    ['07700 900123', '+447700900123', 'mobile'],
    ['+44 (0)7700 900123', '+447700900123', 'mobile'],
    ['0044 7700-900-123', '+447700900123', 'mobile'],
    ['01632 960001', '+441632960001', 'landline'],
    ['+33 6 12 34 56 78', '+33612345678', 'mobile'],
  ])('reads %j', (typed, value, line) => {
    expect(readNumber(typed)).toEqual({ kind: 'number', value, line });
  });

  it.each(['', '12', 'ask her sister', '07700 900123 07700 900124', '999'])('does not take %j', (typed) => {
    expect(readNumber(typed)).toEqual({ kind: 'unreadable' });
  });

  it('does not drop an extension in silence: a switchboard is not a safe number', () => {
    expect(readNumber('01632 960001 ext 5')).toEqual({ kind: 'has-extension' });
  });
});
