import type { CaseId, UserId } from '../ids';
import { instant, plus, SECOND } from '../time';
import { CLAIM_LASTS, claimFor, heldByAnother } from './claim';

const CASE = 'case' as CaseId;
const CLOVER = 'clover' as UserId;
const DILL = 'dill' as UserId;
const AT = instant('2026-03-02T10:04:00Z');

describe('a claim', () => {
  const claim = claimFor(null, { caseId: CASE, userId: CLOVER, at: AT });

  it('holds for a quarter of an hour and not a moment longer', () => {
    expect(claim.until).toBe(instant('2026-03-02T10:19:00Z'));
    expect(heldByAnother(claim, { userId: DILL, at: plus(claim.until, -1) })).toBe(true);
    expect(heldByAnother(claim, { userId: DILL, at: claim.until })).toBe(false);
  });

  it('is never in the way of whoever made it, and nobody holds what nobody claimed', () => {
    expect(heldByAnother(claim, { userId: CLOVER, at: AT })).toBe(false);
    expect(heldByAnother(null, { userId: CLOVER, at: AT })).toBe(false);
  });

  it('keeps its beginning when it is renewed, and begins anew once it has ended', () => {
    const later = plus(AT, 60 * SECOND);
    expect(claimFor(claim, { caseId: CASE, userId: CLOVER, at: later })).toEqual({
      ...claim,
      until: plus(later, CLAIM_LASTS),
    });
    expect(claimFor(claim, { caseId: CASE, userId: CLOVER, at: claim.until }).since).toBe(claim.until);
    expect(claimFor(claim, { caseId: CASE, userId: DILL, at: later }).since).toBe(later);
  });
});
