import fc from 'fast-check';
import type { UserId } from '../ids';
import { faultsOf } from '../machine';
import { conflictMachine, decideConflict, type ConflictEvent, type ConflictState } from '.';

const WREN = 'wren' as UserId;
const ROBIN = 'robin' as UserId;
const FRESH = { state: 'held', askedAgainBy: null, decidedBefore: null } as const;

describe('deciding a conflict', () => {
  it('has a sound machine in which a decision can be asked again', () => {
    expect(faultsOf(conflictMachine)).toEqual([]);
    expect(
      decideConflict({ ...FRESH, state: 'separate-workers' }, { decision: 'put-off', by: WREN }),
    ).toEqual({
      kind: 'refused',
      reason: 'decided-already',
    });
  });

  it('is one lead’s the first time', () => {
    expect(decideConflict(FRESH, { decision: 'separate', by: WREN })).toEqual({
      kind: 'decided',
      state: 'separate-workers',
    });
    expect(decideConflict({ ...FRESH, state: 'put-off' }, { decision: 'put-off', by: WREN })).toEqual({
      kind: 'decided',
      state: 'put-off',
    });
  });

  it('P7 nobody takes a wall down alone: another answer than before needs another lead', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ConflictState>('different-person', 'separate-workers'),
        fc.constantFrom<ConflictState>('held', 'put-off'),
        fc.constantFrom<ConflictEvent>('not-the-same', 'separate', 'put-off'),
        (decidedBefore, state, decision) => {
          const asked = { state, askedAgainBy: WREN, decidedBefore };
          const alone = decideConflict(asked, { decision, by: WREN });
          if (alone.kind === 'decided') expect([decidedBefore, 'put-off']).toContain(alone.state);
          expect(decideConflict(asked, { decision, by: ROBIN }).kind).toBe('decided');
        },
      ),
    );
  });
});
