import fc from 'fast-check';
import type { CaseId } from '../ids';
import { faultsOf } from '../machine';
import type { Instant } from '../time';
import { decideMatch, MATCH_DECISIONS, matchMachine, type MatchedCase } from '.';

const aCase = (change: Partial<MatchedCase> = {}): MatchedCase => ({
  caseId: 'case-a' as CaseId,
  openedAt: 1_000 as Instant,
  closed: false,
  reached: false,
  dueAt: 9_000 as Instant,
  ...change,
});
const other = aCase({ caseId: 'case-b' as CaseId, openedAt: 2_000 as Instant });
const asked = {
  state: 'waiting',
  decision: 'same-report',
  reason: 'details-agree',
  wallsAlike: true,
} as const;

describe('deciding a possible match', () => {
  it('has a sound machine in which every decision can be taken back', () => {
    expect(faultsOf(matchMachine)).toEqual([]);
    for (const decision of MATCH_DECISIONS)
      expect(matchMachine.transitions[decision]).toEqual({ undo: 'waiting' });
  });

  it('P4 keeps the case whose promise falls due first, so that joining buys no time', () => {
    const early = { ...other, dueAt: 5_000 as Instant };
    expect(decideMatch({ ...asked, cases: [aCase(), early] })).toMatchObject({
      duplicate: { keep: 'case-b', close: 'case-a' },
    });
  });

  it('keeps the case on which the person was reached', () => {
    expect(decideMatch({ ...asked, cases: [{ ...other, reached: true }, aCase()] })).toMatchObject({
      duplicate: { keep: 'case-b', close: 'case-a' },
    });
  });

  it('refuses what was decided, a closed case as a home, other walls, and joining when not sure', () => {
    const cases = [aCase(), other] as const;
    const reasons = [
      decideMatch({ ...asked, state: 'same-person', cases }),
      decideMatch({ ...asked, cases: [aCase({ closed: true }), other] }),
      decideMatch({ ...asked, cases, wallsAlike: false }),
      decideMatch({ ...asked, decision: 'same-person', cases, wallsAlike: false }),
      decideMatch({ ...asked, reason: 'not-sure', cases }),
    ].map((decided) => decided.kind === 'refused' && decided.reason);
    expect(reasons).toEqual(['already-decided', 'case-closed', 'walled', 'walled', 'reason-needed']);
  });

  it('says that two people are two whatever walls stand', () => {
    const decided = decideMatch({
      ...asked,
      decision: 'different-person',
      cases: [aCase(), other],
      wallsAlike: false,
    });
    expect(decided).toMatchObject({ kind: 'decided', state: 'different-person' });
  });

  it('keeps and closes the same cases whichever stands first', () => {
    const any = fc.record({
      openedAt: fc.integer({ min: 0, max: 3 }),
      reached: fc.boolean(),
      dueAt: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        const first = aCase(a as Partial<MatchedCase>);
        const second = { ...other, ...(b as Partial<MatchedCase>) };
        expect(decideMatch({ ...asked, cases: [first, second] })).toEqual(
          decideMatch({ ...asked, cases: [second, first] }),
        );
      }),
    );
  });
});
