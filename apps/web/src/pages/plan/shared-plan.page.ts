import type { Share, StaffActor } from '#libs/domain';
import { timeOfDay } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import { contactLines, serviceOf, supporterLines, toldLines, type PlanView } from './plan-lists.page';
import type { SharedPlanParts } from './plan-reading';
import { PLAN, SHARED_PLAN } from './plan.copy';

/** The plan as a service reads it: its own part, and the rest as far as the person agreed. */
export function sharedPlanPage(
  parts: SharedPlanParts,
  {
    share,
    actor,
    othersShown,
    notice,
    timezone,
  }: {
    readonly share: Share;
    readonly actor: StaffActor;
    /** Whether the person agreed that this service reads who else supports them. */
    readonly othersShown: boolean;
    readonly notice: Notice | null;
    readonly timezone: string;
  },
) {
  const base = `/shared/${share.id}/plan`;
  const view: PlanView = { ...parts, reader: actor.agencyId, timezone, base, mayWrite: !parts.closed };
  return {
    words: PLAN,
    shared: SHARED_PLAN,
    title: `${SHARED_PLAN.title} ${share.reference}`,
    reference: share.reference,
    recordHref: `/shared/${share.id}`,
    base,
    mayWrite: view.mayWrite,
    notice,
    lead: leadView(view, { actor, handling: share.handlingAgencyId }),
    supporters: supporterLines(view).filter(({ agencyId }) => agencyId !== actor.agencyId),
    othersShown,
    contacts: contactLines(view),
    told: toldLines(view),
    asAt: timeOfDay(parts.now, timezone),
  };
}

function leadView(
  view: PlanView,
  { actor, handling }: { readonly actor: StaffActor; readonly handling: Share['handlingAgencyId'] },
) {
  const { plan, base } = view;
  const { lead } = plan;
  const leads = lead !== null && (lead.state === 'leading' || lead.state === 'returning');
  const stands = leads && lead.sharing && lead.workerActive;
  const mine = stands && lead.userId === actor.userId;
  const ours = stands && lead.agencyId === actor.agencyId;
  const offered = lead?.state === 'offered' && lead.agencyId === actor.agencyId;
  const place = lead === null ? '' : `${base}/lead/${lead.id}`;
  const service = serviceOf(view, stands ? lead.agencyId : handling);
  const elsewhere = plan.otherLeads && !stands ? SHARED_PLAN.anotherLeads : service;
  return {
    who: mine ? SHARED_PLAN.youLead : ours ? SHARED_PLAN.colleagueLeads : elsewhere,
    offered: offered ? SHARED_PLAN.offered : null,
    askedBack: mine && lead.state === 'returning' ? SHARED_PLAN.askedBack : null,
    revision: lead?.revision,
    accept: offered ? `${place}/accept` : null,
    decline: offered ? `${place}/decline` : null,
    askBack: mine && lead.state === 'leading' ? `${place}/ask-back` : null,
  };
}
