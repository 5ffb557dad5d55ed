import type { AgencyId, PersonId, UserId } from '../ids';
import { sameWalls, type Wall } from '.';

type Standing = Pick<Wall, 'kind' | 'target' | 'sparedUserId' | 'sparesLeads'>;
const before = (userId: string, change: Partial<Standing> = {}): Standing => ({
  kind: 'staff',
  target: { kind: 'user', userId: userId as UserId },
  sparedUserId: null,
  sparesLeads: false,
  ...change,
});
const force = before('', { target: { kind: 'agency', agencyId: 'force' as AgencyId } });

describe('whether the same walls stand around two people', () => {
  it.each([
    ['none and none', [], [], true],
    ['one and none', [before('wren')], [], false],
    ['the same one', [before('wren')], [before('wren')], true],
    ['the same two in any order', [before('wren'), force], [force, before('wren')], true],
    ['one more', [before('wren'), force], [force], false],
    ['another colleague', [before('wren')], [before('robin')], false],
    ['one that spares leads', [before('wren')], [before('wren', { sparesLeads: true })], false],
    ['one that spares the referrer', [force], [{ ...force, sparedUserId: 'owl' as UserId }], false],
  ])('%s', (_, one, other, same) => {
    expect(sameWalls(one, other)).toBe(same);
    expect(sameWalls(other, one)).toBe(same);
  });

  it('a wall between two people is never the same as another', () => {
    const apart = before('', {
      kind: 'conflict',
      target: { kind: 'apart', fromPersonId: 'person' as PersonId },
    });
    expect(sameWalls([apart], [apart])).toBe(false);
  });
});
