import type { AgencyId, TeamId, UserId } from '../ids';
import { ROLES, type Role, type StaffActor } from './actor';
import { SOURCES } from '../referral/codes';
import { ACTS, mayActOn, mayDecideCheck, mayDo, mayReferFrom, type Act } from './decide';

const POLICE = 'police' as AgencyId;
const DESK = 'desk' as AgencyId;
const NORTH = 'north' as TeamId;
const SOUTH = 'south' as TeamId;

function actor(role: Role, agencyId: AgencyId, teamId: TeamId | null = null): StaffActor {
  return { kind: 'staff', userId: `user-${role}` as UserId, role, agencyId, teamId };
}

const relation = { handlingAgencyId: DESK, referringAgencyId: POLICE, referringTeamId: NORTH };

describe('who may do what', () => {
  it('P7 an officer may refer, see what came back and ask for a corrected start; nothing of the case', () => {
    const may = ACTS.filter((act) => mayDo(actor('officer', POLICE, NORTH), act));
    expect(may).toEqual([
      'log-referral',
      'keep-draft',
      'see-own-referrals',
      'record-declined-offer',
      'see-ask-again',
      'ask-corrected-start',
      'see-team-tasks',
      'answer-police-task',
      'keep-own-track',
      'acknowledge-risk',
      'see-directory',
    ]);
  });

  it('P7 a provider worker refers for the SARC, sees what the own agency sent and opens no case', () => {
    const worker = actor('provider-worker', POLICE);
    expect(ACTS.filter((act) => mayDo(worker, act))).toEqual([
      'log-referral',
      'see-own-referrals',
      'use-doors',
      'acknowledge-risk',
      'see-leave',
      'keep-own-leave',
      'keep-shared-plan',
      'keep-shared-track',
      'keep-shared-care',
      'see-shared',
      'open-own-pathway',
      'see-notes',
      'see-therapy-milestones',
      'record-therapy-milestone',
      'write-notes',
      'see-received-requests',
      'answer-request',
      'allocate-request',
      'work-on-request',
      'export-requests',
      'see-directory',
    ]);
    expect(SOURCES.filter((source) => mayReferFrom(worker, source))).toEqual(['sarc']);
    expect(mayActOn(worker, 'see-own-referrals', relation)).toBe(true);
    expect(mayActOn(actor('provider-worker', DESK), 'see-own-referrals', relation)).toBe(false);
  });

  it('P7 a coordinator answers for what was sent to the own agency, refers nobody and opens no case', () => {
    const coordinator = actor('provider-coordinator', POLICE);
    expect(ACTS.filter((act) => mayDo(coordinator, act))).toEqual([
      'see-leave',
      'keep-own-leave',
      'keep-leave',
      'keep-shared-plan',
      'keep-shared-care',
      'see-shared',
      'see-notes',
      'see-therapy-milestones',
      'record-therapy-milestone',
      'write-notes',
      'see-received-requests',
      'answer-request',
      'allocate-request',
      'work-on-request',
      'export-requests',
      'see-waiting-lists',
      'see-measures',
      'see-live-figures',
      'see-directory',
      'keep-capacity',
    ]);
    expect(SOURCES.some((source) => mayReferFrom(coordinator, source))).toBe(false);
    for (const act of ['open-case', 'see-shared', 'answer-request'] as const)
      expect(mayActOn(coordinator, act, relation)).toBe(false);
  });

  it('an officer refers for the police only, a responder for whoever rings', () => {
    expect(SOURCES.filter((source) => mayReferFrom(actor('officer', POLICE, NORTH), source))).toEqual([
      'police',
    ]);
    expect(SOURCES.every((source) => mayReferFrom(actor('first-responder', DESK), source))).toBe(true);
    expect(SOURCES.some((source) => mayReferFrom(actor('commissioner', DESK), source))).toBe(false);
  });

  it('P7 a commissioner may see the county figure, the policies and how long people wait', () => {
    expect(ACTS.filter((act) => mayDo(actor('commissioner', DESK), act))).toEqual([
      'see-county-figure',
      'see-policies',
      'see-waiting-lists',
      'see-code-figures',
      'see-coverage',
      'see-snapshots',
      'see-measures',
      'see-figure-samples',
      'ask-figure-sample',
      'see-directory',
    ]);
  });

  it('an auditor reads and changes nothing: what it draws are cases of a figure', () => {
    const may = ACTS.filter((act) => mayDo(actor('auditor', DESK), act));
    expect(may).toEqual([
      'see-county-figure',
      'see-break-glass',
      'see-audit',
      'see-proposals',
      'see-policies',
      'see-routing-table',
      'see-message-templates',
      'see-code-catalogue',
      'see-code-figures',
      'see-coverage',
      'see-snapshots',
      'see-measures',
      'see-live-figures',
      'see-figure-samples',
      'draw-figure-sample',
      'see-directory',
    ]);
  });

  it('a rule is proposed by administrators, and decided by them and the service manager', () => {
    const who = (act: Act) => ROLES.filter((role) => mayDo(actor(role, DESK), act));
    expect(who('propose-change')).toEqual(['administrator']);
    expect(who('decide-proposal')).toEqual(['service-manager', 'administrator']);
    expect(who('see-proposals')).toEqual([
      'service-manager',
      'auditor',
      'data-protection-officer',
      'administrator',
    ]);
    expect(who('propose-retention')).toEqual(['data-protection-officer']);
    expect(who('decide-retention')).toEqual(['service-manager']);
  });

  it('an officer acts for the own team only', () => {
    const own = actor('officer', POLICE, NORTH);
    expect(mayActOn(own, 'ask-corrected-start', relation)).toBe(true);
    expect(mayActOn(actor('officer', POLICE, SOUTH), 'ask-corrected-start', relation)).toBe(false);
    expect(mayActOn(actor('officer', DESK, NORTH), 'ask-corrected-start', relation)).toBe(false);
  });

  it('a responder acts on the cases of the own agency only', () => {
    expect(mayActOn(actor('first-responder', DESK), 'open-case', relation)).toBe(true);
    expect(mayActOn(actor('first-responder', POLICE), 'open-case', relation)).toBe(false);
  });

  it('no relationship gives a role what the role may not do', () => {
    const caseActs: readonly Act[] = ['open-case', 'reveal-route', 'record-attempt', 'take-case'];
    const outsiders = ROLES.filter(
      (role) => !['first-responder', 'duty-lead', 'service-manager'].includes(role),
    );
    for (const role of outsiders) {
      for (const act of caseActs) expect(mayActOn(actor(role, DESK), act, relation)).toBe(false);
    }
  });

  it('P4 nobody is their own second person, and a decision is made once', () => {
    const asker = actor('first-responder', DESK);
    const colleague = { ...asker, userId: 'another' as UserId };
    const check = { askedBy: asker.userId, state: 'waiting' } as const;
    expect(mayDecideCheck(asker, check)).toEqual({ kind: 'refused', reason: 'same-person' });
    expect(mayDecideCheck(colleague, check)).toEqual({ kind: 'may' });
    expect(mayDecideCheck(colleague, { ...check, state: 'declined' })).toEqual({
      kind: 'refused',
      reason: 'already-decided',
    });
    expect(mayDecideCheck(actor('officer', POLICE, NORTH), check)).toEqual({
      kind: 'refused',
      reason: 'not-allowed',
    });
  });
});
