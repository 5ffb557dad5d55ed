import {
  mayDo,
  type InformationRequest,
  type InformationRequestId,
  type Route,
  type StaffActor,
} from '#libs/domain';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { PackItem, ReleaseRecord, UnitOfWork, Vault } from '../ports';
import { openWords, type RequestWords } from './seal-request';

export type RequestRead =
  | {
      readonly kind: 'read';
      readonly request: InformationRequest;
      readonly release: ReleaseRecord | null;
      readonly items: readonly PackItem[];
      /** The ways on the person's card, for a pack that is ready; without their values. */
      readonly routes: readonly Route[];
      /** Null when the key is gone or out of reach. */
      readonly words: RequestWords | null;
    }
  | NotFound;

/** Shows one request with what was written. The access row is committed before the words are opened (P8). */
export class ReadRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(actor: StaffActor, requestId: InformationRequestId): Promise<RequestRead> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      if (!mayDo(actor, 'see-data-requests')) return null;
      const request = await tx.informationRequests.find(requestId);
      if (request === null) return null;
      const { personId, reference } = request;
      await tx.accessLog.record([
        {
          personId: personId ?? requestId,
          caseId: null,
          what: 'request-words',
          basis: `data-request ${reference}`,
        },
      ]);
      const ready = request.state === 'ready' && personId !== null;
      return {
        request,
        release: await tx.informationRequests.releaseOf(requestId),
        items: await tx.informationRequests.itemsOf(requestId),
        routes: ready ? (await tx.safeContact.cardOf(personId)).routes : [],
        sealed: await tx.informationRequests.sealedOf(requestId),
      };
    });
    if (found === null) return NOT_FOUND;
    const { sealed, ...read } = found;
    return { kind: 'read', ...read, words: await openWords(this.vault, sealed) };
  }
}
