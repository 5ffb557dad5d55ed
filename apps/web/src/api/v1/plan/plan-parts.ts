import { isoOf, type PlanContact, type PlanLeadEvent, type StaffActor } from '#libs/domain';
import type { CasePlan } from '#libs/persistence';
import { entityTag } from '../../../request-reading/entity-tag';
import { availableOf } from '../access/available-action.view';
import type { PlanLeadView, PlannedContactView, SharedPlanView } from './plan.view';

export interface PlanPlace {
  readonly actor: StaffActor;
  /** Where this plan is. */
  readonly path: string;
  /** Whether its reader may write in it as it stands. */
  readonly may: boolean;
}

const LIVE = ['offered', 'leading', 'returning'];

/** What the desk and a service read of a plan in the same way. */
export function planParts(
  { supporters, contacts, told }: CasePlan,
  place: PlanPlace,
): Pick<SharedPlanView, 'supporters' | 'contacts' | 'told'> {
  return {
    supporters: supporters.map(({ agencyId, kinds, since }) => ({
      agencyId,
      kinds: [...kinds],
      since: isoOf(since),
    })),
    contacts: contacts.map((contact) => contactView(contact, place)),
    told: told.map(({ topic, agencyId, recordedAt }) => ({ topic, agencyId, notedAt: isoOf(recordedAt) })),
  };
}

/** The lead as long as it is with a service or offered to one; what has ended stands in the timeline. */
export function liveLeadOf({ lead }: CasePlan): CasePlan['lead'] {
  return lead !== null && LIVE.includes(lead.state) && lead.sharing ? lead : null;
}

export function leadView(
  { id, agencyId, state, offeredAt, revision }: NonNullable<CasePlan['lead']>,
  moves: readonly PlanLeadEvent[],
): PlanLeadView {
  const href = `/api/v1/plan-leads/${id}/moves`;
  return {
    id,
    agencyId,
    state,
    offeredAt: isoOf(offeredAt),
    etag: entityTag(revision),
    availableActions: availableOf(
      moves.map((action) => ({ action, method: 'POST', href, may: true }) as const),
    ),
  };
}

export function writingIn({ path, may }: PlanPlace) {
  return [
    { action: 'plan-contact', method: 'POST', href: `${path}/contacts`, may },
    { action: 'keep-told', method: 'POST', href: `${path}/told`, may },
  ] as const;
}

function contactView(contact: PlanContact, { actor, path, may }: PlanPlace): PlannedContactView {
  const { id, agencyId, userId, way, at, state } = contact;
  const own = agencyId === actor.agencyId;
  return {
    id,
    agencyId,
    userId: own ? userId : null,
    way,
    at: isoOf(at),
    state,
    availableActions: availableOf([
      {
        action: 'say-what-became-of-it',
        method: 'POST',
        href: `${path}/contacts/${id}/outcome`,
        may: may && own && state === 'planned',
      },
    ]),
  };
}
