import { loadAreaPack, AreaPackError } from './area-pack';

describe('an area pack', () => {
  const pack = loadAreaPack('essex');

  it('has everything a referral needs', () => {
    expect(pack.districts).toHaveLength(14);
    expect(pack.policies.map(({ policy }) => policy.bindingLimb)).toEqual(['1wd', '1wd']);
    expect(pack.policies.map(({ referralSource }) => referralSource)).toEqual(['police', 'received']);
    expect(pack.calendars[0]?.hours.knownUntil).toBe('2028-12-31');
    expect(pack.calendars[0]?.hours.holidays).toContain('2026-12-28');
  });

  it('names agencies and teams that are in it', () => {
    const agencies = new Set(pack.agencies.map(({ id }) => id));
    const teams = new Set(pack.teams.map(({ id }) => id));
    expect(agencies).toContain(pack.desk.agencyId);
    expect(teams).toContain(pack.desk.teamId);
    for (const { agencyId, teamId } of pack.personas) {
      expect(agencies).toContain(agencyId);
      if (teamId !== null) expect(teams).toContain(teamId);
    }
  });

  it('has invented people only', () => {
    for (const { name, email } of pack.personas) {
      expect(name).toMatch(/^Sample /);
      expect(email).toMatch(/\.example$/);
    }
  });

  it('says in one sentence what cannot be read', () => {
    expect(() => loadAreaPack('nowhere')).toThrow(AreaPackError);
    expect(() => loadAreaPack('../essex')).toThrow('"../essex" is not the name of an area pack.');
  });
});
