import {
  AskOverride,
  ChangeOverride,
  ChangeShare,
  ProposeShare,
  ReadShare,
  RecordConsent,
  SweepConsent,
  WithdrawConsent,
} from '#libs/casework';
import type { AreaPack } from '#libs/config';
import {
  agencyRecipient,
  HOUR,
  plus,
  type AgencyId,
  type CaseId,
  type DataClass,
  type ShareId,
  type StaffActor,
} from '#libs/domain';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

const DAY = 24 * HOUR;

/** A case of somebody who was spoken with, as the acts below need it. */
interface Spoken {
  readonly caseId: CaseId;
}

interface Shared extends Spoken {
  readonly shareId: ShareId;
}

const SEEN: readonly DataClass[] = ['identity', 'safe-contact', 'needs'];

/**
 * What people agreed to: a few shares with another service, one of them taken back, a no to the police, an override
 * that waits for a second person and one whose review is late.
 */
export function consentStories({ stage, pack, now }: Today): readonly Scene[] {
  const adviser = adviserIn(pack);
  if (adviser === null) return [];
  const shared: Shared[] = [];
  return [
    { at: plus(now, -13 * DAY), play: () => lateReview(stage) },
    { at: plus(now, -30 * HOUR), play: () => shares(stage, adviser.agencyId, shared) },
    { at: plus(now, -5 * HOUR), play: () => looks({ stage, adviser, shared }) },
    { at: plus(now, -4 * HOUR), play: () => changesOfMind(stage, { agencyId: adviser.agencyId, shared }) },
    { at: plus(now, -2 * HOUR), play: () => waitingOverride(stage) },
  ];
}

/** Somebody of a service that is shared with and refers nobody. */
function adviserIn({ personas }: AreaPack): StaffActor | null {
  const [, persona] = personas.filter(({ role }) => role === 'provider-worker');
  if (persona === undefined) return null;
  const { userId, role, agencyId, teamId } = persona;
  return { kind: 'staff', userId, role, agencyId, teamId };
}

async function shares(stage: Stage, agencyId: AgencyId, shared: Shared[]): Promise<void> {
  const { work, ids, cast } = stage;
  for (const { caseId } of await spokenWith(stage, 5)) {
    await agree(stage, caseId, agencyId);
    const input = { caseId, agencyId, purpose: 'support', dataClasses: SEEN } as const;
    const once = await new ProposeShare(work, ids).execute(cast.responder, input, fresh());
    if (once.kind !== 'done' || once.result.kind !== 'proposed') continue;
    const { shareId } = once.result;
    const open = { shareId, revision: 1, change: 'open' } as const;
    await new ChangeShare(work).execute(cast.responder, open, fresh());
    shared.push({ caseId, shareId });
  }
}

async function looks({
  stage: { work, vault },
  adviser,
  shared,
}: {
  stage: Stage;
  adviser: StaffActor;
  shared: readonly Shared[];
}): Promise<void> {
  for (const { shareId } of shared.slice(0, 3)) await new ReadShare(work, vault).execute(adviser, shareId);
}

async function changesOfMind(
  stage: Stage,
  { agencyId, shared }: { agencyId: AgencyId; shared: readonly Shared[] },
): Promise<void> {
  const { work, vault, ids, cast } = stage;
  const [first, second] = shared;
  if (first !== undefined) {
    const revision = await revisionOf(stage, first.caseId);
    const about = { recipient: agencyRecipient(agencyId), purpose: 'support', dataClass: null } as const;
    const input = { ...about, caseId: first.caseId, revision, giver: 'person', how: 'by-phone' } as const;
    await new WithdrawConsent(work, ids).execute(cast.responder, input, fresh());
  }
  if (second === undefined) return;
  const refusal = { decision: 'refused', recipient: 'police', purpose: 'fact-of-support' } as const;
  const revision = await revisionOf(stage, second.caseId);
  const input = { ...ANSWER, ...refusal, caseId: second.caseId, revision, dataClasses: [], days: null };
  await new RecordConsent(work, vault, ids).execute(cast.responder, input, fresh());
}

async function waitingOverride(stage: Stage): Promise<void> {
  await new SweepConsent(stage.work).execute({ limit: 10 });
  const [, , third] = await spokenWith(stage, 3);
  if (third !== undefined) await override(stage, third.caseId);
}

/** Confirmed almost two weeks ago and ended by itself; nobody has looked at it since. */
async function lateReview(stage: Stage): Promise<void> {
  const { work, cast } = stage;
  const [one] = await spokenWith(stage, 1);
  const overrideId = one === undefined ? null : await override(stage, one.caseId);
  if (overrideId === null) return;
  const change = { overrideId, revision: 1, change: { kind: 'confirm' } } as const;
  await new ChangeOverride(work).execute(cast.lead, change, fresh());
}

async function override(stage: Stage, caseId: CaseId) {
  const { work, vault, ids, cast } = stage;
  const input = {
    caseId,
    revision: await revisionOf(stage, caseId),
    recipient: 'social-care',
    purpose: 'safeguarding',
    dataClasses: ['identity', 'needs'],
    basis: 'child-at-risk',
    hours: 72,
    necessity: 'An invented reason: younger children live at the same address',
  } as const;
  const once = await new AskOverride(work, vault, ids).execute(cast.responder, input, fresh());
  return once.kind === 'done' && once.result.kind === 'asked' ? once.result.overrideId : null;
}

const ANSWER = { giver: 'person', assessment: null, authority: null, how: 'by-phone' } as const;

async function agree(stage: Stage, caseId: CaseId, agencyId: AgencyId): Promise<void> {
  const { work, vault, ids, cast } = stage;
  const about = { decision: 'given', recipient: agencyRecipient(agencyId), purpose: 'support' } as const;
  const revision = await revisionOf(stage, caseId);
  const input = { ...ANSWER, ...about, caseId, revision, dataClasses: SEEN, days: 180 };
  await new RecordConsent(work, vault, ids).execute(cast.responder, input, fresh());
}

/** The newest open cases of adults who were spoken with, always in the same order. */
function spokenWith({ session, cast }: Stage, limit: number): Promise<readonly Spoken[]> {
  return session.look<Spoken>(
    `select c.case_id as "caseId" from app.case_file c
     join app.person p using (person_id) join app.referral r using (referral_id)
     where c.closed_at is null and c.contact_state = 'reached' and c.handling_agency_id = $1
       and r.agreement = 'agreed' and p.age_band not in ('under-13', '13-15')
     order by c.opened_at desc, c.case_id limit $2`,
    [cast.lead.agencyId, limit],
  );
}

async function revisionOf({ session }: Stage, caseId: CaseId): Promise<number> {
  const [row] = await session.look<{ revision: number }>(
    'select revision from app.case_file where case_id = $1',
    [caseId],
  );
  return row?.revision ?? 0;
}
