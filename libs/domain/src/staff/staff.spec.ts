import { ROLES, type Role, type StaffActor } from '../access';
import type { AgencyId, UserId } from '../ids';
import { keepsStaffOf, rightsFault, rolesOf } from './staff';

const [HERE, THERE] = ['agency-here', 'agency-there'] as AgencyId[] as [AgencyId, AgencyId];
const actor = (role: Role): StaffActor => ({
  kind: 'staff',
  userId: 'user-actor' as UserId,
  role,
  agencyId: HERE,
  teamId: null,
});
const fault = (change: Partial<Parameters<typeof rightsFault>[0]> = {}) =>
  rightsFault({
    actor: actor('service-manager'),
    account: { userId: 'user-other' as UserId, role: 'first-responder' },
    wanted: { role: 'duty-lead', teamAgencyId: HERE },
    agency: { id: HERE, kind: 'responder' },
    ...change,
  });

describe('who keeps accounts', () => {
  it('is the administrator everywhere, a service manager at home, and nobody else', () => {
    for (const role of ROLES) {
      expect([role, keepsStaffOf(actor(role), HERE)]).toEqual([
        role,
        role === 'administrator' || role === 'service-manager',
      ]);
      expect([role, keepsStaffOf(actor(role), THERE)]).toEqual([role, role === 'administrator']);
    }
  });
});

describe('rights', () => {
  it('may be any role of the agency’s kind', () => {
    expect(fault()).toBeNull();
    for (const role of rolesOf('responder'))
      expect(fault({ wanted: { role, teamAgencyId: null } })).toBeNull();
  });

  it('never let anybody promote themselves', () => {
    expect(fault({ account: { userId: 'user-actor' as UserId, role: 'service-manager' } })).toBe(
      'own-account',
    );
  });

  it('never make or change an administrator, whoever asks', () => {
    for (const by of ['administrator', 'service-manager'] as const) {
      expect(fault({ actor: actor(by), wanted: { role: 'administrator', teamAgencyId: null } })).toBe(
        'administrators-change-elsewhere',
      );
      expect(
        fault({ actor: actor(by), account: { userId: 'user-other' as UserId, role: 'administrator' } }),
      ).toBe('administrators-change-elsewhere');
    }
  });

  it('never cross from one kind of agency to another', () => {
    expect(fault({ wanted: { role: 'officer', teamAgencyId: null } })).toBe('role-not-of-agency');
    expect(fault({ wanted: { role: 'duty-lead', teamAgencyId: THERE } })).toBe('team-of-another-agency');
    const given = (['police', 'responder', 'provider', 'commissioner', 'operator'] as const).flatMap(rolesOf);
    expect(new Set(given).size).toBe(given.length);
    expect(given.toSorted()).toEqual(ROLES.filter((role) => role !== 'administrator').toSorted());
  });
});
