import { mayDo, type CareAct, type CaseId, type StaffActor } from '#libs/domain';
import { findCareCase } from '../care/care-case';
import { findCaseFor } from '../cases/case-access';
import { NOT_FOUND, type NotFound } from '../outcome';
import type { SealedRecord, UnitOfWork, Vault } from '../ports';

export interface SupportWords {
  readonly kind: 'read';
  /** By the id of the flag or the task; null when it cannot be read. */
  readonly noteOf: (id: string) => string | null;
  readonly acknowledgementOf: (
    id: string,
  ) => { readonly name: string; readonly theirReference: string | null } | null;
  readonly sarcCode: string | null;
}

/** The words beside a task or a flag, and the referral centre's code. The access rows are committed first (P8). */
export class ReadSupportWords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
  ) {}

  async execute(
    actor: StaffActor,
    {
      caseId,
      recordIds,
      act,
    }: {
      readonly caseId: CaseId;
      readonly recordIds: readonly string[];
      /** What they are the words of, for a service; the desk reads all of its case. */
      readonly act?: CareAct;
    },
  ): Promise<SupportWords | NotFound> {
    const found = await this.unitOfWork.run(actor, async (tx) => {
      const service = act !== undefined && mayDo(actor, 'keep-shared-care');
      const caseFile = service
        ? await findCareCase(tx, act, caseId)
        : await findCaseFor(tx, 'see-support', caseId);
      if (caseFile === null) return null;
      const { personId } = caseFile;
      const sealed = (await tx.safeContact.sealedOf(personId, [...recordIds, caseId])).filter(isOurs);
      const kinds = new Set(sealed.map(({ kind }) => kind));
      await tx.accessLog.record(
        [...kinds].map((what) => ({ personId, caseId, what, basis: service ? 'share' : 'case-work' })),
      );
      return { personId, sealed };
    });
    if (found === null) return NOT_FOUND;
    const { personId, sealed } = found;
    const subject = sealed.length === 0 ? null : await this.vault.of(personId);
    const open = <Kind extends OurKind>(recordId: string, kind: Kind) => {
      const record = sealed.find((one) => one.recordId === recordId && one.kind === kind);
      if (subject?.kind !== 'open' || record === undefined) return null;
      return subject.vault.open({ recordId, kind }, record.sealed);
    };
    return {
      kind: 'read',
      noteOf: (id) => open(id, 'support-note')?.text ?? null,
      acknowledgementOf: (id) => open(id, 'redirect-acknowledgement'),
      sarcCode: open(caseId, 'sarc-code')?.code ?? null,
    };
  }
}

const OUR_KINDS = ['support-note', 'redirect-acknowledgement', 'sarc-code'] as const;
type OurKind = (typeof OUR_KINDS)[number];

function isOurs(record: SealedRecord): record is SealedRecord & { readonly kind: OurKind } {
  return (OUR_KINDS as readonly string[]).includes(record.kind);
}
