import {
  AcceptRequest,
  AcknowledgeRequest,
  AllocateRequest,
  DeclineRequest,
  EndSupport,
  NoteStillWanted,
  ProposeRequest,
  RecordConsent,
  RedirectRequest,
  SendRequest,
  StartSupport,
  WithdrawConsent,
  type Once,
  type ProposeRequestOutcome,
  type RequestAct,
} from '#libs/casework';
import {
  agencyRecipient,
  purposeOfKind,
  type CaseId,
  type DirectoryService,
  type ServiceRequestId,
  type StaffActor,
  type SupportKind,
} from '#libs/domain';
import type { Life, Turn } from './service-request-lives';
import { fresh, type Stage } from './stage';

/** Who plays a request: the desk of the stage, and the people of one service. */
export interface Team {
  readonly stage: Stage;
  readonly coordinator: StaffActor;
  readonly adviser: StaffActor;
  readonly services: readonly DirectoryService[];
}

/** Asks for support for somebody; nothing comes of it where there is nobody to ask for. */
export async function ask({ stage, services }: Team, { one, index }: { one: Life; index: number }) {
  const { work, ids, cast } = stage;
  const caseId = await somebody(stage, index);
  const service = services.find(({ kind }) => kind === one.kind);
  if (caseId === null || (one.placed && service === undefined)) return {};
  const serviceId = one.placed && service !== undefined ? service.id : null;
  const input = { caseId, kind: one.kind, serviceId, band: one.band, decisionId: null } as const;
  const propose = new ProposeRequest(work, ids);
  const chosen = { ...input, reason: 'persons-choice' } as const;
  const once = await propose.execute(cast.responder, chosen, fresh());
  // What the routing leaves to the lead is asked for by the lead.
  const confirmed = { ...input, reason: 'confirmed-by-service' } as const;
  const last = isLeads(once) ? await propose.execute(cast.lead, confirmed, fresh()) : once;
  return last.kind === 'done' && last.result.kind === 'proposed'
    ? { caseId, requestId: last.result.requestId }
    : {};
}

function isLeads(once: Once<ProposeRequestOutcome>): boolean {
  return once.kind === 'done' && once.result.kind === 'refused' && once.result.reason === 'lead-decides';
}

/** One turn in the life of a request. What is not possible any more is left out. */
export async function take(
  team: Team,
  turn: Turn,
  { one, caseId, requestId }: { one: Life; caseId: CaseId; requestId: ServiceRequestId },
): Promise<void> {
  const { stage, coordinator, adviser, services } = team;
  const { work, ids, cast } = stage;
  const input: RequestAct = { requestId, revision: await revisionOf(stage, 'service_request', requestId) };
  switch (turn) {
    case 'send':
      await agree(team, { one, caseId });
      await new SendRequest(work).execute(cast.responder, input, fresh());
      return;
    case 'acknowledge':
      await new AcknowledgeRequest(work).execute(coordinator, input, fresh());
      return;
    case 'accept':
      await new AcceptRequest(work, ids).execute(coordinator, { ...input, allocateTo: null }, fresh());
      return;
    case 'ask':
      await new NoteStillWanted(work).execute(coordinator, { ...input, answer: 'still-wanted' }, fresh());
      return;
    case 'allocate':
      await new AllocateRequest(work).execute(coordinator, { ...input, userId: adviser.userId }, fresh());
      return;
    case 'start':
      await new StartSupport(work).execute(adviser, input, fresh());
      return;
    case 'decline':
      await new DeclineRequest(work, ids).execute(coordinator, { ...input, reason: 'list-closed' }, fresh());
      return;
    case 'redirect': {
      const other = services.find(({ kind, id }) => kind === one.kind && id !== services[0]?.id);
      const toServiceId = (other ?? (await elsewhere(team, one.kind)))?.id;
      if (toServiceId === undefined) return;
      const redirect = { ...input, toServiceId, reason: 'fits-better' } as const;
      await new RedirectRequest(work, ids).execute(coordinator, redirect, fresh());
      return;
    }
    case 'end':
      await new EndSupport(work).execute(adviser, { ...input, ending: 'planned' }, fresh());
      return;
    case 'withdraw-consent':
      await takeBack(team, { one, caseId });
  }
}

async function elsewhere({ stage, coordinator }: Team, kind: SupportKind) {
  return stage.work.run(coordinator, async (tx) => {
    const listed = await tx.directory.current(tx.now);
    return listed
      .map(({ service }) => service)
      .find(
        (service) =>
          service.kind === kind && service.agencyId !== coordinator.agencyId && service.state === 'open',
      );
  });
}

async function agree(
  { stage, coordinator }: Team,
  { one, caseId }: { one: Life; caseId: CaseId },
): Promise<void> {
  const { work, vault, ids, cast } = stage;
  const about = {
    decision: 'given',
    recipient: agencyRecipient(coordinator.agencyId),
    purpose: purposeOfKind(one.kind),
    dataClasses: ['identity', 'safe-contact', 'needs'],
  } as const;
  const revision = await revisionOf(stage, 'case_file', caseId);
  const how = { giver: 'person', assessment: null, authority: null, how: 'by-phone', days: 365 } as const;
  await new RecordConsent(work, vault, ids).execute(
    cast.responder,
    { ...about, ...how, caseId, revision },
    fresh(),
  );
}

async function takeBack(
  { stage, coordinator }: Team,
  { one, caseId }: { one: Life; caseId: CaseId },
): Promise<void> {
  const about = {
    recipient: agencyRecipient(coordinator.agencyId),
    purpose: purposeOfKind(one.kind),
    dataClass: null,
  } as const;
  const revision = await revisionOf(stage, 'case_file', caseId);
  const input = { ...about, caseId, revision, giver: 'person', how: 'by-phone' } as const;
  await new WithdrawConsent(stage.work, stage.ids).execute(stage.cast.responder, input, fresh());
}

/** Somebody of age who was spoken with and was asked for nothing yet, always in the same order. */
async function somebody({ session, cast }: Stage, index: number): Promise<CaseId | null> {
  const rows = await session.look<{ id: CaseId }>(
    `select c.case_id as id from app.case_file c
     join app.person p using (person_id) join app.referral r using (referral_id)
     where c.closed_at is null and c.contact_state = 'reached' and c.handling_agency_id = $1
       and r.agreement = 'agreed' and p.age_band not in ('under-13', '13-15')
       and not exists (select 1 from app.service_request s where s.case_id = c.case_id)
     order by c.opened_at, c.case_id limit 1 offset $2`,
    [cast.lead.agencyId, index % 2],
  );
  return rows[0]?.id ?? null;
}

async function revisionOf(
  { session }: Stage,
  table: 'case_file' | 'service_request',
  id: string,
): Promise<number> {
  const key = table === 'case_file' ? 'case_id' : 'request_id';
  const [row] = await session.look<{ revision: number }>(
    `select revision from app.${table} where ${key} = $1`,
    [id],
  );
  return row?.revision ?? 0;
}
