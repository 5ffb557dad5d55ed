import {
  isoOf,
  leadOf,
  mayDo,
  whoAnswers,
  type Instant,
  type PlanLeadEvent,
  type Share,
  type StaffActor,
  type UserId,
} from '#libs/domain';
import type { CasePlan, CaseSummary } from '#libs/persistence';
import { availableOf } from '../access/available-action.view';
import { leadView, liveLeadOf, planParts, writingIn } from './plan-parts';
import type { CasePlanView, PlanLeaderView, SharedPlanView } from './plan.view';

/** The plan as whoever handles the case reads it: all of it. */
export function casePlanView(
  { plan, promised, away }: { plan: CasePlan; promised: Instant | null; away: ReadonlySet<UserId> },
  { summary, actor }: { summary: CaseSummary; actor: StaffActor },
): CasePlanView {
  const { caseId, ownerUserId, ownerTeamId, closedAt, relation } = summary;
  const { handlingAgencyId } = relation;
  const may = closedAt === null && mayDo(actor, 'keep-plan');
  const path = `/api/v1/cases/${caseId}/plan`;
  const answering = whoAnswers({ ownerUserId, ownerTeamId, handlingAgencyId }, (one) => away.has(one));
  const worker = leadOf(plan.lead, answering);
  const live = liveLeadOf(plan);
  const leads: PlanLeaderView =
    worker.kind === 'provider'
      ? { by: 'service', agencyId: worker.agencyId, userId: null }
      : {
          by: 'case-owner',
          agencyId: handlingAgencyId,
          userId: answering.kind === 'person' ? answering.userId : null,
        };
  const place = { actor, path, may };
  return {
    caseId,
    leads,
    lead: live && leadView(live, may ? deskMoves(live.state) : []),
    ...planParts(plan, place),
    promisedCallAt: promised && isoOf(promised),
    availableActions: availableOf([
      ...writingIn(place),
      { action: 'offer-lead', method: 'POST', href: `${path}/lead`, may: may && live === null },
    ]),
  };
}

/** The plan as a service reads it through what is shared with it; row-level security has kept the rest back. */
export function sharedPlanView(
  { plan, closed }: { plan: CasePlan; closed: boolean },
  { share, actor }: { share: Share; actor: StaffActor },
): SharedPlanView {
  const place = { actor, path: `/api/v1/shared/${share.id}/plan`, may: !closed };
  const live = liveLeadOf(plan);
  const stands = live !== null && live.state !== 'offered' && live.workerActive ? live : null;
  const own = live?.agencyId === actor.agencyId ? live : null;
  const elsewhere: PlanLeaderView = plan.otherLeads
    ? { by: 'service', agencyId: null, userId: null }
    : { by: 'case-owner', agencyId: share.handlingAgencyId, userId: null };
  return {
    shareId: share.id,
    leads:
      stands === null
        ? elsewhere
        : {
            by: 'service',
            agencyId: stands.agencyId,
            userId: stands.agencyId === actor.agencyId ? stands.userId : null,
          },
    lead: own && leadView(own, serviceMoves(own, actor)),
    ...planParts(plan, place),
    availableActions: availableOf(writingIn(place)),
  };
}

function deskMoves(state: NonNullable<CasePlan['lead']>['state']): readonly PlanLeadEvent[] {
  if (state === 'offered') return ['withdraw'];
  return state === 'returning' ? ['keep', 'end'] : ['end'];
}

function serviceMoves(
  { state, userId }: NonNullable<CasePlan['lead']>,
  actor: StaffActor,
): readonly PlanLeadEvent[] {
  if (state === 'offered') return ['accept', 'decline'];
  return state === 'leading' && userId === actor.userId ? ['ask-back'] : [];
}
