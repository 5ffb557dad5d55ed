import type { StaffActor } from '../access/actor';
import type { AgencyId, TeamId, UserId } from '../ids';
import { behindWall, type WallFacts } from '../walls/wall';
import { declaredWalls, WORKPLACES, type Workplace, type Workplaces } from './workplace';

const POLICE = 'police' as AgencyId;
const DESK = 'desk' as AgencyId;
const ADVICE = 'advice' as AgencyId;
const workplaces: Workplaces = {
  police: [POLICE, 'other-force' as AgencyId],
  providers: [ADVICE],
  deskTeams: ['north', 'south'] as TeamId[],
};

function works(at: AgencyId, role: StaffActor['role'], team: string, userId: string): StaffActor {
  return { kind: 'staff', userId: userId as UserId, role, agencyId: at, teamId: team as TeamId };
}
const officer = works(POLICE, 'officer', 'cid', 'wren');
const otherOfficer = works(POLICE, 'officer', 'cid', 'robin');
const responder = works(DESK, 'first-responder', 'north', 'linnet');
const lead = works(DESK, 'duty-lead', 'north', 'plover');
const adviser = works(ADVICE, 'provider-worker', 'advisers', 'dunnock');

const facts = (workplace: Workplace, referrer: StaffActor): readonly WallFacts[] =>
  declaredWalls(workplace, { workplaces, referrer }).map((wall) => ({ ...wall, workers: [] }));

describe('the walls of a declared workplace', () => {
  it.each<[Workplace, { kept: StaffActor[]; open: StaffActor[] }]>([
    ['police', { kept: [otherOfficer], open: [officer, responder, lead, adviser] }],
    ['this-service', { kept: [responder], open: [officer, otherOfficer, lead, adviser] }],
    ['partner', { kept: [adviser], open: [officer, otherOfficer, responder, lead] }],
  ])('%s keeps out whoever works there, and nobody else', (workplace, { kept, open }) => {
    const walls = facts(workplace, officer);
    expect(kept.map((actor) => behindWall(actor, walls))).toEqual(kept.map(() => true));
    expect(open.map((actor) => behindWall(actor, walls))).toEqual(open.map(() => false));
  });

  it.each(WORKPLACES)('%s never takes the referral from whoever sent it', (workplace) => {
    for (const referrer of [officer, responder, lead, adviser])
      expect(behindWall(referrer, facts(workplace, referrer))).toBe(false);
  });

  it('spares nobody by name who could see it anyway', () => {
    const spared = facts('partner', officer).map(({ sparedUserId }) => sparedUserId);
    expect(spared).toEqual([null]);
  });
});
