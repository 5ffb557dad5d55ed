import { unknownFilter } from './unknown-filter';

const around = { known: ['month'], field: 'month' };

describe('a cut that is no table', () => {
  it('is nothing to say where only what is known is asked for', () => {
    expect(unknownFilter({}, around)).toEqual([]);
    expect(unknownFilter({ month: '2026-03' }, around)).toEqual([]);
  });

  it.each([
    ['district', 'over twelve months'],
    ['ethnic-group', 'for the whole area and a whole year'],
    ['SEX', 'for the whole area and a whole year'],
    ['worker', 'Choose one of the tables'],
  ])('is refused with where it is told instead: %s', (name, words) => {
    const [error] = unknownFilter({ month: '2026-03', [name]: 'x' }, around);
    expect(error).toMatchObject({ field: 'month' });
    expect(error!.message).toContain(`“${name}”`);
    expect(error!.message).toContain(words);
  });

  it('is said back in letters alone, and no longer than a word', () => {
    const [error] = unknownFilter({ [`<b>${'x'.repeat(80)}`]: '1' }, around);
    expect(error!.message).toContain(`“b${'x'.repeat(29)}”`);
  });
});
