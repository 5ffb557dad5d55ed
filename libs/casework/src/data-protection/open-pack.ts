import {
  mayDo,
  type InformationRequest,
  type InformationRequestId,
  type StaffActor,
  type SubjectPack,
} from '#libs/domain';
import { NOT_FOUND, refuse, type NotFound, type Refused } from '../outcome';
import type { UnitOfWork, Vault } from '../ports';

export type PackOpened =
  | {
      readonly kind: 'opened';
      readonly request: InformationRequest;
      readonly pack: SubjectPack;
      /** The very text whose hash the journal holds. */
      readonly json: string;
    }
  | NotFound
  | Refused<'unreadable'>;

/** Opens a sealed pack, until it is handed over. The access row is committed first (P8). */
export class OpenPack {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    requestId: InformationRequestId,
    { through = 'page' }: { through?: 'page' | 'command-line' } = {},
  ): Promise<PackOpened> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      if (!mayDo(actor, 'keep-data-requests')) return null;
      const request = await tx.informationRequests.find(requestId);
      if (request?.state !== 'ready' || request.personId === null || request.packRecordId === null)
        return null;
      const { personId, packRecordId, reference } = request;
      const basis = `data-request ${reference}${through === 'page' ? '' : ` by ${through}`}`;
      await tx.accessLog.record([{ personId, caseId: null, what: 'subject-pack', basis }]);
      const sealed = await tx.safeContact.sealedOf(personId, [packRecordId]);
      return { request, personId, packRecordId, record: sealed.find(({ kind }) => kind === 'subject-pack') };
    });
    if (found === null) return NOT_FOUND;
    const { request, personId, packRecordId, record } = found;
    const subject = await this.vault.of(personId);
    if (subject.kind !== 'open' || record === undefined) return refuse('unreadable');
    const opened = subject.vault.open({ recordId: packRecordId, kind: 'subject-pack' }, record.sealed);
    if (opened === null) return refuse('unreadable');
    return { kind: 'opened', request, pack: JSON.parse(opened.json) as SubjectPack, json: opened.json };
  }
}
