import {
  CHANNELS,
  classesWithGround,
  mayContact,
  mayDo,
  type DataClass,
  type Instant,
  type PersonId,
  type RouteId,
  type SafeContactCard,
  type Share,
  type ShareId,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type {
  Access,
  Sealable,
  SealedKind,
  SealedRecord,
  SubjectVault,
  Transaction,
  UnitOfWork,
  Vault,
} from '../ports';

/** What a class shows that names the person. The rest of a class is codes, which the page reads for itself. */
export interface SharedNames {
  readonly identity: Sealable['identity'] | null;
  readonly words: Sealable['safe-contact-words'] | null;
  readonly routes: readonly { readonly routeId: string; readonly value: string }[];
  readonly crimeReference: string | null;
}

export type ShareRead =
  | {
      readonly kind: 'read';
      readonly share: Share;
      /** The classes shown: those of the share for which there is a ground at this instant. */
      readonly dataClasses: readonly DataClass[];
      readonly card: SafeContactCard | null;
      /** Null when the person's key is gone or out of reach. */
      readonly names: SharedNames | null;
    }
  | NotFound;

const SEEN_WITH: Readonly<Record<DataClass, readonly Access['what'][]>> = {
  identity: ['identity'],
  'safe-contact': ['contact-route', 'safe-contact-words'],
  incident: ['incident'],
  investigation: ['investigation'],
  needs: ['needs'],
  'support-fact': ['support-fact'],
};

/**
 * Shows a provider's worker what was shared with their agency, and nothing besides. One access row for each thing
 * shown, committed before any of it is opened (P8); without a ground there is no such share (P6, P7).
 */
export class ReadShare {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, shareId: ShareId): Promise<ShareRead> {
    const found = await this.unitOfWork.run(actor, (tx) => find(tx, actor, shareId));
    if (found === null) return NOT_FOUND;
    const { share, dataClasses, card, sealed } = found;
    const subject = await this.vault.of(share.personId);
    const names =
      subject.kind === 'open' ? namesOf(subject.vault, { personId: share.personId, sealed }) : null;
    return { kind: 'read', share, dataClasses, card, names };
  }
}

async function find(tx: Transaction, actor: StaffActor, shareId: ShareId) {
  if (!mayDo(actor, 'see-shared')) return null;
  const share = await tx.shares.find(shareId);
  if (share === null || share.agencyId !== actor.agencyId || share.state !== 'open') return null;
  const { personId, caseId } = share;
  const ledger = await tx.consents.ledgerOf(personId);
  const overrides = await tx.overrides.ofPerson(personId);
  const dataClasses = classesWithGround(share, { ledger, overrides, now: tx.now });
  if (dataClasses.length === 0) return null;
  const what = dataClasses.flatMap((dataClass) => SEEN_WITH[dataClass]);
  await tx.accessLog.record(what.map((one) => ({ personId, caseId, what: one, basis: 'share' })));
  const card = dataClasses.includes('safe-contact') ? await tx.safeContact.cardOf(personId) : null;
  const sealed = await tx.shares.sealedFor(personId);
  return { share, dataClasses, card, sealed: sealed.filter((record) => mayShow(record, card, tx.now)) };
}

/** A number or address is opened only while somebody may be reached by it: what is on hold is shared with nobody (P5). */
function mayShow({ recordId, kind }: SealedRecord, card: SafeContactCard | null, now: Instant): boolean {
  if (kind !== 'contact-route') return true;
  if (card === null) return false;
  return CHANNELS.some(
    (channel) => mayContact({ card, routeId: recordId as RouteId, channel, now }).kind === 'may',
  );
}

function namesOf(
  vault: SubjectVault,
  { personId, sealed }: { personId: PersonId; sealed: readonly SealedRecord[] },
): SharedNames {
  const open = <Kind extends SealedKind & SealedRecord['kind']>(kind: Kind) =>
    sealed.flatMap((record) => {
      if (record.kind !== kind) return [];
      const value = vault.open({ recordId: record.recordId, kind }, record.sealed);
      return value === null ? [] : [{ recordId: record.recordId, value }];
    });
  const [identity] = open('identity');
  const [crime] = open('crime-reference');
  const words = open('safe-contact-words').find(({ recordId }) => recordId === personId);
  return {
    identity: identity?.value ?? null,
    words: words?.value ?? null,
    routes: open('contact-route').map(({ recordId, value }) => ({ routeId: recordId, value: value.value })),
    crimeReference: crime?.value.reference ?? null,
  };
}
