import type { CaseId, Handover, HandoverId, Instant, StaffActor, UserId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { HandoverRow } from '../handovers';
import { instantOf } from '../columns';

/** Open offers that this person has something to do with. */
export interface OpenOffers {
  readonly toAnswer: readonly Handover[];
  readonly made: readonly Handover[];
}

const MOST = 200;

/** A duty lead answers for the team as well. Oldest first. */
export async function openOffers(manager: EntityManager, actor: StaffActor): Promise<OpenOffers> {
  const offers = await manager
    .createQueryBuilder(HandoverRow, 'h')
    .where(`h.state = 'offered' and h.handling_agency_id = :agency`, { agency: actor.agencyId })
    .andWhere(`(h.to_user_id = :me or h.offered_by = :me or (h.to_user_id is null and :lead))`, {
      me: actor.userId,
      lead: actor.role === 'duty-lead',
    })
    .orderBy({ 'h.offered_at': 'ASC', 'h.handover_id': 'ASC' })
    .take(MOST)
    .getMany();
  const forYou = ({ toUserId }: Handover) =>
    toUserId === actor.userId || (toUserId === null && actor.role === 'duty-lead');
  return {
    toAnswer: offers.filter(forYou),
    made: offers.filter((offer) => offer.offeredBy === actor.userId && !forYou(offer)),
  };
}

/** Colleagues to whom cases may be given, the reader among them. */
export async function caseReceivers(manager: EntityManager, actor: StaffActor): Promise<readonly UserId[]> {
  const rows = await manager.query<{ user_id: UserId }[]>(
    `select user_id from app.staff_user where state = 'active' and agency_id = $1
       and role in ('first-responder', 'duty-lead') and not app.is_away(user_id) order by user_id limit 200`,
    [actor.agencyId],
  );
  return rows.map(({ user_id }) => user_id);
}

/** A case as a list for handing over shows it. */
export interface CaseToGive {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly ownerUserId: UserId | null;
  readonly nextDueAt: Instant;
  readonly revision: number;
  /** To whom it is offered already, if it is; null inside means the team. */
  readonly offered: { readonly to: UserId | null; readonly id: HandoverId } | null;
}

/** Open cases by id, or all of one owner; only such as the reader may see. The earliest due first. */
export async function casesToGive(
  manager: EntityManager,
  which: { readonly ids: readonly CaseId[] } | { readonly ownerUserId: UserId },
): Promise<readonly CaseToGive[]> {
  const byIds = 'ids' in which;
  const rows = await manager.query<RawCase[]>(
    `select c.case_id, c.reference, c.owner_user_id, c.next_due_at, c.revision, h.handover_id, h.to_user_id
     from app.case_file c left join app.handover h on h.case_id = c.case_id and h.state = 'offered'
     where c.closed_at is null and ${byIds ? 'c.case_id = any($1::uuid[])' : 'c.owner_user_id = $1'}
     order by c.next_due_at, c.case_id limit 500`,
    [byIds ? which.ids : which.ownerUserId],
  );
  return rows.map((row) => ({
    caseId: row.case_id,
    reference: row.reference,
    ownerUserId: row.owner_user_id,
    nextDueAt: instantOf(row.next_due_at),
    revision: row.revision,
    offered: row.handover_id === null ? null : { to: row.to_user_id, id: row.handover_id },
  }));
}

interface RawCase {
  readonly case_id: CaseId;
  readonly reference: string;
  readonly owner_user_id: UserId | null;
  readonly next_due_at: Date;
  readonly revision: number;
  readonly handover_id: HandoverId | null;
  readonly to_user_id: UserId | null;
}
