import { pagingLadderFaults } from './paging-ladder-change';

describe('a ladder that is proposed', () => {
  it('may leave levels out as long as somebody besides the person on call is told', () => {
    expect(pagingLadderFaults({ rungs: [{ level: 'duty-lead', times: 1, everySeconds: 60 }] })).toEqual([]);
    expect(pagingLadderFaults({ rungs: [{ level: 'on-call', times: 1, everySeconds: 60 }] })).toEqual([
      'ladder-nobody-but-on-call',
    ]);
    expect(pagingLadderFaults({ rungs: [] })).toEqual(['ladder-nobody-but-on-call']);
  });

  it('has no wait longer than four hours and no more than twenty pages a level', () => {
    const rung = { level: 'service-manager', times: 20, everySeconds: 14_400 } as const;
    expect(pagingLadderFaults({ rungs: [rung] })).toEqual([]);
    expect(pagingLadderFaults({ rungs: [{ ...rung, times: 21 }] })).toEqual(['ladder-outside']);
    expect(pagingLadderFaults({ rungs: [{ ...rung, everySeconds: 14_401 }] })).toEqual(['ladder-outside']);
  });
});
