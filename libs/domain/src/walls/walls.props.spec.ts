import fc from 'fast-check';
import type { Role, StaffActor } from '../access/actor';
import { mayActOn } from '../access/decide';
import type { AgencyId, TeamId, UserId } from '../ids';
import { behindWall, mayBreakGlass, type WallFacts, type WallTarget } from '.';

const users = ['wren', 'robin', 'linnet'] as UserId[];
const teams = ['north', 'south'] as TeamId[];
const agencies = ['police', 'desk'] as AgencyId[];
const roles: Role[] = [
  'officer',
  'first-responder',
  'duty-lead',
  'service-manager',
  'commissioner',
  'administrator',
];

const actors = fc.record<StaffActor>({
  kind: fc.constant('staff'),
  userId: fc.constantFrom(...users),
  role: fc.constantFrom(...roles),
  agencyId: fc.constantFrom(...agencies),
  teamId: fc.constantFrom(...teams, null),
});
const targets = fc.oneof<fc.Arbitrary<WallTarget>[]>(
  fc.constantFrom(...users).map((userId) => ({ kind: 'user', userId })),
  fc.constantFrom(...teams).map((teamId) => ({ kind: 'team', teamId })),
  fc.constantFrom(...agencies).map((agencyId) => ({ kind: 'agency', agencyId })),
  fc.constant({ kind: 'apart', fromPersonId: 'other' as never }),
);
const walls = fc.array(
  fc.record<WallFacts>({
    kind: fc.constantFrom('staff', 'police-family', 'conflict'),
    target: targets,
    sparedUserId: fc.constantFrom(...users, null),
    sparesLeads: fc.boolean(),
    workers: fc.subarray(users),
  }),
  { maxLength: 5 },
);
const relation = {
  handlingAgencyId: 'desk' as AgencyId,
  referringAgencyId: 'police' as AgencyId,
  referringTeamId: 'north' as TeamId,
};

describe('walls, whatever they are', () => {
  it('one more wall never lets anybody see more', () => {
    fc.assert(
      fc.property(actors, walls, walls, (actor, some, more) => {
        if (behindWall(actor, some)) expect(behindWall(actor, [...some, ...more])).toBe(true);
      }),
    );
  });

  it('P7 whoever a wall stands before may do nothing to the record, whatever their role', () => {
    fc.assert(
      fc.property(actors, walls, (actor, standing) => {
        fc.pre(behindWall(actor, standing));
        expect(mayActOn(actor, 'open-case', { ...relation, walls: standing })).toBe(false);
        expect(mayActOn(actor, 'see-own-referrals', { ...relation, walls: standing })).toBe(false);
      }),
    );
  });

  it('a wall before somebody else changes nothing', () => {
    fc.assert(
      fc.property(actors, walls, (actor, standing) => {
        fc.pre(!behindWall(actor, standing));
        expect(mayActOn(actor, 'open-case', { ...relation, walls: standing })).toBe(
          mayActOn(actor, 'open-case', relation),
        );
      }),
    );
  });

  it('P7 an emergency opens nothing for police, commissioners and administrators, nor past a wall by name or police', () => {
    fc.assert(
      fc.property(actors, walls, (actor, standing) => {
        const may = mayBreakGlass(actor, standing);
        if (['officer', 'commissioner', 'administrator'].includes(actor.role)) expect(may).toBe(false);
        const named = standing.some(
          ({ kind, target, sparedUserId, sparesLeads }) =>
            kind === 'staff' &&
            target.kind === 'user' &&
            target.userId === actor.userId &&
            sparedUserId !== actor.userId &&
            !sparesLeads,
        );
        if (named) expect(may).toBe(false);
        if (!behindWall(actor, standing)) expect(may).toBe(false);
      }),
    );
  });
});
