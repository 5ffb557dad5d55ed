import {
  classesWithGround,
  mayDo,
  type AgencyId,
  type CaseId,
  type DataClass,
  type PersonId,
  type Share,
  type ShareId,
  type StaffActor,
} from '#libs/domain';
import { lockCaseFor } from '../cases/case-access';
import type { Transaction } from '../ports';

/** From where somebody writes in a plan: the desk, from its case; a service, through what is shared with it. */
export type PlanDoor =
  { readonly kind: 'case'; readonly caseId: CaseId } | { readonly kind: 'share'; readonly shareId: ShareId };

export interface PlaceInPlan {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly handlingAgencyId: AgencyId;
  readonly closed: boolean;
}

/** The plan behind a door that is open to this person; null for every other, whether or not it exists (P7). */
export async function placeInPlan(
  tx: Transaction,
  actor: StaffActor,
  door: PlanDoor,
): Promise<PlaceInPlan | null> {
  if (door.kind === 'share') {
    const open = mayDo(actor, 'keep-shared-plan') ? await openShare(tx, actor, door.shareId) : null;
    if (open === null) return null;
    const { caseId, personId, handlingAgencyId } = open.share;
    return { caseId, personId, handlingAgencyId, closed: await tx.plans.isClosedToService(caseId) };
  }
  const caseFile = await lockCaseFor(tx, 'keep-plan', door.caseId);
  if (caseFile === null) return null;
  const { id: caseId, personId, handlingAgencyId, closedAt } = caseFile;
  return { caseId, personId, handlingAgencyId, closed: closedAt !== null };
}

/** A share that shows this person's agency something right now, with the classes that it has a ground for (P6). */
export async function openShare(
  tx: Transaction,
  actor: StaffActor,
  id: ShareId,
): Promise<{ readonly share: Share; readonly classes: readonly DataClass[] } | null> {
  const share = await tx.shares.find(id);
  if (share === null || share.agencyId !== actor.agencyId || share.state !== 'open') return null;
  const ledger = await tx.consents.ledgerOf(share.personId);
  const overrides = await tx.overrides.ofPerson(share.personId);
  const classes = classesWithGround(share, { ledger, overrides, now: tx.now });
  return classes.length === 0 ? null : { share, classes };
}
