import { faultLines, takenLines } from './reply-lines';

describe('what an import of recorded offences answers', () => {
  it('names each row with its fault, and prints nothing that a terminal would act on', () => {
    expect(
      faultLines([
        { kind: 'count-negative', row: 3, found: '-1\u001b[31m' },
        { kind: 'no-rows', row: null, found: '' },
      ]),
    ).toBe('row 3: count-negative: -1 [31m\nfile: no-rows\nNothing was taken in.\n');
  });

  it('counts, and says of a dry run that nothing was changed', () => {
    const taken = {
      kind: 'taken',
      setId: null,
      months: 1,
      periods: ['2026-01'],
      added: 2,
      superseded: 1,
      same: 0,
    } as const;
    expect(takenLines(taken, { dryRun: false })).toBe(
      'periods 1, new 2, superseding 1, the same as here 0\n',
    );
    expect(takenLines(taken, { dryRun: true })).toContain('Nothing was changed');
  });
});
