import {
  classesCover,
  mayDo,
  type CareAct,
  type CaseId,
  type DataClass,
  type SafeContactCard,
  type ShareId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { Access, Transaction, UnitOfWork } from '../ports';

/** From where a service comes in: from what is shared with it, or by the case when it knows that already. */
export type SharedCareDoor =
  { readonly kind: 'case'; readonly caseId: CaseId } | { readonly kind: 'share'; readonly shareId: ShareId };

export type SharedCareOpened =
  | {
      readonly kind: 'open';
      readonly caseId: CaseId;
      readonly reference: string;
      /** The classes that are shared with the service on a ground that stands. */
      readonly classes: readonly DataClass[];
      /** By which ways a reminder may go; null while safe contact is not shared. */
      readonly card: SafeContactCard | null;
    }
  | NotFound;

/** What the access log says was seen. */
const SEEN: Readonly<Record<CareAct, Access['what']>> = {
  'see-appointments': 'support-fact',
  'keep-appointments': 'support-fact',
  'see-outcomes': 'needs',
  'record-outcomes': 'needs',
  'see-needs': 'needs',
  'keep-needs': 'needs',
  'see-feedback': 'support-fact',
  'record-feedback': 'support-fact',
  'see-rights': 'investigation',
};

/**
 * Opens the records of somebody's support to whoever works with them at a service. That they looked is recorded and
 * committed before anything is shown (P8); when what was shared ends there is nothing here any more (P6).
 */
export class OpenSharedCare {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    actor: StaffActor,
    { door, act }: { readonly door: SharedCareDoor; readonly act: CareAct },
  ): Promise<SharedCareOpened> {
    return this.unitOfWork.run<SharedCareOpened>(actor, async (tx) => {
      if (!mayDo(actor, 'keep-shared-care')) return NOT_FOUND;
      const caseId = await caseBehind(tx, actor, door);
      const found = caseId && (await tx.shares.workedOn(caseId));
      if (found === null || !classesCover(act, found.classes)) return NOT_FOUND;
      const { id, personId, reference, classes } = found;
      await tx.accessLog.record([{ personId, caseId: id, what: SEEN[act], basis: 'share' }]);
      const card = classes.includes('safe-contact') ? await tx.safeContact.cardOf(personId) : null;
      return { kind: 'open', caseId: id, reference, classes, card };
    });
  }
}

async function caseBehind(tx: Transaction, actor: StaffActor, door: SharedCareDoor): Promise<CaseId | null> {
  if (door.kind === 'case') return door.caseId;
  const share = await tx.shares.find(door.shareId);
  return share?.agencyId === actor.agencyId && share.state === 'open' ? share.caseId : null;
}
