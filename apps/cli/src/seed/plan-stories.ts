import {
  AssignCases,
  AcceptHandover,
  KeepTold,
  MovePlanLead,
  OfferPlanLead,
  PlanLeave,
  PlanNextContact,
} from '#libs/casework';
import {
  HOUR,
  plus,
  type CaseId,
  type HandoverId,
  type Instant,
  type LeaveId,
  type ShareId,
  type StaffActor,
} from '#libs/domain';
import { localHour } from './local-days';
import type { Scene, Today } from './scene';
import { fresh, type Stage } from './stage';

const DAY = 24 * HOUR;
/** Plans that are kept; one of them is led by the service. */
const PLANS = 3;
/** Cases of the leave that a colleague was asked about. */
const COVERED = 2;

interface Planned {
  readonly caseId: CaseId;
  readonly shareId: ShareId;
}

/** Plans that the desk and a service keep together, and leave that comes up, some of it covered. */
export function planStories({ stage, pack, now }: Today): readonly Scene[] {
  const adviser = adviserOf(pack.personas);
  const midnight = (days: number) => localHour(now, { days, timezone: pack.timezone });
  const leave = { fromAt: midnight(4), toAt: midnight(9) };
  return [
    { at: plus(now, -90 * 60_000), play: () => leaves(stage, adviser, leave) },
    ...(adviser === null ? [] : [{ at: plus(now, -75 * 60_000), play: () => plans(stage, adviser, now) }]),
  ];
}

/** Who works where the coordinator does: the service whose requests the year tells of. */
export function adviserOf(personas: Today['pack']['personas']): StaffActor | null {
  const coordinator = personas.find(({ role }) => role === 'provider-coordinator');
  const one = personas.find(
    ({ role, agencyId }) => role === 'provider-worker' && agencyId === coordinator?.agencyId,
  );
  if (one === undefined) return null;
  const { userId, role, agencyId, teamId } = one;
  return { kind: 'staff', userId, role, agencyId, teamId };
}

async function leaves(
  stage: Stage,
  adviser: StaffActor | null,
  span: { readonly fromAt: Instant; readonly toAt: Instant },
): Promise<void> {
  const { work, ids, cast, session } = stage;
  const plan = new PlanLeave(work, ids);
  if (adviser !== null) await plan.execute(adviser, { ...span, userId: adviser.userId }, fresh());
  const once = await plan.execute(cast.colleague, { ...span, userId: cast.colleague.userId }, fresh());
  if (once.kind !== 'done' || once.result.kind !== 'planned') return;
  const cases = await session.look<{ caseId: CaseId; revision: number }>(
    `select case_id as "caseId", revision from app.case_file
     where owner_user_id = $1 and closed_at is null order by opened_at desc, case_id limit $2`,
    [cast.colleague.userId, COVERED],
  );
  await cover(stage, { leaveId: once.result.leaveId, cases });
}

/** Each is asked of the first responder; the first of them has said yes. */
async function cover(
  { work, ids, cast, session }: Stage,
  {
    leaveId,
    cases,
  }: { readonly leaveId: LeaveId; readonly cases: readonly { caseId: CaseId; revision: number }[] },
): Promise<void> {
  const asked = { cases, toUserId: cast.responder.userId, leaveId };
  await new AssignCases(work, ids).execute(cast.colleague, asked, fresh());
  const [offer] = await session.look<{ id: HandoverId }>(
    `select handover_id as id from app.handover where leave_id = $1 and state = 'offered'
     order by case_id limit 1`,
    [leaveId],
  );
  if (offer === undefined) return;
  await new AcceptHandover(work).execute(cast.responder, { handoverIds: [offer.id] }, fresh());
}

async function plans(stage: Stage, adviser: StaffActor, now: Instant): Promise<void> {
  const shared = await stage.session.look<Planned>(
    `select distinct on (s.case_id) s.case_id as "caseId", s.share_id as "shareId" from app.share s
     join app.case_file c using (case_id)
     where s.agency_id = $1 and s.state = 'open' and c.closed_at is null and not c.walled
     order by s.case_id limit $2`,
    [adviser.agencyId, PLANS],
  );
  for (const [index, one] of shared.entries()) await keep(stage, adviser, { ...one, index, now });
}

async function keep(
  { work, ids, cast }: Stage,
  adviser: StaffActor,
  { caseId, shareId, index, now }: Planned & { readonly index: number; readonly now: Instant },
): Promise<void> {
  const desk = { door: { kind: 'case', caseId } } as const;
  const service = { door: { kind: 'share', shareId } } as const;
  const next = new PlanNextContact(work, ids);
  const told = new KeepTold(work, ids);
  const at = (days: number) => plus(now, (index + days) * DAY);
  await next.execute(cast.responder, { ...desk, way: 'review', at: at(14) }, fresh());
  await next.execute(adviser, { ...service, way: 'call', at: at(2) }, fresh());
  await told.execute(cast.responder, { ...desk, topics: ['what-happened', 'access-and-language'] }, fresh());
  await told.execute(adviser, { ...service, topics: ['home-and-safety', 'health'] }, fresh());
  if (index > 0) return;
  const offer = await new OfferPlanLead(work, ids).execute(
    cast.responder,
    { caseId, agencyId: adviser.agencyId },
    fresh(),
  );
  if (offer.kind !== 'done' || offer.result.kind !== 'offered') return;
  const accepted = { leadId: offer.result.leadId, revision: 1, event: 'accept' } as const;
  await new MovePlanLead(work).execute(adviser, accepted, fresh());
}
