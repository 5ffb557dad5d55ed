import {
  mayDo,
  type CaseId,
  type InformationRequest,
  type InformationRequestId,
  type PersonId,
  type RequestActed,
  type StaffActor,
} from '#libs/domain';
import { refuse, type Refused } from '../outcome';
import type { SubjectVault, Transaction, UnitOfWork, Vault } from '../ports';
import { openWords, sealWords, type RequestWords } from './seal-request';

/** The words of a request, opened, and whom they are sealed for once it is linked or not linked any more. */
export interface Resealing {
  readonly about: { readonly caseId: CaseId; readonly personId: PersonId } | null;
  readonly words: RequestWords;
  readonly sealer: SubjectVault;
}

export type LinkRefusal = 'moved-on' | 'no-such-case' | 'unreadable';

/**
 * Made ready before the transaction that links a request to a person or takes the link back: what was written is sealed
 * under the key of whoever it is about, so that erasing them takes it along and erasing somebody else does not. The
 * access row is committed before the words are opened (P8).
 */
export async function prepareResealing(
  { unitOfWork, vault }: { unitOfWork: UnitOfWork; vault: Vault },
  actor: StaffActor,
  { requestId, caseReference }: { requestId: InformationRequestId; caseReference: string | null },
): Promise<Resealing | LinkRefusal> {
  const found = await unitOfWork.run(actor, async (tx) => {
    const request = mayDo(actor, 'keep-data-requests') ? await tx.informationRequests.find(requestId) : null;
    if (request === null) return null;
    const basis = `data-request ${request.reference}`;
    const personId = request.personId ?? requestId;
    await tx.accessLog.record([{ personId, caseId: null, what: 'request-words', basis }]);
    return {
      about: caseReference === null ? null : await tx.informationRequests.findPerson(caseReference),
      sealed: await tx.informationRequests.sealedOf(requestId),
    };
  });
  if (found === null) return 'moved-on';
  if (caseReference !== null && found.about === null) return 'no-such-case';
  const words = await openWords(vault, found.sealed);
  if (words === null) return 'unreadable';
  const subjectId = found.about?.personId ?? requestId;
  const subject = await vault.of(subjectId);
  if (subject.kind === 'open') return { about: found.about, words, sealer: subject.vault };
  if (found.about !== null) return 'unreadable';
  return { about: null, words, sealer: await vault.create(requestId) };
}

/** A request is linked once; a link to the wrong person is taken back before anything was gathered under it. */
export function linked(
  request: InformationRequest,
  resealing: Resealing | LinkRefusal,
): RequestActed | Refused<LinkRefusal> {
  if (typeof resealing === 'string') return refuse(resealing);
  if (request.state !== 'received' && request.state !== 'searching') return refuse('moved-on');
  const { about } = resealing;
  if ((request.personId === null) === (about === null)) return refuse('moved-on');
  const { caseId, personId } = about ?? { caseId: null, personId: null };
  return { kind: 'acted', request: { ...request, caseId, personId }, events: [] };
}

export function reseal(
  tx: Transaction,
  { requestId, resealing }: { requestId: InformationRequestId; resealing: Resealing },
): Promise<void> {
  const { about, words, sealer } = resealing;
  return sealWords(tx, { sealer, recordId: requestId, personId: about?.personId ?? null, words });
}
