import type { AgencyId, UserId } from '../ids';
import { instant } from '../time';
import { glassUntil, isFresh, mayBeSamePerson, reviewRefusal, setWallRefusal } from '.';

const WREN = 'wren' as UserId;
const ROBIN = 'robin' as UserId;
const DESK = 'desk' as AgencyId;

const wall = {
  kind: 'staff',
  target: { kind: 'user', userId: WREN },
  sparedUserId: null,
  handlingAgencyId: DESK,
  ofPolice: false,
  leadsLeft: 1,
  alreadyStands: false,
  caseClosed: false,
} as const;

describe('setting a wall', () => {
  it('is fine before one colleague while a lead is left', () => {
    expect(setWallRefusal(wall)).toBeNull();
  });

  it.each([
    ['case-closed', { caseClosed: true }],
    ['handling-agency', { target: { kind: 'agency', agencyId: DESK } }],
    ['spared-without-group', { sparedUserId: ROBIN }],
    ['not-police', { kind: 'police-family' }],
    ['already-stands', { alreadyStands: true }],
    ['nobody-left', { leadsLeft: 0 }],
  ] as const)('is refused with %s', (reason, change) => {
    expect(setWallRefusal({ ...wall, ...change })).toBe(reason);
  });
});

describe('an emergency', () => {
  it('is open for one hour', () => {
    expect(glassUntil(instant('2026-03-29T00:30:00Z'))).toBe(instant('2026-03-29T01:30:00Z'));
  });

  it('is reviewed once, and never by whoever opened it', () => {
    expect(reviewRefusal({ userId: WREN, review: null }, WREN)).toBe('same-person');
    expect(reviewRefusal({ userId: WREN, review: 'justified' }, ROBIN)).toBe('already-reviewed');
    expect(reviewRefusal({ userId: WREN, review: null }, ROBIN)).toBeNull();
  });

  it('asks for a second factor of the last minutes; one from the future is no proof', () => {
    const now = 1_000_000_000;
    expect(isFresh({ provenAt: now - 300_000, now, within: 300_000 })).toBe(true);
    expect(isFresh({ provenAt: now - 300_001, now, within: 300_000 })).toBe(false);
    expect(isFresh({ provenAt: now + 120_000, now, within: 300_000 })).toBe(false);
  });
});

describe('a suspect who may be somebody known', () => {
  it('needs both names, and the birth wherever both are known', () => {
    expect(mayBeSamePerson({ shared: ['name-pair'], bothBirthsKnown: false })).toBe(true);
    expect(mayBeSamePerson({ shared: ['name-pair'], bothBirthsKnown: true })).toBe(false);
    expect(mayBeSamePerson({ shared: ['name-pair', 'name-day'], bothBirthsKnown: true })).toBe(true);
    expect(mayBeSamePerson({ shared: ['name-year', 'name-day'], bothBirthsKnown: true })).toBe(false);
  });
});
