import {
  event,
  plus,
  type CaseId,
  type IdentityFacts,
  type PersonId,
  type PersonSearchId,
  type StaffActor,
} from '#libs/domain';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { Ids, Once, Repeatable, Transaction, UnitOfWork, Vault } from '../ports';

export type RestartSupportOutcome =
  | { readonly kind: 'begun'; readonly searchId: PersonSearchId }
  | NotFound
  | Refused<'still-open' | 'own-pathway' | 'agreement-first' | 'unreadable'>;

const LASTS_MILLISECONDS = 30 * 60_000;
export const RESTART_DOOR = 'self';

/**
 * Somebody whose case is closed wants support again: a new episode with a clock of its own, linked to the old one. What
 * their record says of them opens the referral page as if they had been looked up and chosen there.
 */
export class RestartSupport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ids: Ids,
  ) {}

  async execute(
    actor: StaffActor,
    { caseId }: { readonly caseId: CaseId },
    repeatable: Repeatable,
  ): Promise<Once<RestartSupportOutcome>> {
    const known = await this.known(actor, caseId);
    const own = await this.vault.of(actor.userId);
    return this.unitOfWork.once<RestartSupportOutcome>(
      { actor, repeatable, keep: ({ kind }) => kind === 'begun' },
      async (tx) => {
        if (known.kind !== 'known') return known;
        if (own.kind !== 'open') return refuse('unreadable');
        const id = this.ids.next<PersonSearchId>();
        const search = {
          id,
          searchedBy: actor.userId,
          agencyId: actor.agencyId,
          door: RESTART_DOOR,
          begunAt: tx.now,
          expiresAt: plus(tx.now, LASTS_MILLISECONDS),
          answer: null,
          chosenCaseId: null,
        };
        const sealed = own.vault.seal({ recordId: id, kind: 'person-search' }, known.facts);
        await tx.searches.insert(search, sealed);
        await tx.searches.answer({ id, answer: 'same-person', chosenCaseId: caseId });
        const subject = { kind: 'case', id: caseId } as const;
        await tx.journal.append([event({ subject, caseId, type: 'case.restart-begun', happenedAt: tx.now })]);
        return { kind: 'begun', searchId: id };
      },
    );
  }

  /**
   * Who they are; the access row is committed first (P8). Their old number is not opened: what was safe then may not be
   * now, so it is asked again.
   */
  private async known(actor: StaffActor, caseId: CaseId): Promise<Known | NotBegun> {
    const found = await this.unitOfWork.run(actor, (tx) => this.find(tx, caseId));
    if (found.kind !== 'found') return found;
    const { personId } = found;
    const subject = await this.vault.of(personId);
    const place = { recordId: personId, kind: 'identity' } as const;
    const identity =
      subject.kind === 'open' && found.sealed !== null ? subject.vault.open(place, found.sealed) : null;
    if (identity === null) return refuse('unreadable');
    const { nameToAskFor, bornOn } = identity;
    const facts = { names: [nameToAskFor], bornOn, ageBand: null, routes: [], crimeReference: null };
    return { kind: 'known', facts };
  }

  private async find(tx: Transaction, caseId: CaseId): Promise<Found | NotBegun> {
    const caseFile = await findCaseFor(tx, 'restart-support', caseId);
    if (caseFile === null) return NOT_FOUND;
    if (caseFile.closedAt === null) return refuse('still-open');
    const { personId } = caseFile;
    const pathway = await tx.pathways.find(personId);
    if (pathway?.endedAt === null) return refuse('own-pathway');
    if (await tx.consents.identityWithheld(personId)) return refuse('agreement-first');
    await tx.accessLog.record([{ personId, caseId, what: 'identity', basis: 'restart' }]);
    const records = await tx.safeContact.sealedOf(personId, [personId]);
    const sealed = records.find(({ kind }) => kind === 'identity')?.sealed ?? null;
    return { kind: 'found', personId, sealed };
  }
}

type NotBegun = Exclude<RestartSupportOutcome, { kind: 'begun' }>;

interface Known {
  readonly kind: 'known';
  readonly facts: IdentityFacts;
}

interface Found {
  readonly kind: 'found';
  readonly personId: PersonId;
  readonly sealed: Buffer | null;
}
